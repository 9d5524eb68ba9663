"""Turns of the conversation by case code, as those who answer write them."""

from django.db.models import Max

from accord.base import clock
from accord.base.people import queries as people

from ..envelope import shut
from ..models import ANSWERS, ASKED, ENDS, HANDED, LOOKED, LOUDER, READ, REOPENED, Report, ReportPost, Turn

PASSED_BACK = {READ, ASKED, *ANSWERS, HANDED, LOUDER, LOOKED, REOPENED, ENDS}


def next_place(report: Report) -> int:
    """Of a report that is held."""
    last: int | None = ReportPost.objects.filter(report=report).aggregate(last=Max("place"))["last"]
    return (last or 0) + 1


def post(row: Report, kind: str, words: str, job: str) -> None:
    """Inside an act, with the report held."""
    made = ReportPost(report=row, place=next_place(row), kind=kind, on=clock.today(), job=job)
    made.sealed = shut({"words": words}, client_id=row.client_id, place=str(made.id))
    made.save(force_insert=True)


def pass_back(made: Turn) -> None:
    """What happens to a warning reaches the conversations of those who gave it without a name. Inside the act of the turn."""
    if made.kind not in PASSED_BACK:
        return
    for row in Report.objects.select_for_update(of=("self",)).filter(risk=made.risk_id):
        post(row, made.kind, made.words, people.person(made.by_id).called if made.by_id else "")
        if made.kind in ANSWERS and row.answered_on is None:
            row.answered_on = made.on
            row.save(update_fields=["answered_on"])

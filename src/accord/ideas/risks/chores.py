"""What warnings do by themselves, in working hours, as each of it writes to people: whoever must answer soon is reminded, what nobody answered
goes one voice up, and what was accepted until today comes back."""

from datetime import timedelta

from django.utils.translation import gettext as _

from accord.base import clock, jobs, registry, scope
from accord.base.people import hours
from accord.base.people.access import accord_itself

from .actions.answering import give_back
from .actions.asking import remind_once
from .actions.held import locked
from .actions.raising import go_up
from .models import ACCEPTED, STOP, WAITS, Risk

BEFORE = timedelta(days=2)  # how long before the day whoever must answer is written to once more


@jobs.every(hours=1, each_client=True)
@jobs.job()
def look_after_warnings() -> None:
    """In one client. The loudest voice has nobody above it: it stays there, overdue for all to see."""
    if hours.quiet_now():
        return
    by, today = accord_itself(scope.one()), clock.today()
    for risk_id in Risk.objects.filter(state=WAITS, answer_by__lt=today).exclude(voice=STOP).values_list("id", flat=True):
        with registry.acting(by, "risks.look_after_warnings"):
            row = locked(risk_id)
            if row.state == WAITS and row.answer_by < today:
                go_up(by=by, row=row, words=_("Nobody answered by the day it was due."))
    for risk_id in Risk.objects.filter(state=ACCEPTED, review_on__lte=today).values_list("id", flat=True):
        with registry.acting(by, "risks.look_after_warnings"):
            row = locked(risk_id)
            if row.state == ACCEPTED and row.review_on is not None and row.review_on <= today:
                give_back(by=by, row=row)
    for row in Risk.objects.select_related("answerer").filter(state=WAITS, answer_by__range=(today, today + BEFORE), answerer__left_at=None):
        with registry.acting(by, "risks.look_after_warnings"):
            remind_once(by=by, row=row)

"""Where the work goes at Alder Mutual: the audit takes more of it than anybody planned, and claims less."""

import base64
from datetime import timedelta
from decimal import Decimal

from accord.base import clock
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries

from . import moves
from .stage import Act, Stage

act = Act("where the work goes", at="alder")

SHARES = {"claims": 35, "audit": 25, "renewal": 15, "brokers": 15, "letters": 10}
WEEKS = (  # what the timesheets call the work, and the hours of four weeks
    ("Move to the new data centre", ("58:30", "49:00", "61:15", "42:15")),
    ("January audit", ("22:00", "31:30", "34:00", "36:30")),
    ("RULES-2 claim decisions", ("26:00", "24:30", "19:30", "25:00")),
    ("PORTAL speed", ("16:00", "12:30", "9:30", "14:00")),
    ("Portal colour scheme", ("4:00", "6:30", "3:00", "4:30")),
    ("Renewal letters", ("9:00", "11:00", "8:30", "12:00")),
    ("Intranet refresh", ("12:30", "15:00", "18:00", "13:30")),
    ("Leave and training", ("24:00", "16:00", "32:00", "8:00")),
    ("INT-9 various", ("3:00", "2:30", "1:30", "4:00")),
)
MEANT = {"RULES-2 claim decisions": "New claim decision rules", "PORTAL speed": "Broker portal speed", "Portal colour scheme": "Broker portal colour scheme"}


@act.scene(250, "10:30")
def both_sides_say_what_each_goal_is_to_get(on: Stage) -> None:
    for key, share in SHARES.items():
        goals.set_attention(by=on.desk(moves.FACILITATOR), goal_id=on.house.goals[key], share=share)


@act.scene(7, "09:10")
def fiona_takes_in_the_timesheets(on: Stage) -> None:
    end = clock.today().replace(day=1) - timedelta(days=1)
    first = end.replace(day=1)
    rows = [f"{name},{first + timedelta(days=2 + 7 * place)},{hours}" for name, weeks in WEEKS for place, hours in enumerate(weeks)]
    sheet = base64.b64encode("\n".join(["Project,Date,Duration", *rows]).encode()).decode()
    goals.import_effort(by=on.desk(moves.FACILITATOR), name=f"timesheets-{end:%Y-%m}.csv", content=sheet)


@act.scene(7, "09:25")
def fiona_says_what_the_names_mean(on: Stage) -> None:
    by = on.desk(moves.FACILITATOR)
    work = {one.title: one.id for one in queries.list_initiatives(by=by)}
    for one in queries.list_work_names(by=by):
        if one.name in MEANT:
            goals.match_work(by=by, work_id=one.work_id, initiative_id=work[MEANT[one.name]])
        elif one.name.startswith("Leave"):
            goals.match_work(by=by, work_id=one.work_id, aside=True)


@act.scene(7, "09:35")
def isla_has_no_timesheet_and_two_minutes(on: Stage) -> None:
    by, end = on.desk(moves.FACILITATOR), clock.today().replace(day=1) - timedelta(days=1)
    work = {one.title: one.id for one in queries.list_initiatives(by=by)}
    parts = [goals.Share(work["Access reviews"], Decimal(6), Decimal(10)), goals.Share(work["Storm line call-backs"], Decimal(2), Decimal(4))]
    goals.estimate_effort(by=by, month=end, parts=parts, unit="days")

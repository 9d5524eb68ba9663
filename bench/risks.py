"""The register of warnings and its curve at ten and a hundred thousand warnings: their work, side by side, on either database.

    .venv/bin/python bench/risks.py                      10,000 and 100,000 warnings
    .venv/bin/python bench/risks.py --few 1000           1,000 and 10,000
    .venv/bin/python bench/risks.py --on sqlite          one database only

Warnings of every size: chances from rare to likely, impacts over four orders of magnitude, a fifth with something planned or proposed, a tenth over.
*read afresh*: the first page of a process on a day; *after a write*: when somebody raised one more, and the curve is worked out anew; *again*: as long
as nobody does. Work is the CPU time of the least of three, in the process of the page; time is what passes until it is there, the database included.
*register* is the whole page, *curve* its part with the curve.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from typing import Any

from looking import apart, databases, questions, seconds, table

TIMES = 3
PAGE = "/alder-mutual/warnings/"


def fill(cast: Any, count: int) -> None:
    """So many warnings: in the bulk, apart from the last, so that the journal has an entry of warnings."""
    from datetime import timedelta

    from accord.base import clock, scope
    from accord.ideas.goals import actions as goals
    from accord.ideas.goals.models import GoalVersion
    from accord.ideas.risks import actions
    from accord.ideas.risks.models import ACTING, CURRENT, ENDED, RESIDUAL, WAITS, Estimate, Risk, Treatment

    luck, today = random.Random(7), clock.today()
    with scope.within(cast.alder.id):
        owner = cast.people["bella"].id
        ids = [goals.set_goal(by=cast.fiona, title=f"Goal {n}", why="It matters.", owner_id=owner).goal_id for n in range(20)]
        versions = list(GoalVersion.objects.filter(goal__in=ids))
        for start in range(0, count, 5000):
            risks, estimates, treatments = [], [], []
            for n in range(start, min(count, start + 5000)):
                state = luck.choices([WAITS, ACTING, ENDED], [3, 6, 1])[0]
                bites = today + timedelta(days=luck.randrange(-10, 500)) if luck.random() < 0.9 else None
                row = Risk(goal=luck.choice(versions), sees=f"Warning {n}: the tests end late.", raised_by_id=cast.ian.person_id, warned_on=today, state=state,
                           answerer_id=cast.fiona.person_id, answer_by=today + timedelta(days=luck.randrange(1, 14)), bites_on=bites)  # fmt: skip
                risks.append(row)
                chance, loss = 0.001 + 0.5 * luck.random() ** 3, 10 ** luck.uniform(3, 7)
                ends = {"chance_low": chance, "chance_high": min(1.0, 1.6 * chance), "loss_low": loss, "loss_high": loss * luck.uniform(1, 10)}
                estimates.append(Estimate(risk=row, level=CURRENT, person_id=cast.ian.person_id, **ends))
                if n % 10 == 0:
                    rarer = {"chance_low": chance / 4, "chance_high": chance / 2}
                    estimates.append(Estimate(risk=row, level=RESIDUAL, person_id=cast.ian.person_id, **ends | rarer))
                if n % 10 == 1:
                    treatments.append(Treatment(risk=row, title="A rehearsal", cost_low=1000, cost_high=3000, chance_high=chance / 2, chance_low=chance / 4,
                                                by_id=cast.fiona.person_id))  # fmt: skip
            for kind, rows in ((Risk, risks), (Estimate, estimates), (Treatment, treatments)):
                kind.objects.bulk_create(rows, batch_size=2000)
        write(cast)
        actions.set_tolerance(by=cast.fiona, agreed_by="the board", points=[actions.tolerance.Point(1e6, 90), actions.tolerance.Point(1e8, 40)])


def write(cast: Any) -> None:
    from accord.base import scope
    from accord.ideas.risks import actions

    with scope.within(cast.alder.id):
        actions.raise_risk(by=cast.ian, sees="One more.", chance_low=5, chance_high=10, loss_low=1000, loss_high=2000)


def measure(count: int) -> None:
    """In a process of its own: fill, look at the page, print what it cost as JSON."""
    import django

    django.setup()
    from django.test import Client

    from accord.base.people.models import Account
    from accord.ideas.risks.queries import exposure
    from tests import cast as people

    cast = people.gather()
    fill(cast, count)
    browser, found = Client(SERVER_NAME="localhost"), {}
    browser.force_login(Account.objects.get(email="fiona@fernhill.example"), backend="django.contrib.auth.backends.ModelBackend")
    parts = {"register": lambda clock: seconds(browser, PAGE, clock), "curve": lambda clock: curve(cast, clock)}
    times = {"read afresh": exposure._held.clear, "after a write": lambda: write(cast), "again": lambda: None}
    for part, look in parts.items():
        asked = questions(browser, PAGE) if part == "register" else 0
        for name, before in times.items():
            for kind, clock in (("work", time.process_time), ("time", time.perf_counter)):
                took = []
                for _ in range(TIMES):
                    before()
                    took.append(look(clock))
                found[f"{part} {name}, {kind}"] = {"questions": asked, "seconds": min(took)}
    print(json.dumps(found))


def curve(cast: Any, clock: Any) -> float:
    """The part of the page that is the curve, by itself."""
    from accord.base import scope
    from accord.ideas.risks.pages.exposure import exposure_part

    with scope.within(cast.alder.id):
        began = clock()
        exposure_part(by=cast.fiona)
        took: float = clock() - began
    return took


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    said.add_argument("--few", type=int, default=10_000, help="how many warnings the smaller organisation has")
    said.add_argument("--on", default="", choices=["", "sqlite", "postgresql"], help="one database only")
    said.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    given = said.parse_args()
    if given.measure:
        return measure(given.measure)
    for name, server in databases(given.on):
        few, many = (json.loads(apart(__file__, server, f"warnings{n}", "--measure", str(n)).splitlines()[-1]) for n in (given.few, given.few * 10))
        table(name, given.few, "", few, few, many)


if __name__ == "__main__":
    main()

"""What a round costs at 500 people and at ten times as many, side by side in one run: answering, closing, and the page of what came out.

    .venv/bin/python bench/rounds.py                500 and 5,000 people over 200 items, on SQLite and PostgreSQL
    .venv/bin/python bench/rounds.py --few 50       50 and 500 people
    .venv/bin/python bench/rounds.py --on sqlite    on one database

Half of the people are of each side, in twenty teams. Sheets are sealed as the product seals them, written in bulk as no person could.
Closing opens, counts and reckons all of them once, and writes a letter to each. A page is timed from start to end inside the server, the least of five.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from datetime import timedelta
from typing import Any

from looking import apart, databases, questions, seconds, table

ITEMS, TEAMS, TIMES, BATCH = 200, 20, 5, 2000
PARTS = ("closing", "reveal", "all rounds", "today")


def fill(people: int) -> tuple[Any, Any]:
    """An open round that so many people have answered, in the database the environment names; and whoever closes it."""
    import numpy as np
    from django.db import transaction

    from accord.base import clock, scope
    from accord.base.people.models import Person, Team
    from accord.ideas.empathy.models import Round, RoundItem, RoundPart, Sheet
    from accord.ideas.empathy.rules.said import Said
    from tests import cast as everybody

    with transaction.atomic():
        cast = everybody.gather()
    chance = np.random.default_rng(7)
    with scope.within(cast.alder.id), transaction.atomic():
        teams = [Team(name=f"Team {n}", side=("business", "it")[n % 2]) for n in range(TEAMS)]
        keep(Team, teams)
        crowd = [Person(name=f"Person {n}", email=f"p{n}@alder.example", side=teams[n % TEAMS].side, team=teams[n % TEAMS]) for n in range(people)]
        keep(Person, crowd)
        row = Round.objects.create(title="Everything", closes_on=clock.today() + timedelta(days=7), made_by_id=cast.fiona.person_id)
        keep(RoundItem, [RoundItem(round=row, place=n, title=f"Thing {n}") for n in range(ITEMS)])
        parts = [RoundPart(round=row, person=one, side=one.side, team=one.team, done=True) for one in crowd]
        keep(RoundPart, parts)
        level = {side: chance.uniform(1.5, 4, ITEMS) for side in ("business", "it")}
        sheets = []
        for part in parts:
            own, guess = (np.clip(np.rint(chance.normal(level[side], 0.8)), 1, 4).astype(int) for side in (part.side, "it"))
            sheets.append(Sheet.of(part, Said(own=tuple(own.tolist()), guess=tuple(guess.tolist()))))
        keep(Sheet, sheets)
    return cast, row


def keep(model, rows) -> None:
    for start in range(0, len(rows), BATCH):
        model.objects.bulk_create(rows[start : start + BATCH])


def measure(people: int) -> None:
    """In a process of its own: fill, close, look; prints what it cost as JSON."""
    import django

    django.setup()
    from django.test import Client

    from accord.base import registry, scope
    from accord.base.people.models import Account
    from accord.ideas.empathy.actions.closing import close
    from accord.ideas.empathy.actions.rounds import locked

    cast, row = fill(people)
    found = {}
    with scope.within(cast.alder.id):
        began = time.perf_counter()
        with scope.unit(), registry.acting(cast.fiona, "bench"):
            close(by=cast.fiona, row=locked(row.id))
        found["closing"] = {"seconds": time.perf_counter() - began, "questions": 0}
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(Account.objects.get(email="fiona@fernhill.example"), backend="django.contrib.auth.backends.ModelBackend")
    for name, path in (("reveal", f"perspectives/rounds/{row.id}/"), ("all rounds", "perspectives/rounds/"), ("today", "today/")):
        path = f"/alder-mutual/{path}"
        asked = questions(browser, path)
        found[name] = {"seconds": min(seconds(browser, path, time.perf_counter) for _ in range(TIMES)), "questions": asked}
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(found))


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    said.add_argument("--few", type=int, default=500, help="how many people the smaller round asks")
    said.add_argument("--on", default="", choices=["", "sqlite", "postgresql"], help="one database only")
    said.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    given = said.parse_args()
    if given.measure:
        return measure(given.measure)
    for name, server in databases(given.on):
        few, many = (json.loads(apart(__file__, server, f"people{n}", "--measure", str(n)).splitlines()[-1]) for n in (given.few, given.few * 10))
        table(name, given.few, " people", PARTS, few, many)
        print(f"{'most memory':<14}{many['memory']:>21.0f} MB{many['memory'] / few['memory']:>22.1f}\n")


if __name__ == "__main__":
    main()

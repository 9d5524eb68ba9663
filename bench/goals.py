"""How the drift page grows with the goals of a client: its work and its questions at N goals and at ten times N, side by side in one run.

    .venv/bin/python bench/goals.py                 1,000 goals with 10,000 links, and ten times that, on SQLite and PostgreSQL
    .venv/bin/python bench/goals.py --few 100       100 and 1,000 goals
    .venv/bin/python bench/goals.py --on sqlite     on one database
    .venv/bin/python bench/goals.py --where         where the work of the page goes, at the larger size

A goal has ten links on average: from goals below it, from work, and from roles. A fifth of the goals changed and half of their links were not told; one in ten
never agreed; some goals are stale, left behind or without work, and some work leads nowhere. Each piece of work took hours last month.
Rows are made in bulk, as no person could.
Work is the time of one request from start to end inside the server, the least of five, once the process has seen the page.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import random
import time
from datetime import timedelta

from looking import apart, databases, questions, seconds, table

PAGES = {"drift": "goals/drift/", "one kind": "goals/drift/goals.silent/", "effort": "goals/effort/"}
LINKS, ENTRIES, TIMES, BATCH = 10, 10, 5, 2000


def fill(count: int) -> None:
    """A client with so many goals and ten times as many links, in the database the environment names."""
    from django.db import transaction

    from accord.base import clock, scope
    from accord.base.people.models import Person
    from accord.ideas.goals.models import Goal, GoalVersion, Initiative
    from tests import cast as people

    with transaction.atomic():
        cast = people.gather()
    now, chance = clock.now(), random.Random(7)
    with scope.within(cast.alder.id), transaction.atomic():
        bella = Person.objects.get(id=cast.bella.person_id)
        goals = [_goal(n, now, chance) for n in range(count)]
        _keep(Goal, goals)
        said = {"why": "It matters", "owner": bella, "changed_by": bella}
        _keep(GoalVersion, [GoalVersion(goal=one, number=number, title=f"Goal {n}", at=one.asks_since, **said)
                            for n, one in enumerate(goals) for number in range(1, one.newest + 1)])  # fmt: skip
        work = [Initiative(title=f"Work {n}", opened_by=bella, opened_at=now - timedelta(days=chance.randrange(400))) for n in range(count)]
        _keep(Initiative, work)
        _links(goals, work, bella, now, chance)
        _effort(goals, work, bella, now, chance)


def _goal(n: int, now, chance: random.Random):
    from accord.ideas.goals.models import Goal

    changed = n % 5 == 0
    since, made = now - timedelta(days=chance.randrange(1, 60)), now - timedelta(days=chance.randrange(61, 700))
    fresh = now - timedelta(days=400 if n % 20 == 7 else chance.randrange(1, 90))
    state = "retired" if n % 25 == 3 else "live"
    asks = 2 if changed else 1
    return Goal(made_at=made, state=state, newest=asks, asks=asks, asks_since=since if changed else made, confirmed_at=fresh)


def _links(goals, work, bella, now, chance: random.Random) -> None:
    """Of the ten links of a goal seven come from work, two from roles, one from a goal after it; every fiftieth goal has none but the last."""
    from accord.ideas.goals.models import Serves

    rows = []
    for n, goal in enumerate(goals):
        made = {"goal": goal, "speaker": bella, "since": goal.made_at}
        if n % 50:
            rows += [Serves(initiative=one, **made, **_said(goal, chance)) for one in chance.sample(work[: len(work) * 9 // 10], LINKS - 3)]
            rows += [Serves(role=f"Role {n} {k}", **made, **_said(goal, chance)) for k in range(2)]
        if n + 1 < len(goals):
            rows.append(Serves(below=goals[chance.randrange(n + 1, min(len(goals), n + 50))], **made, **_said(goal, chance)))
    _keep(Serves, rows)


def _effort(goals, work, bella, now, chance: random.Random) -> None:
    """Last month ten entries of each piece of work, half of them under names of another tool; every fifth goal has a share of attention."""
    from accord.ideas.goals.models import Attention, Effort, WorkName

    names = [WorkName(name=f"Name {n}", key=f"name {n}", initiative=one) for n, one in enumerate(work)]
    _keep(WorkName, names)
    month, said = (now.date().replace(day=1) - timedelta(days=1)).replace(day=1), {"kind": "counted"}
    rows = []
    for n, one in enumerate(work):
        for k in range(ENTRIES):
            hours = chance.randrange(1, 9)
            whose = {"initiative": one} if k % 2 else {"work": names[n]}
            rows.append(Effort(month=month, low=hours, high=hours, said_low=hours, said_high=hours, source="Board", **whose, **said))
    _keep(Effort, rows)
    _keep(Attention, [Attention(goal=one, share=1 + n % 100, by=bella) for n, one in enumerate(goals) if n % 5 == 0])


def _said(goal, chance: random.Random) -> dict[str, int | None]:
    if chance.random() < 0.1:
        return {"told": None, "agreed": None}
    if goal.asks == 1:
        return {"told": 1, "agreed": 1}
    return chance.choice([{"told": 2, "agreed": 2}, {"told": 2, "agreed": 1}, {"told": 1, "agreed": 1}])


def _keep(model, rows) -> None:
    for start in range(0, len(rows), BATCH):
        model.objects.bulk_create(rows[start : start + BATCH])


def measure(count: int, where: bool) -> None:
    """In a process of its own: fill, look at the pages, print what they cost as JSON; or where the drift page's work goes."""
    import django

    django.setup()
    from django.test import Client

    from accord.base.people.models import Account

    fill(count)
    _settle()
    browser, found = Client(SERVER_NAME="localhost"), {}
    browser.force_login(Account.objects.get(email="fiona@fernhill.example"), backend="django.contrib.auth.backends.ModelBackend")
    if where:
        browser.get(f"/alder-mutual/{PAGES['drift']}")
        profile = cProfile.Profile()
        profile.runcall(browser.get, f"/alder-mutual/{PAGES['drift']}")
        return pstats.Stats(profile).sort_stats("cumulative").print_stats(r"src/accord", 40)
    for name, page in PAGES.items():
        path = f"/alder-mutual/{page}"
        found[name] = {"questions": questions(browser, path), "seconds": min(seconds(browser, path, time.perf_counter) for _ in range(TIMES))}
    print(json.dumps(found))


def _settle() -> None:
    """PostgreSQL counts its rows by itself after a while; here it is told to at once."""
    if owner := os.environ.get("ACCORD_DATABASE_OWNER"):
        import psycopg

        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    said.add_argument("--few", type=int, default=1000, help="how many goals the smaller client has")
    said.add_argument("--on", default="", choices=["", "sqlite", "postgresql"], help="one database only")
    said.add_argument("--where", action="store_true", help="show where the work of the drift page goes")
    said.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    given = said.parse_args()
    if given.measure:
        return measure(given.measure, given.where)
    for name, server in databases(given.on):
        if given.where:
            print(apart(__file__, server, "where", "--measure", str(given.few * 10), "--where"))
            continue
        few, many = (json.loads(apart(__file__, server, f"goals{count}", "--measure", str(count))) for count in (given.few, given.few * 10))
        table(name, given.few, " goals", PAGES, few, many)


if __name__ == "__main__":
    main()

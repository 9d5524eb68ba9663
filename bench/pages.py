"""How everyday pages grow with the organisation: their work at N and at ten times N initiatives, measured side by side in one run.

    .venv/bin/python bench/pages.py                 30 and 300 initiatives
    .venv/bin/python bench/pages.py --few 100       100 and 1,000
    .venv/bin/python bench/pages.py --where today   where the work of one page goes, at the larger size

Each initiative was filed, answered, played back and partly corrected by the product's own actions; every other one is decided: not worth solving.
Work is the CPU time of one request, the least of five, once the process has seen the page. Questions are those asked of the database.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from looking import questions, seconds, table

ROOT = Path(__file__).parents[1]
PAGES = {"today": "today/", "initiatives": "initiatives/", "initiative": "initiatives/{one}/", "goals": "goals/"}
WORDS = ["handlers", "claims", "storm", "sign-in", "letters", "branch", "payroll", "desk", "queue", "invoice", "phone", "form", "report", "portal", "broker"]
TIMES = 5


def fill(count: int) -> str:
    """An organisation with so many initiatives in the database the environment names; the id of one of them."""
    from django.db import transaction

    from accord.base import clock, scope
    from accord.ideas.listen import actions as listen
    from accord.ideas.worth import actions as worth
    from accord.ideas.worth.rules.decision import Outcome
    from accord.ideas.worth.tests import road
    from tests import cast as people

    cast, chance = people.gather(), random.Random(7)
    bella, today = cast.people["bella"].id, clock.today()
    settled = {"outcome": Outcome.NOT_WORTH_SOLVING, "reasons": "It costs too much.", "decided_by_id": bella, "decided_on": today, "open_reason": "Known."}
    with scope.within(cast.alder.id):
        for n in range(count):
            with transaction.atomic():
                one = listen.file_request(by=cast.bella, problem=f"Case {n}: {' '.join(chance.choices(WORDS, k=12))}.").request.initiative
                road.heard(cast, one.id)
                if n % 2:
                    worth.record_decision(by=cast.fiona, initiative_id=one.id, **settled)
    return str(one.id)


def measure(count: int, where: str) -> None:
    """In a process of its own: fill, look at every page, print what it cost as JSON; or where one page's work goes."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.test import Client

    from accord.base.people.models import Account

    one, browser, found = fill(count), Client(SERVER_NAME="localhost"), {}
    browser.force_login(Account.objects.get(email="fiona@fernhill.example"), backend="django.contrib.auth.backends.ModelBackend")
    for name, path in PAGES.items():
        path = f"/alder-mutual/{path.format(one=one)}"
        if where == name:
            browser.get(path)
            profile = cProfile.Profile()
            profile.runcall(browser.get, path)
            pstats.Stats(profile).sort_stats("cumulative").print_stats(r"src/accord", 40)
        if where:
            continue
        found[name] = {"questions": questions(browser, path), "seconds": min(seconds(browser, path, time.process_time) for _ in range(TIMES))}
    if not where:
        print(json.dumps(found))


def apart(count: int, where: str) -> str:
    with tempfile.TemporaryDirectory() as home:
        own = {"ACCORD_HOME": home, "ACCORD_MODE": "test", "DJANGO_SETTINGS_MODULE": "accord.site.settings", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        command = [sys.executable, __file__, "--measure", str(count), "--where", where]
        return subprocess.run(command, env=os.environ | own, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True).stdout


def main() -> None:
    said = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    said.add_argument("--few", type=int, default=30, help="how many initiatives the smaller organisation has")
    said.add_argument("--where", default="", choices=["", *PAGES], help="show where the work of this page goes")
    said.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    given = said.parse_args()
    if given.measure:
        return measure(given.measure, given.where)
    if given.where:
        return print(apart(given.few * 10, given.where))
    few, many = (json.loads(apart(count, "")) for count in (given.few, given.few * 10))
    table("page", given.few, "", PAGES, few, many)


if __name__ == "__main__":
    main()

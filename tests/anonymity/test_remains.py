"""What is left of somebody who warned without a name: from outside, over a real server, then every byte of the installation is looked through."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.databases.plugin import SERVER
from tests.databases.postgresql import Server, folder_of_programs
from tests.installation import Installation, answers

from .door import code_of, hidden

pytestmark = pytest.mark.django_db

SEES = "Zinnober tests end on the 8th, the freeze starts on the 1st, says the xylophone plan."
MORE = "A quokka week is enough for the walrus region."
BRINGS = {
    "User-Agent": "Kestrel/7.31 (Peregrine 12)",
    "Referer": "http://intranet.example/heliotrope/page",
    "Cookie": "accord=obsidiansession; __Host-accord=obsidiansession",
    "X-Forwarded-For": "203.0.113.77, 198.51.100.9",
    "X-Real-IP": "203.0.113.77",
    "Forwarded": "for=203.0.113.77",
    "Accept-Language": "en-GB",
    "X-Request-ID": "req-marmalade-4711",
}
TRACES = [
    *("Kestrel", "Peregrine", "heliotrope", "obsidiansession", "203.0.113.77", "198.51.100.9", "req-marmalade"),
    *("Zinnober", "xylophone", "quokka", "walrus"),
]
SEED = """
import django; django.setup()
from tests.cast import gather
from tests.anonymity.conftest import furnish
from accord.ideas.risks.rules.unnamed import link_text
cast = gather()
furnish(cast)
print(link_text(cast.alder.id, 1))
"""
AT_NIGHT = """
import django; django.setup()
from accord.ideas.risks.chores_unnamed import mix_all
mix_all()
"""
ANSWERED = """
import django; django.setup()
from django.db import transaction
from accord.base import scope
from accord.base.people import access
from accord.ideas.risks import actions as risks
from accord.ideas.risks.models import Report
with transaction.atomic():
    _client, bella = access.by_email("bella@alder.example", None, "web")
with scope.within(bella.client_id), transaction.atomic():
    for report in Report.objects.all():
        risks.hear_report(by=bella, report_id=report.id)
        risks.ask_reporter(by=bella, report_id=report.id, words="Would more time be enough?")
        risk = risks.word_report(by=bella, report_id=report.id, sees="Tests end after the freeze.", answerer_id=bella.person_id)
        risks.act(by=bella, risk_id=risk.id, words="The tests start earlier.")
    _client, fiona = access.by_email("fiona@fernhill.example", None, "web")
    for report in Report.objects.all():
        risks.end_risk(by=fiona, risk_id=report.risk_id, words="Over.")
"""


@dataclass
class House:
    """An installation of its own with the speak application in front of it."""

    installation: Installation
    text: str
    server: Server | None = None
    database: str = ""
    out: list[str] = field(default_factory=list)

    def ask(self, address: str, step: str = "", given: dict[str, str] | None = None, brings: dict[str, str] | None = None) -> str:
        data = urllib.parse.urlencode(given).encode() if given is not None else None
        asked = urllib.request.Request(f"{address}/s/{self.text}/{step}", data=data, headers=BRINGS if brings is None else brings)
        with urllib.request.urlopen(asked, timeout=20) as answer:
            assert answer.headers.get("Set-Cookie") is None
            return str(answer.read().decode())

    def say(self, address: str, sees: str = SEES, **brings: str) -> str:
        given = {"goal": "other", "sees": sees, "hinted": "1"}
        check = self.ask(address, "write/", given)
        return code_of(self.ask(address, "send/", {**given, **hidden(check), "when": "mix"}))

    def run(self, script: str) -> str:
        done = self.installation.python("-c", script)
        assert done.returncode == 0, done.stderr
        self.out += [done.stdout, done.stderr]
        return done.stdout

    def dump(self) -> bytes:
        """All rows, as the database's own tool writes them down; on SQLite that is every file of the home folder."""
        if not self.server:
            return b"".join(path.read_bytes() for path in sorted(self.installation.home.rglob("*")) if path.is_file())
        command = [folder_of_programs() / "pg_dump", "--inserts", f"--dbname={self.server.address('postgres', self.database)}"]
        done = subprocess.run(command, capture_output=True)
        assert done.returncode == 0, done.stderr
        return done.stdout + b"".join(path.read_bytes() for path in sorted(self.installation.home.rglob("*")) if path.is_file())


def _databases(server: Server | None, name: str) -> dict[str, str]:
    roles = {"ACCORD_DATABASE": "accord_app", "ACCORD_DATABASE_OWNER": "accord_owner", "ACCORD_SPEAK_DATABASE": "accord_speak"}
    return {setting: server.address(role, name) for setting, role in roles.items()} if server else {}


@pytest.fixture(scope="session")
def first_premises(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> House:
    """Migrated by the command, with a house in it whose people can warn. Made once, and copied for each test."""
    server, name, home = request.config.stash.get(SERVER, None), "premises", tmp_path_factory.mktemp("premises") / "home"
    if server:
        server.make(name)
    (home / "fonts").mkdir(parents=True)
    root = Path(__file__).parents[2]
    made = Installation(home, {**_databases(server, name), "ACCORD_MODE": "demo", "PYTHONPATH": f"{root / 'src'}:{root}"})
    migrated = made.accord("migrate")
    assert migrated.returncode == 0, migrated.stderr
    house = House(made, "", server, name)
    house.text = house.run(SEED).split()[-1]
    return house


@pytest.fixture
def premises(first_premises: House, tmp_path: Path) -> House:
    first, name = first_premises, f"premises_{time.monotonic_ns()}"
    shutil.copytree(first.installation.home, tmp_path / "premises")
    if first.server:
        first.server.make(name, like=first.database)
    own = {**first.installation.database, **_databases(first.server, name)}
    return House(Installation(tmp_path / "premises", own), first.text, first.server, name)


@pytest.fixture
def open_house(premises: House) -> Iterator[tuple[House, str]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = premises.installation.start("-m", "accord", "speak", "--port", port)
    address = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 60
    while answers(f"{address}/") != 200:
        assert process.poll() is None and time.monotonic() < until, process.communicate(timeout=5)
        time.sleep(0.2)
    yield premises, address
    process.terminate()
    premises.out += [text for text in process.communicate(timeout=30) if text]
    assert [trace for trace in TRACES if any(trace in text for text in premises.out)] == [], "in what the processes printed"


def found_in(data: bytes, code: str) -> list[str]:
    letters = code.replace(" ", "")
    forms = [*TRACES, code, letters, "-".join(code.split())]
    return [form for form in forms if re.search(re.escape(form.encode()), data, re.IGNORECASE)]


def test_no_byte_of_the_installation_leads_back(open_house) -> None:
    """After raising, mixing, answering and closing: not in the database, its write-ahead log, the outbox, the journal, a log or a backup."""
    house, address = open_house
    code = house.say(address)
    assert found_in(house.dump(), code) == []
    house.run(AT_NIGHT)
    assert "It arrived" in house.ask(address, "back/", {"code": code})
    house.ask(address, "talk/", {"code": code, "do": "more", "words": MORE})
    house.run(ANSWERED)
    house.run(AT_NIGHT)
    talk = house.ask(address, "back/", {"code": code})
    assert "The tests start earlier." in talk and "quokka" in talk
    assert found_in(house.dump(), code) == []
    if not house.server:
        copy = house.installation.home.parent / "copy.db"
        assert house.installation.accord("backup", copy).returncode == 0
        assert found_in(copy.read_bytes(), code) == []


def test_of_the_pile_nothing_is_left_after_the_night(open_house) -> None:
    house, address = open_house
    if house.server:
        pytest.skip("PostgreSQL sweeps removed rows away by itself, as soon as it looks")
    house.say(address)
    pile = house.run("""
import django; django.setup()
from django.db import connection, transaction
from accord.base import scope
from accord.base.people.access import each_client
from accord.ideas.risks.models import Spool
for client in each_client("the pile is looked at"):
    for row in Spool.objects.all(): print(row.sealed)
""").split()
    assert len(pile) == 1
    pieces = [pile[0][at : at + 40].encode() for at in range(0, len(pile[0]) - 40, 40)]  # a row may lie in several pages
    lies = house.dump()
    assert sum(piece in lies for piece in pieces) >= len(pieces) - 2
    house.run(AT_NIGHT)
    lies = house.dump()
    assert [piece for piece in pieces if piece in lies] == []


def test_a_visit_touches_one_table_and_no_row_that_was_there(open_house) -> None:
    house, address = open_house
    before = _tables(house)
    house.say(address)
    after = _tables(house)
    assert {name for name in after if after[name] != before[name]} == {"risks_spool"}
    assert before["risks_spool"] == [] and len(after["risks_spool"]) == 1


def test_two_persons_leave_the_same(open_house) -> None:
    """But for what is random: ids, the sealed words and the fingerprint of the code."""
    house, address = open_house
    house.say(address)
    others = {"User-Agent": "Ocelot/1", "X-Forwarded-For": "192.0.2.5", "Referer": "http://elsewhere.example/", "Cookie": "accord=other"}
    given = {"goal": "other", "sees": SEES[:40] + " but said by somebody else at much less length", "hinted": "1"}
    check = house.ask(address, "write/", given, others)
    house.ask(address, "send/", {**given, **hidden(check), "when": "mix"}, others)
    first, second = (dict(row) for row in _tables(house)["risks_spool"])
    chance = {"id", "sealed", "digest"}
    assert {name: value for name, value in first.items() if name not in chance} == {name: value for name, value in second.items() if name not in chance}
    assert all(len(str(first[name])) == len(str(second[name])) for name in chance)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(first["week"]))


def _tables(house: House) -> dict[str, list[tuple[tuple[str, object], ...]]]:
    """Every row of every table, past Accord."""
    if house.server:
        import psycopg

        with psycopg.connect(house.server.address("postgres", house.database)) as opened:  # type: ignore[attr-defined]
            names = [name for (name,) in opened.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()]
            found = {}
            for name in names:
                rows = opened.execute(f'SELECT xmin::text AS xmin_, xmax::text AS xmax_, * FROM "{name}"')  # type: ignore[arg-type]
                columns = [one.name for one in rows.description or ()]
                kept = [tuple(zip(columns, row, strict=True)) for row in rows.fetchall()]
                found[name] = sorted((tuple(one for one in row if name != "risks_spool" or one[0] not in ("xmin_", "xmax_")) for row in kept), key=repr)
            return found
    import sqlite3

    opened_file = sqlite3.connect(f"file:{house.installation.file}?mode=ro", uri=True)
    names = [name for (name,) in opened_file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for name in names:
        rows = opened_file.execute(f'SELECT * FROM "{name}"')
        columns = [one[0] for one in rows.description]
        found[name] = sorted((tuple(zip(columns, row, strict=True)) for row in rows.fetchall()), key=repr)
    opened_file.close()
    return found


def test_the_process_can_reach_nothing_else(premises: House) -> None:
    """Not by a mistake of the program, and not by somebody who made it run statements of theirs."""
    tried = premises.run("""
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "accord.site.speak_settings"
import django; django.setup()
from django.db import connection, transaction
from accord.base import scope
from accord.ideas.risks.queries.speaking import board_at
with transaction.atomic():
    board = board_at(TEXT)
tried = [
    "SELECT * FROM people_person", "SELECT * FROM people_client", "SELECT * FROM journal_entry", "SELECT * FROM risks_risk", "SELECT * FROM risks_reportnote",
    "SELECT * FROM risks_spool", "DELETE FROM risks_spool", "UPDATE risks_report SET week = week", "DELETE FROM risks_reportpost",
    "SELECT * FROM django_session",
    "INSERT INTO risks_reportpost (id) VALUES (1)", "UPDATE risks_board SET people = 3", "CREATE TABLE mine (x int)",
]
for statement in tried:
    try:
        with scope.within(board.client_id), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        print("DONE", statement)
    except Exception as error:
        print("refused", type(error).__name__)
""".replace("TEXT", repr(premises.text)))
    assert tried.count("refused") == 13 and "DONE" not in tried, tried


def test_a_killed_mixer_leaves_the_pile_whole(premises: House) -> None:
    """kill -9 in the middle of its transaction: nothing was laid down, nothing is lost, and the next night does it."""
    premises.run("""
import django; django.setup()
from django.db import transaction
from accord.base import scope
from accord.base.people.models import Client
from accord.ideas.risks import actions as risks
from accord.ideas.risks.models import Board
with scope.outside("the client is found"), transaction.atomic():
    id = Client.objects.get(slug="alder-mutual").id
with scope.within(id), transaction.atomic():
    board = Board.objects.get()
    for n in range(30):
        risks.drop(board=board, kind="first", digest=f"{n:064d}", words={"sees": "x"}, crowd=9)
""")
    premises.installation.python("-c", """
import django, os, signal; django.setup()
from accord.ideas.risks.actions import mixing
laid = mixing.Report.save
count = []
def save(self, *a, **k):
    laid(self, *a, **k); count.append(1)
    if len(count) == 15: os.kill(os.getpid(), signal.SIGKILL)
mixing.Report.save = save
from accord.ideas.risks.chores_unnamed import mix_all
mix_all()
""")
    tables = _tables(premises)
    assert (len(tables["risks_spool"]), len(tables["risks_report"])) == (30, 0)
    premises.run(AT_NIGHT)
    tables = _tables(premises)
    assert (len(tables["risks_spool"]), len(tables["risks_report"])) == (0, 30)

"""One test for each sentence of the page “What is protected”, found by the sentence’s key; and that no sentence is without its test."""

from __future__ import annotations

import ast
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.db import models

import accord
from accord.base import clock, registry, scope
from accord.base.journal.models import Entry
from accord.base.people import sealed
from accord.doors.speak import protected
from accord.doors.speak.forgetting import Forgetting
from accord.ideas.risks import actions as risks
from accord.ideas.risks.models import Report, ReportPost, Risk, Spool
from accord.ideas.risks.queries import reports
from accord.ideas.risks.rules import unnamed

from .door import Reporter

pytestmark = pytest.mark.django_db
WORDS = "Heliotrope tests end on the 8th, the freeze starts on the 1st."
SENTENCES = {key: str(sentence) for chapter in protected.CHAPTERS for key, sentence in chapter.sentences.items()}
UNNAMED = (Spool, Report, ReportPost)


def test_every_sentence_has_its_test_and_every_test_its_sentence() -> None:
    tested = {name.removeprefix("test_says_") for name in globals() if name.startswith("test_says_")}
    assert tested == SENTENCES.keys()


def test_the_page_prints_every_sentence(reporter) -> None:
    page = reporter.see("protected/")
    assert [key for key, sentence in SENTENCES.items() if f'<li id="{key}">{sentence}</li>' not in page] == []


def arrived(house, reporter, **slots: str) -> tuple[str, Report]:
    code = reporter.say(sees=WORDS, **slots)
    risks.mix(client_id=house.alder.id)
    with house.inside():
        return code, Report.objects.get()


def test_says_words_with_week(house, reporter) -> None:
    _code, row = arrived(house, reporter)
    assert row.week.weekday() == 0 and type(row.week) is date
    assert "Heliotrope" not in row.sealed
    with house.inside():
        assert reports.heard(row).slots["sees"] == WORDS


def test_says_crowd(house, reporter) -> None:
    _code, row = arrived(house, reporter)
    assert (row.crowd, row.least, row.unit) == (17, 5, "")


def test_says_padded(house, reporter) -> None:
    for sees in ("Short, on the 8th.", WORDS, WORDS * 10):
        reporter.say(sees=sees)
    with house.inside():
        assert len({len(row.sealed) for row in Spool.objects.all()}) == 1
    lengths = {len(unnamed.padded({"words": "x" * n}).encode()) for n in range(0, 16_000, 97)}
    assert lengths == {1024, 4096, 16384}


def test_says_code(house, reporter) -> None:
    code, row = arrived(house, reporter)
    assert len(unnamed.LETTERS) ** (unnamed.GROUPS * unnamed.OF) > 2**98
    assert row.digest == unnamed.code_digest(house.alder.id, code) and len(row.digest) == 64
    assert code.replace(" ", "") not in row.digest.upper()
    assert unnamed.code_digest(house.brightwell.id, code) != row.digest


def test_says_no_person(house, reporter) -> None:
    """No column of what a reporter leaves can hold a person, an account or an address of theirs."""
    for model in UNNAMED:
        for field in model._meta.get_fields():
            if field.is_relation and field.many_to_one:
                assert field.related_model in (scope.ClientModel, Report, Risk, apps.get_model("people.Client")), f"{model.__name__}.{field.name}"
    assert not {"person", "account", "email", "by", "address", "agent", "session"} & {one.name for model in UNNAMED for one in model._meta.get_fields()}
    _code, row = arrived(house, reporter)
    with house.inside():
        risk = risks.word_report(by=house.bella, report_id=row.id, sees="Tests end late.", answerer_id=house.ian.person_id)
    assert risk.raised_by_id is None


def test_says_no_device(house) -> None:
    seen: dict[str, Any] = {}
    brought = {
        "REMOTE_ADDR": "203.0.113.9", "REMOTE_PORT": "1", "HTTP_USER_AGENT": "Kestrel", "HTTP_REFERER": "http://x.example/", "HTTP_COOKIE": "a=b",
        "HTTP_X_FORWARDED_FOR": "203.0.113.9", "HTTP_X_REAL_IP": "203.0.113.9", "HTTP_FORWARDED": "for=1", "HTTP_SEC_CH_UA": "K", "HTTP_DNT": "1",
        "HTTP_AUTHORIZATION": "Basic x", "REMOTE_USER": "nora", "HTTP_X_REQUEST_ID": "1", "SSL_CLIENT_S_DN": "CN=Nora",
    }  # fmt: skip
    needed = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "wsgi.input": io.BytesIO()}
    Forgetting(lambda environ, start: seen.update(environ) or [])({**brought, **needed}, lambda *given: None)
    assert seen == needed


def test_says_no_time(house, reporter) -> None:
    for model in UNNAMED:
        for field in model._meta.get_fields():
            assert not isinstance(field, models.DateTimeField | models.TimeField), f"{model.__name__}.{field.name}"
    reporter.say(sees=WORDS)
    with house.inside():
        assert Spool.objects.get().id.version == 4 and not Report.objects.exists()
    risks.mix(client_id=house.alder.id)
    with house.inside():
        row = Report.objects.get()
        assert row.id.version == 4 and not Spool.objects.exists()
        assert [value for value in vars(row).values() if isinstance(value, date)] == [row.week]


def test_says_no_cookie(house, reporter) -> None:
    answer = reporter.get(reporter.at, headers={"cookie": "accord=mine"})
    page = answer.content.decode()
    assert not answer.cookies and not reporter.cookies
    assert "<script" not in page and 'src="http' not in page and 'href="http' not in page
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src" not in policy and "default-src 'none'" in policy
    assert (answer.headers["Referrer-Policy"], answer.headers["Cache-Control"]) == ("no-referrer", "no-store, private")


def test_says_no_log(house, reporter, caplog, capfd) -> None:
    with house.inside():
        before = Entry.objects.count()
    reporter.say(sees=WORDS)
    reporter.get("/s/nothing/")
    risks.mix(client_id=house.alder.id)
    with house.inside():
        assert Entry.objects.count() == before
    written = caplog.text + "".join(capfd.readouterr())
    assert reporter.at not in written and "Heliotrope" not in written
    from accord.doors.cli import serve

    assert "log_access=False" in Path(serve.__file__).read_text()


def test_says_listeners(house, reporter) -> None:
    """Of all who sign in only the listener finds them, on every address that has them."""
    _code, row = arrived(house, reporter)
    at = f"/alder-mutual/warnings/heard/{row.id}/"
    assert WORDS in house.browser("bella").get(at).content.decode()
    for who in ("fiona", "ian", "petra", "sam"):
        browser = house.browser(who)
        assert [browser.get(f"{at}{step}").status_code for step in ("", "words/", "join/")] == [404] * 3
        assert browser.get("/alder-mutual/warnings/heard/").status_code == 404
        assert browser.post(at, {"do": "hear"}).status_code == 404
    with house.inside():
        for actor in (house.fiona, house.ian, house.petra):
            with pytest.raises(registry.NotThere):
                risks.hear_report(by=actor, report_id=row.id)


def test_says_others(house, reporter) -> None:
    _code, row = arrived(house, reporter)
    with house.inside():
        risk = risks.word_report(by=house.bella, report_id=row.id, sees="Tests end after the freeze.", answerer_id=house.ian.person_id)
    for who in ("fiona", "ian", "petra"):
        page = house.browser(who).get(f"/alder-mutual/warnings/{risk.id}/").content.decode()
        assert "Tests end after the freeze." in page and "Heliotrope" not in page
        assert "Heliotrope" not in house.browser(who).get("/alder-mutual/today/").content.decode()


def test_says_notes(house, reporter) -> None:
    code, row = arrived(house, reporter)
    with house.inside():
        made = risks.note_report(by=house.bella, report_id=row.id, words="Known since the marmalade meeting.")
        assert "marmalade" not in made.sealed
    assert "marmalade" in house.browser("bella").get(f"/alder-mutual/warnings/heard/{row.id}/").content.decode()
    assert "marmalade" not in reporter.talk(code)
    from accord.site import speak_settings

    assert "risks_reportnote" not in speak_settings.DATABASES["default"].get("ONLY", {})


def test_says_whoever_has_code(house, reporter) -> None:
    code, _row = arrived(house, reporter)
    somebody = Reporter(house.alder.id)
    assert WORDS in somebody.talk(code)
    somebody.turn(code, "more", words="One more thing.")
    risks.mix(client_id=house.alder.id)
    assert "One more thing." in reporter.talk(code)


def test_says_credit(house, reporter) -> None:
    code, row = arrived(house, reporter)
    reporter.turn(code, "credit", name="Nora Quist", sure="on")
    risks.mix(client_id=house.alder.id)
    assert "Nora Quist" in house.browser("bella").get(f"/alder-mutual/warnings/heard/{row.id}/").content.decode()
    with house.inside():
        risk = risks.word_report(by=house.bella, report_id=row.id, sees="Late.", answerer_id=house.ian.person_id)
        risks.give_credit(by=house.bella, report_id=row.id, name="Nora Quist")
    assert "Nora Quist" in house.browser("ian").get(f"/alder-mutual/warnings/{risk.id}/").content.decode()


def test_says_operators(house, reporter, settings) -> None:
    _code, row = arrived(house, reporter)
    with house.inside():
        assert reports.heard(row).slots["sees"] == WORDS
        settings.FIELD_KEY = "another key, as of somebody who only has the database"
        assert reports.heard(row).closed
    with pytest.raises(sealed.CannotOpen):
        sealed.unseal(row.sealed, about="anything")


def test_says_live(house) -> None:
    """It is said, and nothing in the code pretends otherwise: the address is there until the very door, and is dropped in the first line."""
    tree = ast.parse((Path(accord.__file__).parent / "site" / "speak_wsgi.py").read_text())
    assert "Forgetting(get_wsgi_application())" in ast.unparse(tree)
    assert "cannot keep them from it" in SENTENCES["live"]


def test_says_backups(house, reporter) -> None:
    """Rows lie in the order of random ids and have no other number."""
    from django.db import connection

    for n in range(30):
        reporter.say(sees=f"{WORDS} {n}")
    with house.inside(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE name IN ('risks_spool', 'risks_report', 'risks_reportpost')")
            assert all(sql.endswith("WITHOUT ROWID") for (sql,) in cursor.fetchall())
        cursor.execute("SELECT id FROM risks_spool" + (" ORDER BY id" if connection.vendor == "postgresql" else ""))
        ids = [str(id) for (id,) in cursor.fetchall()]
    assert ids == sorted(ids) and len(ids) == 30


def test_says_postgresql(house) -> None:
    """What remains is written down where operators read it."""
    assert "in which night" in (Path(accord.__file__).parents[2] / "THREAT_MODEL.md").read_text()


def test_says_nothing_leaves(house, reporter) -> None:
    from django_tasks_db.models import DBTaskResult

    before = DBTaskResult.objects.count()
    mail.outbox = []
    _code, row = arrived(house, reporter)
    assert mail.outbox == [] and DBTaskResult.objects.count() == before
    page = house.browser("bella").get("/alder-mutual/today/").content.decode()
    assert "A warning without a name waits to be read" in page and "Heliotrope" not in page and row


def test_says_no_letter_to_you(house, reporter) -> None:
    code, row = arrived(house, reporter)
    mail.outbox = []
    with house.inside():
        risks.hear_report(by=house.bella, report_id=row.id)
        risks.ask_reporter(by=house.bella, report_id=row.id, words="Is a week enough?")
    assert mail.outbox == []
    assert "Is a week enough?" in reporter.talk(code)


def test_the_week_is_all_even_when_the_clock_stands_at_its_end(house, reporter) -> None:
    from datetime import UTC, datetime

    with clock.at(datetime(2026, 11, 1, 23, 59, tzinfo=UTC)):
        assert "week of 26 October" in reporter.post(f"{reporter.at}write/", {"sees": WORDS, "hinted": "1"}).content.decode()
        reporter.say(sees=WORDS)
    with house.inside():
        assert Spool.objects.get().week == date(2026, 10, 26)

"""Somebody warns without a name on a phone at 375 px, without JavaScript, keeps the code, and comes back to what a listener says."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import expect

from accord.ideas.risks import actions as risks
from accord.ideas.risks.models import Report
from accord.ideas.risks.rules.unnamed import link_text
from tests.anonymity.conftest import furnish
from tests.installation import answers

ROOT = Path(__file__).parents[2]


@pytest.fixture
def speak(cast, open_page) -> Iterator[Callable[..., object]]:
    """The speak application as a process of its own, on the database of the test; gives a phone at the link."""
    furnish(cast)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ, "ACCORD_MODE": "demo", "ACCORD_HOME": str(settings.OPTIONS.home), "ACCORD_SECRET_KEY": settings.SECRET_KEY,
        "ACCORD_FIELD_KEY": settings.FIELD_KEY, "ACCORD_DATABASE": f"sqlite:///{connection.settings_dict['NAME']}", "PYTHONPATH": str(ROOT / "src"),
    }  # fmt: skip
    process = subprocess.Popen([sys.executable, "-m", "accord", "speak", "--port", str(port)], cwd=ROOT, env=environment)
    address, until = f"http://127.0.0.1:{port}", time.monotonic() + 60
    while answers(f"{address}/") != 200:
        assert process.poll() is None and time.monotonic() < until
        time.sleep(0.2)

    def visit(step: str = "", theme: str = "light", width: int = 375, scripts: bool = False):
        seen = open_page("/help/", width=width, theme=theme, scripts=scripts)
        seen.page.goto(f"{address}/s/{link_text(cast.alder.id, 1)}/{step}")
        seen.complaints.clear()
        return seen

    yield visit
    process.terminate()
    process.wait(20)


def look(seen, name: str) -> None:
    """A picture, and that it fits; what axe says is asked below, as it needs scripts."""
    seen.shot(name)
    seen.fits()
    seen.is_quiet()


def test_a_warning_without_a_name_gets_a_code_and_an_answer(cast, speak) -> None:
    seen = speak()
    page, title = seen.page, seen.page.get_by_role("heading", level=1)
    expect(title).to_have_text("17 people could have written this")
    look(seen, "speak-before")
    page.get_by_role("link", name="What is protected").click()
    look(seen, "speak-protected")
    page.go_back()
    page.get_by_label("Without my name").tap()
    page.get_by_role("button", name="Continue").tap()

    page.get_by_label("What I see").fill("Sign-in tests end on 8 November. Nobody checked the freeze on the 1st.")
    page.get_by_label("From, in EUR").fill("20k")
    page.get_by_label("To, in EUR").fill("60k")
    page.get_by_label("What I ask").fill("Start the tests a week earlier.")
    page.get_by_label("By when").fill("2031-10-20")
    look(seen, "speak-write")
    page.get_by_role("button", name="Read it before sending").tap()
    expect(page.locator("main")).to_contain_text("points at people")
    look(seen, "speak-hints")
    page.get_by_role("button", name="Use that").first.tap()
    page.get_by_role("button", name="Read it before sending").tap()
    expect(title).to_have_text("This is how it will read")
    expect(page.locator(".ask")).to_contain_text("€20,000 to €60,000")
    look(seen, "speak-check")
    page.get_by_label("Tonight, mixed with others").check()
    page.get_by_role("button", name="Send the warning").tap()
    expect(title).to_have_text("Keep this code. It is shown once")
    code = " ".join(page.locator(".code span:not(.vh)").all_inner_texts())
    look(seen, "speak-code")
    page.get_by_role("link", name="I have written it down").tap()

    risks.mix(client_id=cast.alder.id)
    with cast.inside():
        report = Report.objects.get()
        risks.hear_report(by=cast.bella, report_id=report.id)
        risks.ask_reporter(by=cast.bella, report_id=report.id, words="Would a week be enough?")
    page.get_by_label("Your code").fill(code.lower())
    look(seen, "speak-back")
    page.get_by_role("button", name="Open the conversation").tap()
    expect(title).to_have_text("You were heard, and there is a question")
    page.get_by_label("Say more").fill("A week is enough. Only Coast.")
    page.get_by_role("button", name="Send").tap()
    expect(page.locator("main")).to_contain_text("It is on its way")

    risks.mix(client_id=cast.alder.id)
    with cast.inside():
        risk = risks.word_report(by=cast.bella, report_id=report.id, sees="Tests end after the freeze.", answerer_id=cast.ian.person_id)
        risks.act(by=cast.ian, risk_id=risk.id, words="The tests start a week earlier.")
    back = speak("back/", theme="dark")
    back.page.get_by_label("Your code").fill(code)
    back.page.get_by_role("button", name="Open the conversation").tap()
    expect(back.page.get_by_role("heading", level=1)).to_have_text("You were heard, and something changed")
    expect(back.page.locator(".talk")).to_contain_text("A week is enough. Only Coast.")
    look(back, "speak-talk")
    assert back.page.context.cookies(back.page.url) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_is_accessible(speak, theme) -> None:
    for step in ("", "few/", "through/", "named/", "protected/", "write/", "back/", "how/"):
        seen = speak(step, theme=theme, scripts=True)
        seen.is_accessible()
        seen.fits()
        seen.page.close()


def test_the_listener_finds_it_reads_it_and_puts_it_into_other_words(cast, speak, open_page) -> None:
    from tests.anonymity.door import Reporter

    Reporter(cast.alder.id).say(sees="Sign-in tests end on 8 November. The freeze starts on the 1st.")
    risks.mix(client_id=cast.alder.id)
    for width in (375, 1440):
        bella = open_page("/alder-mutual/warnings/heard/", width=width, account=cast.accounts["bella"])
        bella.is_well("speak-heard")
        bella.page.get_by_role("link", name="Sign-in tests end").click()
        bella.is_well("speak-report")
    page = bella.page
    page.get_by_role("button", name="I have read it").click()
    page.get_by_role("link", name="Put it into my words").click()
    bella.is_well("speak-words")
    page.get_by_label("What is seen").fill("Two dates do not meet: the tests end after the freeze.")
    page.get_by_label("Who must answer?").select_option(str(cast.ian.person_id))
    page.get_by_role("button", name="Warn in these words").click()
    expect(page.locator("main")).to_contain_text("It is a warning now")
    fiona = open_page("/alder-mutual/warnings/speaking/", account=cast.accounts["fiona"])
    expect(fiona.page.get_by_role("heading", level=1)).to_have_text("17 people can speak up without a name")
    fiona.is_well("speak-speaking")

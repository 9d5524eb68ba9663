"""The demo's letters: whoever sits at the machine reads them, and their links work on whatever port the demo runs."""

from datetime import timedelta

import pytest
from django.core.mail import get_connection

from accord.base import clock
from accord.ideas.listen import actions as listen


@pytest.fixture
def asked(in_demo, cast, mailoutbox):
    """Fiona asked Bella one question; the letter lies in the demo's folder."""
    with cast.inside():
        filed = listen.file_request(by=cast.bella, problem="Handlers cannot sign in when a storm hits.")
        (put,) = listen.ask(
            by=cast.fiona, initiative_id=filed.request.initiative_id, person_ids=[cast.bella.person_id], questions=[listen.Put("goal", "Why <b>now</b>?")]
        )
    get_connection("accord.base.jobs.mailbox.Folder").send_messages(mailoutbox[-1:])
    return put


@pytest.fixture
def path(asked) -> str:
    """Of the link in the letter."""
    return asked.link.url.removeprefix("http://localhost:8765")


def only_letter(here) -> str:
    return here.get("/demo/mail/").context["letters"][0].name


def test_the_list_names_each_letter(here, asked) -> None:
    page = here.get("/demo/mail/")
    assert len(page.context["letters"]) == 1
    assert "bella@alder.example" in page.content.decode()


def test_a_letters_link_leads_to_this_demo_whatever_its_port(here, path) -> None:
    page = here.get(f"/demo/mail/{only_letter(here)}/").content.decode()
    assert f'<a href="{path}">' in page


def test_a_letters_text_is_only_text(here, asked) -> None:
    assert "<b>now" not in here.get(f"/demo/mail/{only_letter(here)}/").content.decode()


@pytest.mark.parametrize("name", ["nothing", "..", "%2e%2e%2faccord.db"])
def test_nothing_but_letters_is_read(here, asked, name) -> None:
    assert here.get(f"/demo/mail/{name}/").status_code == 404


def test_what_waits_on_a_phone_is_shown_in_one(here, path) -> None:
    assert f'src="{path}"' in here.get("/demo/phone/").content.decode()


def test_what_was_answered_waits_no_more(here, asked, cast) -> None:
    with cast.inside():
        listen.answer(by=cast.bella, question_id=asked.asking.questions.get().id, words="Because of the storms.")
    assert here.get("/demo/phone/").context["waiting"] == []


def test_a_link_that_is_over_waits_no_more(here, asked) -> None:
    with clock.at(clock.now() + timedelta(days=60)):
        assert here.get("/demo/phone/").context["waiting"] == []


def test_a_page_of_letters_without_letters_says_what_to_do(in_demo, cast, here) -> None:
    assert "No letter yet" in here.get("/demo/mail/").content.decode()

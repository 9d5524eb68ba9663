"""The demo's letters: whoever sits at the machine reads them, and their links work on whatever port the demo runs."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage, get_connection

from accord.base import clock
from accord.base.people import actions


@pytest.fixture
def letter(in_demo, cast) -> str:
    """A letter to Bella with a link. Returns the link's path."""
    with cast.inside():
        link = actions.make_link(by=cast.fiona, person=cast.people["bella"], purpose="listen.question", subject_id=cast.alder.id)
    body = f"Good morning,\n\none question: {link.url}\n\nFiona <b>Byrne</b>\n"
    sent = EmailMessage("One question", body, to=["bella@alder.example"], headers={"Date": "Tue, 14 Oct 2025 09:00:00 +0000"})
    get_connection("accord.base.jobs.mailbox.Folder").send_messages([sent])
    return link.url.removeprefix("http://localhost:8765")


def only_letter(here) -> str:
    return here.get("/demo/mail/").context["letters"][0].name


def test_the_list_names_each_letter(here, letter) -> None:
    page = here.get("/demo/mail/").content.decode()
    assert "One question" in page
    assert "bella@alder.example" in page


def test_a_letters_link_leads_to_this_demo(here, letter) -> None:
    page = here.get(f"/demo/mail/{only_letter(here)}/").content.decode()
    assert f'<a href="{letter}">' in page


def test_a_letters_text_is_only_text(here, letter) -> None:
    assert "Fiona &lt;b&gt;Byrne&lt;/b&gt;" in here.get(f"/demo/mail/{only_letter(here)}/").content.decode()


@pytest.mark.parametrize("name", ["nothing", "..", "%2e%2e%2faccord.db"])
def test_nothing_but_letters_is_read(here, letter, name) -> None:
    assert here.get(f"/demo/mail/{name}/").status_code == 404


def test_what_waits_on_a_phone_is_shown_in_one(here, letter) -> None:
    page = here.get("/demo/phone/")
    assert f'src="{letter}"' in page.content.decode()


def test_a_link_that_is_over_waits_no_more(here, letter, cast) -> None:
    with clock.at(clock.now() + timedelta(days=60)):
        assert here.get("/demo/phone/").context["waiting"] == []


def test_a_page_of_letters_without_letters_says_what_to_do(in_demo, cast, here) -> None:
    assert "No letter yet" in here.get("/demo/mail/").content.decode()

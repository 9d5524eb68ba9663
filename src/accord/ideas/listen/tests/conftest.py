"""A request of Bella's, and browsers of people: signed in, or at the link that a mail brought."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client

if TYPE_CHECKING:
    from accord.ideas.listen.models import Request  # models can be imported once Django is set up, which is after this file was read

PROBLEM = "Handlers cannot sign in before eight on storm days, so the first hour of claims is lost."
DAY = "We lose the first hour of every named storm. People can’t sign in and they ring the desk."


@dataclass(frozen=True)
class Address:
    """An address of the product, such as a link in a mail."""

    path: str

    def step(self, name: str) -> str:
        return f"{self.path}{name}/"


def link_in(letter) -> Address:
    """The participant link a mail carries."""
    found = re.search(rf"{re.escape(settings.ADDRESS)}(/l/\S+)", letter.body)
    assert found, letter.body
    return Address(found[1])


@pytest.fixture
def storm(cast) -> Request:
    """Bella's request, filed by herself."""
    from accord.ideas.listen import actions

    with cast.inside():
        return actions.file_request(by=cast.bella, problem=PROBLEM, asked_for="A password desk, day and night").request


@pytest.fixture
def web(cast):
    """web("fiona"): a Django test client with that person signed in; web(): one that nobody knows."""

    def open_(who: str = "") -> Client:
        client = Client()
        if who:
            client.force_login(cast.accounts[who], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return open_


@pytest.fixture
def talk(storm) -> str:
    """The address of the conversation about Bella's request."""
    return f"/alder-mutual/initiatives/{storm.initiative_id}/conversation/"


@pytest.fixture
def asked(cast, storm, mailoutbox) -> Address:
    """Bella was asked two questions by link."""
    from accord.ideas.listen import actions

    with cast.inside():
        actions.ask(
            by=cast.fiona, initiative_id=storm.initiative_id, person_ids=[cast.bella.person_id], questions=[actions.Put("day_to_day"), actions.Put("if_not")]
        )
    return link_in(mailoutbox[-1])


@pytest.fixture
def played(cast, storm, mailoutbox) -> Address:
    """Bella said something, and two sentences of it were said back."""
    from accord.ideas.listen import actions

    with cast.inside():
        actions.note_answer(by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.bella.person_id, words=DAY, aspect="day_to_day", way="phone")
        said = [actions.Said("Handlers stand idle until eight on a storm day.", "day_to_day"), actions.Said("It happens on every storm day.", "impact_numbers")]
        actions.play_back(by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.bella.person_id, sentences=said)
    return link_in(mailoutbox[-1])

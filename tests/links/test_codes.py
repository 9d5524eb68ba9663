"""The six digits that let another device in: few tries, the newest only, once, for a quarter of an hour."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from accord.base import clock
from accord.base.journal.models import Entry
from tests.links.hands import SAID, ask_code


@pytest.fixture
def other(answered) -> Client:
    return Client()


def try_code(device: Client, link, digits: str) -> int:
    return device.post(f"{link.path}code/", {"code": digits}).status_code


def wrong(digits: str) -> str:
    return f"{(int(digits) + 1) % 1_000_000:06d}"


def test_five_wrong_tries_lock_a_code(link, other) -> None:
    digits = ask_code(other, link)
    assert [try_code(other, link, wrong(digits)) for _ in range(5)] == [422] * 5
    assert try_code(other, link, digits) == 422
    assert SAID not in other.get(link.path).content.decode()


def test_four_wrong_tries_do_not(link, other) -> None:
    digits = ask_code(other, link)
    for _ in range(4):
        try_code(other, link, wrong(digits))
    assert try_code(other, link, digits) == 302


def test_a_locked_code_does_not_bring_an_older_one_back(link, other) -> None:
    older = ask_code(other, link)
    newer = ask_code(other, link)
    for _ in range(5):
        try_code(other, link, wrong(newer) if wrong(newer) != older else "000000")
    assert try_code(other, link, older) == 422


def test_only_the_newest_code_serves(link, other) -> None:
    older, newer = ask_code(other, link), ask_code(other, link)
    if older != newer:
        assert try_code(other, link, older) == 422
    assert try_code(other, link, newer) == 302


def test_a_code_serves_once(link, other) -> None:
    digits = ask_code(other, link)
    try_code(other, link, digits)
    third = Client()
    assert try_code(third, link, digits) == 422
    assert SAID not in third.get(link.path).content.decode()


def test_a_code_ends_after_a_quarter_of_an_hour(link, other) -> None:
    digits = ask_code(other, link)
    with clock.at(clock.now() + timedelta(minutes=16)):
        assert try_code(other, link, digits) == 422


def test_five_codes_an_hour_and_then_the_page_says_to_wait(link, other) -> None:
    for _ in range(5):
        ask_code(other, link)
    answer = other.post(f"{link.path}code/", {"send": "1"})
    assert answer.status_code == 422
    assert "Five codes were sent in the last hour" in answer.content.decode()
    assert len(mail.outbox) == 5
    with clock.at(clock.now() + timedelta(minutes=61)):
        assert other.post(f"{link.path}code/", {"send": "1"}).status_code == 302


def test_the_code_goes_to_the_person_and_not_to_the_page(link, other) -> None:
    answer = other.post(f"{link.path}code/", {"send": "1"}, follow=True).content.decode()
    assert mail.outbox[-1].to == ["bella@alder.example"]
    assert mail.outbox[-1].subject[-6:] not in answer


@pytest.mark.parametrize("digits", ["", "abc", "1" * 5000, "１２３４５６", "\x00", "' OR 1=1 --"])
def test_what_is_no_code_is_a_wrong_code(link, other, digits) -> None:
    ask_code(other, link)
    assert try_code(other, link, digits) == 422


def test_the_journal_knows_that_a_device_was_let_in_and_that_a_code_was_locked(cast, link, other) -> None:
    digits = ask_code(other, link)
    for _ in range(5):
        try_code(other, link, wrong(digits))
    try_code(other, link, ask_code(other, link))
    with cast.inside():
        events = list(Entry.objects.filter(door="link").values_list("event", flat=True))
    assert events == [f"people.{event}" for event in ("device_let_in", "code_sent", "code_locked", "code_sent", "code_used", "device_let_in")]

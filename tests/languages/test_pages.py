"""Every page speaks the reader's language: what is plain English on it was not handed to gettext."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.sweeps.addresses import every

from .conftest import World
from .reading import plain, texts

pytestmark = pytest.mark.one_database

NOT_FOR_READERS = {"styleguide", "api_reference", "api:openapi-json", "api:api-root"}  # for those who build, in English
# The names and units that formulas are written in are the same for everybody.
OF_FORMULAS = {"worth:formulas", "worth:step", "worth:add_step", "worth:option", "worth:add_option", "worth:quantity"}


def in_formulas(world: World) -> set[str]:
    """Names, units and formulas of the case: the engine's language, the same for every reader."""
    from accord.base import scope
    from accord.ideas.worth.models import Case, Derived, Option, Quantity

    with scope.outside("formulas are read"), scope.within(world.cast.alder.id):
        rows = [*Quantity.objects.all(), *Derived.objects.all()]
        written = {text for row in rows for text in (row.name, row.unit, getattr(row, "formula", ""))}
        written |= {row.formula for row in Option.objects.all()} | {one["name"] for row in Case.objects.all() for one in row.constants}
    return written - {""}


def told(name: str, answer: Any, world: World) -> list[str]:
    """Where something is said in English, and what."""
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return []
    written = world.written | in_formulas(world) if name in OF_FORMULAS else world.written
    return [f"{name} {answer.status_code}: {said}" for said in plain(texts(answer.content.decode()), written)]


@pytest.mark.parametrize("who", ["fiona", "bella", "ian", "petra", ""])
def test_every_page_is_in_the_readers_language(world: World, who: str) -> None:
    browser, found, read = world.signed_in(who), [], 0
    for address in every():
        if address.name not in NOT_FOR_READERS:
            answer = browser.get(address.path(world.cast.alder, address.own(world.cast.alder)))
            assert answer.status_code < 500, address.name
            found += told(address.name, answer, world)
            read += answer.status_code == 200
    assert not found, "\n".join(dict.fromkeys(found))
    assert read > (20 if who else 5)


def test_every_page_that_says_what_is_wrong_is_in_the_readers_language(world: World) -> None:
    from django.db import transaction

    browser, found = world.signed_in("fiona"), []
    for address in every():
        if address.name not in NOT_FOR_READERS:
            with transaction.atomic():
                answer = browser.post(address.path(world.cast.alder, address.own(world.cast.alder)), {})
                found += told(address.name, answer, world)
                transaction.set_rollback(True)
    assert not found, "\n".join(dict.fromkeys(found))


def at_links(world: World) -> Iterator[tuple[str, Any]]:
    for purpose, sent in world.story.links.items():
        for text in sent:
            for step in ("", "code/", "not-mine/", "1/", "pass/", "unknown/"):
                yield f"{purpose} {step}", world.signed_in().get(f"/l/{text}/{step}")


def test_every_participant_page_is_in_the_readers_language(world: World) -> None:
    answers = list(at_links(world))
    found = [line for name, answer in answers for line in told(name, answer, world)]
    assert not found, "\n".join(dict.fromkeys(found))
    assert sum(answer.status_code == 200 for _, answer in answers) > 4


def test_the_first_run_is_in_the_readers_language(world: World, monkeypatch) -> None:
    from accord.base.people.models import Provider

    monkeypatch.setattr(Provider.objects, "exists", lambda: False)
    browser = world.signed_in()
    for answer in (browser.get("/start/"), browser.post("/start/", {})):
        assert answer.status_code in (200, 422)
        assert told("begin", answer, world) == []

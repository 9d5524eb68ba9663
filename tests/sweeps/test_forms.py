"""Whatever is sent to a form, the answer is a page: never a 500, and nothing of another client's changes."""

import re
from typing import Any

import pytest

from .addresses import Address, every
from .conftest import CANARY, World
from .examples import IDS, INVENTED, id_of
from .rows import changed, digests

pytestmark = pytest.mark.one_database

FIELD = re.compile(r"name=\"([\w.:-]+)\"")
JUNK = {
    "nothing": None,
    "empty": "",
    "a NUL": "a\x00b",
    "too long": "x" * 10_000,
    "a number": "-1",
    "no number": "NaN",
    "a huge number": "9" * 400,
    "a power": "1e999",
    "another script's digits": "٣",
    "a wrong date": "2026-99-99",
    "a far date": "9999-12-31",
    "an id": str(INVENTED),
    "markup": "<b>{{ 7 }}{% now 'Y' %}",
    "lines": "a\r\nBcc: somebody@example.com",
}


@pytest.fixture(scope="package")
def names(world: World) -> list[str]:
    """Every name a form of the product has, from the pages themselves, and every id."""
    browser, found = world.signed_in("fiona"), set(IDS) & {name for name in IDS if "." not in name}
    for address in every():
        found |= set(FIELD.findall(browser.get(own(world, address)).content.decode(errors="replace")))
    for texts in world.alder.links.values():
        for text in texts:
            found |= set(FIELD.findall(world.signed_in().get(f"/l/{text}/").content.decode()))
    return sorted(found - {"csrfmiddlewaretoken", "viewport", "color-scheme", "robots", "referrer", "htmx-config"})


def own(world: World, address: Address) -> str:
    return address.path(world.cast.alder, address.own(world.cast.alder))


@pytest.mark.parametrize("value", JUNK.values(), ids=JUNK)
def test_no_form_breaks(world: World, names: list[str], value: str | None) -> None:
    browser, broken = world.signed_in("fiona"), []
    for address in (one for one in every() if not one.name.startswith(("account", "mfa", "socialaccount", "openid"))):
        answer = browser.post(own(world, address), dict.fromkeys(names, value) if value is not None else {})
        if answer.status_code >= 500:
            broken.append(f"{address.name}: {answer.status_code}")
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("value", JUNK.values(), ids=JUNK)
def test_no_form_of_a_link_breaks(world: World, names: list[str], value: str | None) -> None:
    broken = []
    for purpose, texts in world.alder.links.items():
        for text in texts:
            for step in ("", "code/", "words/", "1/", "done/", "not-mine/", "hand-on/"):
                answer = world.signed_in().post(f"/l/{text}/{step}", dict.fromkeys(names, value) if value is not None else {})
                if answer.status_code >= 500:
                    broken.append(f"{purpose} {step}: {answer.status_code}")
    assert not broken, "\n".join(broken)


def test_a_form_cannot_be_filled_with_another_clients_ids(world: World, names: list[str]) -> None:
    sams, before, told = world.signed_in("sam"), digests(world.cast.alder, theirs_alone=True), []
    theirs: dict[str, Any] = {name: str(id_of(world.cast.alder, "", name)) for name in IDS if "." not in name}
    filled = {**dict.fromkeys(names, "some words"), **theirs}
    for address in (one for one in every() if one.of_client):
        answer = sams.post(address.path(world.cast.brightwell, address.own(world.cast.brightwell)), filled)
        if answer.status_code >= 500 or CANARY.encode() in answer.content:
            told.append(f"{address.name}: {answer.status_code}")
    assert not told, "\n".join(told)
    assert changed(before, digests(world.cast.alder, theirs_alone=True)) == []

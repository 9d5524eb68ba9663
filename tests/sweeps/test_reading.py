"""To look changes nothing; a token that only reads does not write; a role does what it may and no more."""

import json

import pytest
from pydantic_core import to_jsonable_python

from accord.base import registry, scope
from accord.base.people import actions as people
from accord.base.registry import Spec

from .addresses import every
from .conftest import World
from .examples import arguments
from .rows import changed, digests

pytestmark = pytest.mark.one_database

LOOKS = ("get", "head", "options")


@pytest.mark.parametrize("who", ["fiona", "bella", "ian", "petra", ""])
def test_looking_at_a_page_changes_nothing(world: World, who: str) -> None:
    browser, alder = world.signed_in(who), world.cast.alder
    before = digests(alder, world.cast.brightwell)
    for address in every():
        for method in LOOKS if who == "fiona" else LOOKS[:1]:  # the others take the same way through a page, whoever they are
            getattr(browser, method)(address.path(alder, address.own(alder)))
    assert changed(before, digests(alder, world.cast.brightwell)) == []


def test_looking_at_a_link_changes_nothing(world: World) -> None:
    browser = world.signed_in()
    before = digests(world.cast.alder, world.cast.brightwell)
    statuses = {getattr(browser, method)(f"/l/{text}/").status_code for texts in world.alder.links.values() for text in texts for method in LOOKS}
    assert statuses <= {200, 405, 410}
    assert changed(before, digests(world.cast.alder, world.cast.brightwell)) == []


def actions_at(door: str) -> list[Spec]:
    return [spec for spec in registry.specs(door) if spec.kind == "action"]


def test_a_token_that_only_reads_writes_nothing(world: World) -> None:
    with scope.outside("a token is made"), scope.unit(), scope.within(world.cast.alder.id):
        text = people.make_token(by=world.cast.fiona, name="Reader", may_write=False, days=1).text
    before, browser, told = digests(world.cast.alder), world.signed_in(), []
    for spec in actions_at(registry.API):
        body = json.dumps(to_jsonable_python(arguments(spec, world.cast.alder)))
        path = f"/api/{spec.idea}/{spec.verb.replace('_', '-')}/"
        answer = browser.post(path, body, "application/json", headers={"Authorization": f"Bearer {text}"})
        if answer.status_code != 403:
            told.append(f"{spec.name}: {answer.status_code} {answer.content[:80]!r}")
    assert not told, "\n".join(told)
    assert changed(before, digests(world.cast.alder)) == []


@pytest.mark.parametrize("who", ["fiona", "bella", "ian", "petra", "nora"])
def test_a_verb_is_refused_to_whoever_may_not(world: World, who: str) -> None:
    by = world.alder.nora if who == "nora" else getattr(world.cast, who)
    before = digests(world.cast.alder)
    for spec in registry.specs():
        if not by.may(spec.may):
            with pytest.raises(registry.Refused), scope.outside("somebody asks"), scope.within(by.client_id):
                spec.function(by=by, **arguments(spec, world.cast.alder))
    assert changed(before, digests(world.cast.alder)) == []


def test_the_notes_on_politics_are_for_the_facilitator_alone(world: World) -> None:
    seen = [who for who in ("fiona", "bella", "ian", "petra", "sam") if getattr(world.cast, who).may("politics.read")]
    assert seen == ["fiona", "sam"]  # each in their own client

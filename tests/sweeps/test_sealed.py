"""A poll is blind until it is closed: whatever somebody says in an open round changes nothing that anybody sees, at any door, and stands nowhere."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic_core import to_jsonable_python

from accord.base import registry, scope
from accord.base.journal.models import Entry
from accord.base.people import actions as people
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import Round

from .addresses import every
from .conftest import World
from .examples import arguments

SECRET = "It burns"  # why something is critical, said in the round of the story that is open
LOOKED_AT = ("today", "initiative", "initiatives", "empathy:", "goals:", "people:", "journal")
ONCE = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"|csrfToken[^"]*"[^"]*"')


@pytest.fixture
def sealed(world: World) -> Iterator[Round]:
    with scope.outside("the open round is looked for"), scope.within(world.cast.alder.id):
        yield Round.objects.get(closed_at=None, shares="hundred")


@pytest.fixture
def token(world: World) -> str:
    with scope.outside("a token is made"), scope.unit(), scope.within(world.cast.alder.id):
        return people.make_token(by=world.cast.fiona, name="Looks", may_write=False, days=1).text


def queries_told(world: World, token: str) -> dict[str, Any]:
    """What every query of the API tells the facilitator. Queries that refuse tell that they do."""
    browser, told = world.signed_in(), {}
    for spec in registry.specs(registry.API):
        if spec.kind == "query":
            given = to_jsonable_python(arguments(spec, world.cast.alder))
            path = f"/api/{spec.idea}/{spec.verb.replace('_', '-')}/"
            told[spec.name] = browser.get(path, given, headers={"Authorization": f"Bearer {token}"}).content.decode()
    return told


def pages_seen(world: World) -> dict[str, str]:
    browser, alder = world.signed_in("fiona"), world.cast.alder
    looked = [one for one in every() if one.of_client and one.name.startswith(LOOKED_AT)]
    return {one.name: ONCE.sub("", browser.get(one.path(alder, one.own(alder))).content.decode(errors="replace")) for one in looked}


def test_what_was_said_stands_on_no_page_and_in_no_file(answers) -> None:
    assert [name for name, answer in answers if SECRET.encode() in answer.content] == []


def test_what_was_said_is_told_by_no_query(world: World, token: str) -> None:
    assert [name for name, told in queries_told(world, token).items() if SECRET in told] == []


def test_what_was_said_is_not_in_the_journal(world: World) -> None:
    with scope.outside("the journal is read"), scope.within(world.cast.alder.id):
        assert [entry.event for entry in Entry.objects.all() if SECRET in json.dumps(entry.payload)] == []


def test_saying_something_else_changes_no_page_and_no_answer_of_a_query(world: World, sealed: Round, token: str) -> None:
    seen, told = pages_seen(world), queries_told(world, token)
    with scope.outside("somebody changes their mind"), scope.unit(), scope.within(world.cast.alder.id):
        empathy.take_step(by=world.alder.otto, round_id=sealed.id, changes={"own": (1, 4), "guess": (4, 4), "because": {}}, done=False)
    assert [name for name, body in pages_seen(world).items() if body != seen[name]] == []
    assert [name for name, body in queries_told(world, token).items() if body != told[name]] == []

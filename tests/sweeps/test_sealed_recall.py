"""While a recall check is open, what people wrote is nowhere: on no page, at no link, in no file, in no answer of a verb, in no journal and no log."""

import logging
from collections.abc import Iterator

import pytest

from accord.base import registry, scope
from accord.base.journal.models import Entry
from accord.ideas.goals import actions as goals
from accord.ideas.goals.models import RecallAnswer, RecallAsked, RecallCheck

from . import examples
from .addresses import every
from .conftest import World
from .story import participant

pytestmark = pytest.mark.one_database

SEALED = "sealed-until-it-closes"


@pytest.fixture
def check(world: World, caplog: pytest.LogCaptureFixture) -> RecallCheck:
    """Open, and everybody who is asked has answered."""
    with caplog.at_level(logging.INFO), scope.within(world.cast.alder.id), scope.unit():
        row = RecallCheck.objects.get(closed_at=None)
        for one in RecallAsked.objects.select_related("person").filter(recall=row):
            goals.answer_recall(by=participant(one.person), recall_id=row.id, things=[SEALED])
    return row


def pile(world: World, check: RecallCheck, who: str) -> bytes:
    """Where owners match."""
    return world.signed_in(who).get(f"/{world.cast.alder.slug}/asked-of-me/recall-match/{check.id}/").content


def pages(world: World, check: RecallCheck) -> Iterator[tuple[str, bytes]]:
    for who in ("fiona", "bella"):
        browser = world.signed_in(who)
        yield who, pile(world, check, who)
        for address in (one for one in every() if one.of_client):
            ids = address.own(world.cast.alder) | ({"recall_id": check.id} if "recall_id" in address.ids else {})
            yield f"{who} {address.name}", browser.get(address.path(world.cast.alder, ids)).content


def links(world: World) -> Iterator[tuple[str, bytes]]:
    for purpose, texts in world.alder.links.items():
        for text in texts:
            yield purpose, world.signed_in().get(f"/l/{text}/").content


def verbs(world: World, check: RecallCheck) -> Iterator[tuple[str, str]]:
    with scope.within(world.cast.alder.id), scope.unit():
        for spec in registry.specs():
            if spec.kind == "query":
                given = examples.arguments(spec, world.cast.alder) | ({"recall_id": check.id} if "recall_id" in examples.ids_in(spec) else {})
                for by in (world.cast.fiona, world.cast.bella):
                    try:
                        yield spec.name, repr(registry.call(spec.name, by=by, **given))
                    except (registry.Mistake, registry.NotThere, registry.Refused, registry.Conflict):
                        continue


def test_it_is_on_no_page_at_no_link_and_in_no_file(world: World, check: RecallCheck) -> None:
    assert [name for name, body in (*pages(world, check), *links(world)) if SEALED.encode() in body] == []


def test_no_verb_tells_it_to_anybody(world: World, check: RecallCheck) -> None:
    told = list(verbs(world, check))
    assert [name for name, answer in told if SEALED in answer] == [] and "goals.read_recall_check" in dict(told)


def test_it_is_in_no_journal_and_no_log(world: World, check: RecallCheck, caplog: pytest.LogCaptureFixture) -> None:
    with scope.within(world.cast.alder.id):
        assert [one.event for one in Entry.objects.all() if SEALED in str(one.payload)] == []
    assert SEALED not in caplog.text


def test_once_it_is_closed_an_owner_reads_it(world: World, check: RecallCheck) -> None:
    """So the seal is what kept it, and not that nobody would have found it."""
    with scope.within(world.cast.alder.id), scope.unit():
        assert RecallAnswer.objects.filter(words=SEALED).count() == 5
        goals.close_recall_check(by=world.cast.fiona, recall_id=check.id)
    assert SEALED.encode() in pile(world, check, "fiona")
    assert "goals.read_recall_check" in {name for name, answer in verbs(world, check) if SEALED in answer}

"""The sweeps' story at Alder, told in a language that nobody speaks by people who write in Greek letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .catalogue import PLAIN, write

if TYPE_CHECKING:
    from tests.cast import Cast  # models can be imported once Django is set up
    from tests.sweeps.story import Story

GREEK = str.maketrans(PLAIN, "ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΩΧΫΖΆαβψδεφγηιξκλμνοπθρστυωχϋζά"[:52])


@dataclass(frozen=True)
class World:
    """letters: every mail of the story. written: what the permanent cast wrote in plain letters."""

    cast: Cast
    story: Story
    letters: list[Any]
    written: frozenset[str]

    def signed_in(self, who: str = "") -> Any:
        return self.cast.browser(who, raise_request_exception=False)


@pytest.fixture(scope="package")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The language, spoken by everything for as long as the tests of this package run."""
    from django.test import override_settings
    from django.utils import translation

    place = tmp_path_factory.mktemp("locale")
    read = write(Path(place))
    with override_settings(LOCALE_PATHS=[place], LANGUAGE_CODE="de"), translation.override("de"):
        yield read


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: Any, spoken: Any) -> Iterator[World]:
    """In one transaction, undone at the end; each test works in a savepoint of its own."""
    from django.core import mail
    from django.db import transaction
    from django.test import override_settings

    from tests.cast import gather
    from tests.sweeps.story import tell

    kept = override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
    with django_db_blocker.unblock(), transaction.atomic(), kept:
        mail.outbox = []
        cast = gather()
        story = tell(cast.alder, cast.fiona, lambda said: said.translate(GREEK))
        yield World(cast, story, list(mail.outbox), frozenset(_written(cast)))
        transaction.set_rollback(True)


def _written(cast: Cast) -> Iterator[str]:
    from accord.doors.web.faces import initials
    from accord.ideas.goals.rules import labelling
    from accord.ideas.listen.rules.aspects import ASPECTS
    from accord.ideas.listen.rules.bank import bank_question

    for person in cast.people.values():
        yield from (person.name, person.name.split()[0], person.job, initials(person.job), initials(person.name))
    yield from ("Alder Mutual", "Fernhill", "Brightwell", "Clinics", "Claims", "Delivery", "Letters lost", "letters lost", "letters")
    yield from (initials(team) for team in ("Claims", "Delivery"))
    yield from ("English", "Deutsch")  # each called by its own name
    yield from (bank_question(aspect, "de") for aspect in ASPECTS)  # worded for each language, and not translated
    for one in (labelling.of(key, "de") for key in labelling.KEYS):  # the same
        yield from (one.name, *one.labels, *one.labels.values(), *one.hints.values())


@pytest.fixture(autouse=True)
def own_savepoint(world: World, db: None) -> None:
    """What one test did is undone before the next."""

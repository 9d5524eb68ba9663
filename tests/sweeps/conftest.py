"""The world the sweeps are sent against: one of everything at Alder and at Brightwell, made once for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.cast import Cast  # models can be imported once Django is set up
    from tests.sweeps.story import Story

CANARY = "alder-only"  # beside every word that somebody at Alder wrote, with markup and a template tag behind it
PLANTED = CANARY + """<i id=planted>"'{{ 7|add:42001 }}"""
EVALUATED = "42008"


@dataclass(frozen=True)
class World:
    cast: Cast
    alder: Story
    brightwell: Story

    def signed_in(self, who: str = "") -> Any:
        """A browser: of nobody, or of somebody of the cast."""
        return self.cast.browser(who, raise_request_exception=False)


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """In one transaction, undone when the sweeps are over; each test works in a savepoint of its own."""
    from django.db import transaction

    from tests.cast import gather
    from tests.sweeps.story import tell

    with django_db_blocker.unblock(), transaction.atomic():
        cast = gather()
        alder = tell(cast.alder, cast.fiona, lambda said: f"{said} {PLANTED}")
        yield World(cast, alder, tell(cast.brightwell, cast.sam, weighs=False))
        transaction.set_rollback(True)


def pages(world: World, who: str) -> Iterator[tuple[str, Any]]:
    """Every page of Alder as somebody signed in sees it, by its name."""
    from .addresses import every

    browser = world.signed_in(who)
    for address in every():
        yield address.name, browser.get(address.path(world.cast.alder, address.own(world.cast.alder)))


def links(world: World) -> Iterator[tuple[str, Any]]:
    for purpose, texts in world.alder.links.items():
        for text in texts:
            yield purpose, world.signed_in().get(f"/l/{text}/")


@pytest.fixture(scope="package")
def answers(world: World) -> list[tuple[str, Any]]:
    """What every page and every link answers, asked once for all sweeps that only read."""
    return [*pages(world, "fiona"), *pages(world, "bella"), *links(world)]


@pytest.fixture(autouse=True)
def own_savepoint(world: World, db: None) -> None:
    """What one test did is undone before the next."""

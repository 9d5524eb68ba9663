"""All clients of somebody who works in several: who waits and what comes next in each. No figure sums a client up."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from accord.base import registry, scope
from accord.base.people.models import Client
from accord.base.people.rules import Actor
from accord.base.registry import Coming, Owed

from . import days, headlines, waiting

A_PAGE = 20  # what waits is asked in one client after the other, so a page stays quick however many clients there are


@dataclass(frozen=True)
class ClientRow:
    """One client. waits: how many people wait, in words; first: what has waited longest; next: the next date."""

    client: Client
    waits: str
    count: int
    first: Owed | None
    next: Coming | None


@dataclass(frozen=True)
class ClientsPage:
    """words: what was looked for."""

    headline: str
    rows: Page[ClientRow]
    total: int
    words: str


def clients_page(actors: list[tuple[Client, Actor]], *, words: str, number: str) -> ClientsPage:
    found = [(client, actor) for client, actor in actors if words.strip().lower() in client.name.lower()]
    page: Page[Any] = Paginator(found, A_PAGE).get_page(number)  # of pairs, which become rows once it is known which are shown
    page.object_list = [_row(client, actor) for client, actor in page.object_list]
    return ClientsPage(headlines.clients(len(actors)), page, len(actors), words.strip())


def _row(client: Client, actor: Actor) -> ClientRow:
    with scope.within(client.id):
        here = waiting.for_whom(actor)
        ahead = sorted((one for one in registry.coming.collect(by=actor) if one.on >= days.today()), key=lambda one: one.on)
    said = headlines.here(here.people, here.things)
    return ClientRow(client, said, here.count, here.now[0] if here.now else None, ahead[0] if ahead else None)

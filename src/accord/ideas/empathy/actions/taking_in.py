"""Ratings that were given elsewhere are taken in from a file: counted by side and group, and nothing else of them is kept."""

from collections.abc import Iterable
from typing import Annotated, TypeVar

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.files import Content, decoded
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative

from ..models import TAKEN_IN, Round, RoundItem, Tally
from ..queries import taking_in
from ..queries.rounds import RoundShown
from ..queries.taking_in import FileName, LayoutName, OfSide, RatingsSheet
from .closing import keep_picture

T = TypeVar("T")


@registry.action("empathy.take_in_ratings", may="perspectives.edit", doors={registry.API}, shows=RoundShown.of)
def take_in_ratings(
    *,
    by: Actor,
    name: FileName,
    content: Content,
    title: Annotated[str, Field(description="What the ratings are called, such as `Survey of May`.", min_length=1, max_length=120)],
    layout: LayoutName = "long",
    side: OfSide = "",
) -> Round:
    """Take in ratings from a table, as a round that is closed: counted by side and by group of five people and more. All or nothing; no person
    of the file is kept. A thing called as a piece of work or a live goal is that."""
    sheet = taking_in.read(name, decoded(content), layout, side)
    if not title.strip():
        raise registry.Mistake(_("Say what the ratings are called."), "title")
    if refused := sheet.refusal():
        raise registry.Mistake(refused, "content")
    now = clock.now()
    row = Round.objects.create(
        title=title.strip(), kind=TAKEN_IN, guesses=sheet.understood.guesses, closes_on=clock.today(), made_by_id=by.person_id, opened_at=now, closed_at=now
    )
    items = _items(row, sheet.understood.items)
    _count(row, sheet)
    keep_picture(row, items, sheet.understood.people)
    journal.record(by=by, event="empathy.ratings_taken_in", subject=row, payload={"title": row.title, "items": len(items)})
    return row


def _items(row: Round, titles: Iterable[str]) -> list[RoundItem]:
    """Under the names of the file; a piece of work or a goal of the very same name is meant, when only one is called so."""
    work = _single((one.title, one) for one in Initiative.objects.all())
    aims = _single((one.title, one) for one in goals.newest_versions())
    made = [
        RoundItem(round=row, place=place, title=title, initiative=work.get(title), goal=None if title in work else aims.get(title))
        for place, title in enumerate(titles)
    ]
    return RoundItem.objects.bulk_create(made)


def _single(named: Iterable[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, list[T]] = {}
    for title, one in named:
        found.setdefault(title, []).append(one)
    return {title: ones[0] for title, ones in found.items() if len(ones) == 1}


def _count(row: Round, sheet: RatingsSheet) -> None:
    """Of a side that is shown it is also said how many groups it has, and what scale its marks were on."""
    told = sheet.understood
    groups = {side: sum(one == side for one, _team in told.groups) for side in sheet.sides}
    Tally.objects.bulk_create([
        Tally(
            round=row, side=one.side, group=one.team, asked=one.answered or 0, answered=one.answered,
            counts=one.counts | ({} if one.team or one.answered is None else {"groups": groups[one.side], "scale": told.scale}),
        )
        for one in sheet.counted
    ])  # fmt: skip

"""Answering a round: oneself, or with somebody who cannot. Every step is kept; nobody reads it before the round is closed."""

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic import Field

from accord.base import journal, registry
from accord.base.people.rules import Actor

from .. import queries
from ..models import RoundPart, Sheet
from ..queries.rounds import Mine
from ..rules import allowance
from ..rules.said import STEPS, Said, tidy, unexplained
from .closing import close
from .rounds import BOTH, RoundId, locked

Marks = Annotated[dict[str, Annotated[int, Field(ge=1, le=STEPS)]], Field(description="A mark from 1 (can wait) to 5 (critical) by the item's id.")]


@registry.action("empathy.answer", may="perspectives.answer", doors=BOTH, shows=Mine.of)
def answer(
    *,
    by: Actor,
    round_id: RoundId,
    own: Marks = {},  # noqa: B006  (never changed)
    guess: Annotated[dict[str, Annotated[int, Field(ge=1, le=STEPS)]], Field(description="What the other side would say, the same way.")] = {},  # noqa: B006
    because: Annotated[dict[str, str], Field(description="Why an item is critical, by its id.")] = {},  # noqa: B006
    done: Annotated[bool, Field(description="Whether that is all; then nobody is reminded any more.")] = True,
) -> RoundPart:
    """Answer a round one was asked in. What was said before stays where nothing new is said; nobody else sees it before the round is closed."""
    row = locked(round_id)
    part = queries.part(round_id, by.person_id)
    places = {str(item.id): item.place for item in row.items.all()}
    said = queries.said(part)
    changed = said.but(
        own=_merged(said.own, own, places), guess=_merged(said.guess, guess, places),
        because={**said.because, **{_place(id, places): words for id, words in because.items()}},
    )  # fmt: skip
    return keep(by=by, part=part, said=changed, done=done)


def _place(id: str, places: Mapping[str, int]) -> int:
    if id not in places:
        raise registry.Mistake(_("This round does not ask about %(item)s. Use the ids of its items.") % {"item": id}, "own")
    return places[id]


def _merged(marks: tuple[int, ...], given: Mapping[str, int], places: Mapping[str, int]) -> tuple[int, ...]:
    found = [*marks, *([0] * (len(places) - len(marks)))]
    for id, mark in given.items():
        found[_place(id, places)] = mark
    return tuple(found) if any(found) else ()


def keep(*, by: Actor, part: RoundPart, said: Said, done: bool, proxy: bool = False) -> RoundPart:
    """Seal what somebody says now. Inside an act, with the round held."""
    if not part.answers:
        raise registry.Conflict(_("You see what comes out of this round, and are not asked in it."))
    said = tidy(said)
    _refuse(said, part.round.items.count(), done)
    sheet = Sheet.of(part, said, by.person_id if proxy else None)
    sheet.save()
    if done and not part.done:
        part.done = True
        part.save(update_fields=["done"])
        journal.record(by=by, event="empathy.put_down" if proxy else "empathy.answered", subject=part.round, payload={})
        if part.round.reset_id and not RoundPart.objects.filter(round=part.round_id, answers=True, done=False).exists():
            close(by=by, row=part.round)
    return part


def _refuse(said: Said, items: int, done: bool) -> None:
    most = allowance(items)
    if len(said.critical) > most:
        words = ngettext("Only one of these can be critical.", "At most %(n)d of these can be critical.", most)
        raise registry.Mistake(words % {"n": most} + " " + _("Which would you keep?"), "own")
    if done and unexplained(said):
        raise registry.Mistake(_("Say in a sentence why it is critical: it is read with your name."), "because")


@registry.action("empathy.put_down", may="perspectives.edit")
def put_down(*, by: Actor, round_id: UUID, person_id: UUID, changes: dict[str, Any], done: bool) -> RoundPart:
    """Write down what somebody says who cannot answer themselves, on the phone or at their desk. What came out says that it was so."""
    locked(round_id)
    part = queries.part(round_id, person_id)
    return keep(by=by, part=part, said=queries.said(part).but(**changes), done=done, proxy=True)


@registry.action("empathy.take_step", may="perspectives.answer")
def take_step(*, by: Actor, round_id: UUID, changes: dict[str, Any], done: bool) -> RoundPart:
    """One step of the pages: what is new on one's sheet."""
    locked(round_id)
    part = queries.part(round_id, by.person_id)
    return keep(by=by, part=part, said=queries.said(part).but(**changes), done=done)

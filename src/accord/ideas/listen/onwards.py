"""What moves an initiative on, as its page offers it: one's own word first, then what waits for us, then asking."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.guests import own_address
from accord.base.people.rules import Actor
from accord.base.registry import NextStep
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage

from .labels import named
from .queries import hearing, waiting


@registry.next_step.register("listen.mine", order=5)
def mine(*, by: Actor, initiative_id: UUID) -> Iterator[NextStep]:
    """Whoever was asked answers from here, without their link."""
    if by.person_id is None:
        return
    found, slug = hearing.of_one(initiative_id), initiatives.initiative(initiative_id).client.slug
    for back in waiting.unconfirmed(found):
        if back.person.id == by.person_id:
            yield NextStep(_("Say whether we heard you right"), own_address(slug, "playback", back.playback.id))
    for one in waiting.unanswered(found):
        if one.person.id == by.person_id:
            yield NextStep(_("Answer the question"), own_address(slug, "question", one.asking.id))


@registry.next_step.register("listen.to_hear", order=10)
def to_hear(*, by: Actor, initiative_id: UUID) -> Iterator[NextStep]:
    """Somebody waits to be read, or to hear it back."""
    turn = _turn(by, initiative_id, Stage.DELIVERY)
    if turn and turn.person and turn.kind == waiting.REVIEW:
        yield NextStep(_("Read what %(who)s corrected") % {"who": named(turn.person)}, f"{_conversation(by, initiative_id)}#people")
    if turn and turn.person and turn.kind == waiting.SAY_BACK:
        url = reverse("listen:write", kwargs=_place(initiatives.initiative(initiative_id)) | {"person_id": turn.person.id})
        yield NextStep(_("Say back what %(who)s told us") % {"who": named(turn.person)}, url)


@registry.next_step.register("listen.to_ask", order=40)
def to_ask(*, by: Actor, initiative_id: UUID) -> Iterator[NextStep]:
    """Nobody waits: ask somebody, or go on when enough is known."""
    turn = _turn(by, initiative_id, Stage.WORTH)
    if turn and turn.kind == waiting.ASK:
        yield NextStep(_("Ask somebody"), reverse("listen:ask", kwargs=_place(initiatives.initiative(initiative_id))))
    if turn and turn.kind == waiting.ENOUGH:
        yield NextStep(_("Go on to what it is worth"), f"{_conversation(by, initiative_id)}#on")


def _turn(by: Actor, initiative_id: UUID, before: Stage) -> waiting.Turn | None:
    """Whose turn it is, for those who ask, while the initiative has not come that far."""
    if not by.may("questions.ask") or initiatives.stage_of(initiatives.initiative(initiative_id)).place >= before.place:
        return None
    return waiting.turn(hearing.of_one(initiative_id), by.person_id)


def _place(initiative: Initiative) -> dict[str, object]:
    return {"client": initiative.client.slug, "initiative_id": initiative.id}


def _conversation(by: Actor, initiative_id: UUID) -> str:
    return reverse("listen:conversation", kwargs=_place(initiatives.initiative(initiative_id)))

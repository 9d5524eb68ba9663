"""A reset: it is called, both sides write what they see without seeing the other, they meet and settle each goal, and everybody agrees by link.

What each wrote is sealed until all have, or a facilitator opens it; from then on nobody writes any more.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.actions import make_link, revoke_links
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .. import letters, queries
from ..models import Picture, Reset, ResetGoal, ResetItem, ResetPart
from ..queries import resets as reading
from ..queries.drift import every as drifting
from ..queries.resets import ResetShown
from ..rules import DriftSignal
from ..rules.resetting import agenda
from .agreement import tell_all
from .closing import close_where_current
from .goals import change_goal
from .words import GoalId

BOTH = {registry.API, registry.CLI}
PICTURE = "goals.picture"  # what a participant's link is for
LOOKED_AT = 200  # signals of each kind that are searched for those of the reset's goals

ResetId = Annotated[UUID, Field(description="The reset.")]
Day = Annotated[date | None, Field(description="The day both sides look again whether it holds.")]


def locked(reset_id: UUID) -> Reset:
    """A reset that is not over, for changing it."""
    row = locked_even_over(reset_id)
    if row.closed_at or row.stopped_at:
        raise registry.Conflict(_("This reset is over. Call another one if the goals drift again."))
    return row


def locked_even_over(reset_id: UUID) -> Reset:
    row = Reset.objects.select_for_update(of=("self",)).select_related("client").filter(id=reset_id).first()
    if row is None:
        raise registry.NotThere(str(reset_id))
    return row


@registry.action("goals.call_reset", may="goals.edit", doors=BOTH, shows=ResetShown.of)
def call_reset(
    *,
    by: Actor,
    goal_ids: Annotated[list[UUID], Field(description="The goals it is about.", min_length=1, max_length=12)],
    person_ids: Annotated[list[UUID], Field(description="Who takes part, of both sides.", min_length=1, max_length=60)],
    why: Annotated[str, Field(description="Why now, in one line. Everybody who takes part reads it.", min_length=1, max_length=500)],
    picture_on: Annotated[date, Field(description="The day in the question: it is this day and this went well, what do you see?")],
    answer_by: Annotated[date, Field(description="Until when they write.")],
    meets_on: Annotated[date | None, Field(description="The day of the meeting.")] = None,
) -> Reset:
    """Call a reset of goals that drifted. Everybody who takes part gets a link and writes, unseen by the others, what they see when it went well."""
    today = clock.today()
    if answer_by < today or (meets_on and meets_on < answer_by):
        raise registry.Mistake(_("They write before they meet, and from today on. Choose later days."), "answer_by")
    if picture_on <= today:
        raise registry.Mistake(_("The picture is of a day ahead. Choose one, such as the day the goal is due."), "picture_on")
    goals = [queries.version(one) for one in dict.fromkeys(goal_ids)]
    if busy := ResetGoal.objects.filter(goal__in=goal_ids, reset__closed_at=None, reset__stopped_at=None).select_related("before").first():
        raise registry.Conflict(_("A reset of “%(goal)s” is under way already. End that one first.") % {"goal": busy.before.title}, "goal_ids")
    said = {"why": why.strip(), "picture_on": picture_on, "answer_by": answer_by, "meets_on": meets_on}
    parts = [people.person(one) for one in dict.fromkeys(person_ids)]
    if len({one.side for one in parts}) < 2:
        raise registry.Mistake(_("Both sides take part. Choose somebody of the other side as well."), "person_ids")
    row = Reset.objects.create(called_by_id=by.person_id, **said)
    for version in goals:
        ResetGoal.objects.create(reset=row, goal=version.goal, before=version)
    _plan(row, _signals(by, {one.goal_id for one in goals}))
    payload = {"goals": [str(one.goal_id) for one in goals], "people": len(parts), "why": row.why}
    journal.record(by=by, event="goals.reset_called", subject=row, payload=payload)
    for person in parts:
        _invite(by, row, person)
    return row


def _signals(by: Actor, goal_ids: set[UUID]) -> list[DriftSignal]:
    return [signal for kind in drifting(by, LOOKED_AT) for signal in kind.first if signal.goal_id in goal_ids and signal.kind != "goals.reset"]


def _plan(row: Reset, signals: Iterable[DriftSignal]) -> None:
    lines = agenda(
        list(signals), _("Read both pictures, in silence"), _("Write one sentence both can sign, and how it is counted"), _("Who tells whom, and by when")
    )
    for place, line in enumerate(lines, start=1):
        said = {"kind": line.kind, "title": line.title[:300], "detail": line.detail[:500], "url": line.url, "minutes": line.minutes}
        ResetItem.objects.create(reset=row, place=place, **said)


def _invite(by: Actor, row: Reset, person: Person, *, again: bool = False) -> None:
    ResetPart.objects.get_or_create(reset=row, person=person, defaults={"side": person.side})
    if person.left_at is None:
        letters.picture(by, row, person, make_link(by=by, person=person, purpose=PICTURE, subject_id=row.id).url, again=again)


@registry.action("goals.invite_to_reset", may="goals.edit", doors=BOTH, shows=ResetShown.of)
def invite_to_reset(*, by: Actor, reset_id: ResetId, person_ids: Annotated[list[UUID], Field(description="Who takes part too.", min_length=1)]) -> Reset:
    """Ask further people to take part, while everybody still writes. Whoever was asked and has not written yet gets the letter again."""
    row = locked(reset_id)
    _sealed(row)
    wrote = {part.row.person_id for part in reading.reset(row.id).parts if part.wrote}
    for one in dict.fromkeys(person_ids):
        if one not in wrote:
            _invite(by, row, people.person(one), again=True)
    journal.record(by=by, event="goals.reset_invited", subject=row, payload={"people": len(person_ids)})
    return row


def _sealed(row: Reset) -> None:
    if row.opened_at is not None:
        raise registry.Conflict(_("What everybody wrote is open now, so nobody writes any more."))


def _of_reset(said: Picture) -> ResetShown:
    return ResetShown.of(said.part.reset)


@registry.action("goals.picture", may="goals.agree", doors=BOTH, shows=_of_reset)
def picture(
    *, by: Actor, reset_id: ResetId, words: Annotated[str, Field(description="What you see when it went well.", min_length=1, max_length=1500)]
) -> Picture:
    """Write what one sees on the day it went well. Nobody reads it before all have written or a facilitator opens what there is; until then one may
    write it again."""
    row = locked(reset_id)
    part = reading.part(row.id, by.person_id)
    _sealed(row)
    if not words.strip():
        raise registry.Mistake(_("Write what you see on that day. One sentence is enough."), "words")
    said = Picture.objects.create(part=part, words=words.strip())
    journal.record(by=by, event="goals.pictured", subject=row, payload={})
    if all(one.wrote for one in reading.reset(row.id).parts):
        _open(by, row)
    return said


@registry.action("goals.open_pictures", may="goals.edit", doors=BOTH, shows=ResetShown.of)
def open_pictures(*, by: Actor, reset_id: ResetId) -> Reset:
    """Open what was written before everybody has: from then on nobody writes any more. It cannot be taken back."""
    row = locked(reset_id)
    _sealed(row)
    if not any(one.wrote for one in reading.reset(row.id).parts):
        raise registry.Mistake(_("Nobody has written yet, so there is nothing to open."))
    _open(by, row)
    return row


def _open(by: Actor, row: Reset) -> None:
    row.opened_at = clock.now()
    row.save(update_fields=["opened_at"])
    journal.record(by=by, event="goals.pictures_opened", subject=row, payload={})


@registry.action("goals.settle", may="goals.edit", doors=BOTH, shows=ResetShown.of)
def settle(
    *,
    by: Actor,
    reset_id: ResetId,
    goal_id: GoalId,
    title: Annotated[str, Field(description="The sentence both sides agreed on; as it was, if it stays.", min_length=1, max_length=200)],
    why: Annotated[str | None, Field(description="Why it matters, when that changes.", max_length=2000)] = None,
    measure: Annotated[str | None, Field(description="How both sides would see it, when that changes.", max_length=200)] = None,
    target: Annotated[Decimal | None, Field(description="Where it should be, when that changes.")] = None,
    due: Annotated[date | None, Field(description="By when, when that changes.")] = None,
    look_again: Day = None,
) -> Reset:
    """Write down what both sides agreed about a goal in the meeting: a new version, or the one that stands. Everybody whose work holds another one
    gets a letter, those who were absent too; when the last has agreed, the reset is over."""
    row = locked(reset_id)
    if row.opened_at is None:
        raise registry.Conflict(_("Both sides write first. Open what they wrote, then settle the goal."))
    part = ResetGoal.objects.select_related("before", "goal").filter(reset=row, goal=goal_id).first()
    if part is None:
        raise registry.NotThere(str(goal_id))
    stands = queries.version(goal_id)
    given = {"title": title.strip(), "why": why, "measure": measure, "target": target, "due": due}
    new = {name: value for name, value in given.items() if value is not None and value != getattr(stands, name)}
    part.after = change_goal(by=by, goal_id=goal_id, reason=_("Agreed in a reset"), material=True, tell=False, **new) if new else stands  # type: ignore[arg-type]
    part.save(update_fields=["after"])
    row.met_at, row.look_again = row.met_at or clock.now(), look_again or row.look_again
    row.save(update_fields=["met_at", "look_again"])
    journal.record(by=by, event="goals.settled", subject=row, payload={"goal": str(goal_id), "version": part.after.number})
    goal = queries.goal(goal_id)
    tell_all(by=by, goal=goal, again=True)
    if not ResetGoal.objects.filter(reset=row, after=None).exists():
        registry.reset_turned.collect(by=by, reset_id=row.id, turn="settled")
    close_where_current(by, goal_id)
    row.refresh_from_db()
    return row


@registry.action("goals.ask_again", may="goals.edit", doors=BOTH)
def ask_again(*, by: Actor, reset_id: ResetId) -> int:
    """Write once more to everybody whose link to a settled goal is not current. Gives how many letters go out."""
    row = locked(reset_id)
    settled = ResetGoal.objects.select_related("goal").filter(reset=row, after__isnull=False)
    return sum(tell_all(by=by, goal=one.goal, again=True) for one in settled)


@registry.action("goals.stop_reset", may="goals.edit", doors=BOTH, shows=ResetShown.of)
def stop_reset(*, by: Actor, reset_id: ResetId, reason: Annotated[str, Field(description="Why, in one line.", min_length=1, max_length=500)]) -> Reset:
    """Call a reset off. What was written before it was opened stays sealed."""
    row = locked(reset_id)
    row.stopped_at, row.stopped_why = clock.now(), reason.strip()
    row.save(update_fields=["stopped_at", "stopped_why"])
    revoke_links(purpose=PICTURE, subject_id=row.id)
    registry.reset_turned.collect(by=by, reset_id=row.id, turn="stopped")
    journal.record(by=by, event="goals.reset_stopped", subject=row, payload={"reason": row.stopped_why})
    return row

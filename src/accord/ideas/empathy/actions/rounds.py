"""Opening a round, asking people, reminding those who have not answered, and calling it off."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.actions import make_link, revoke_links
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals

from .. import letters, queries
from ..models import BEST_WORST, HUNDRED, Round, RoundItem, RoundPart
from ..queries.rounds import RoundShown
from ..rules import sets

BOTH = {registry.API, registry.CLI, registry.MCP}
PURPOSE = "empathy.round"
LONGEST = timedelta(days=60)
MOST_ITEMS = 200
RoundId = Annotated[UUID, Field(description="The round.")]
PersonIds = Annotated[list[UUID], Field(description="People, by their ids.")]


def held(round_id: UUID) -> Round:
    """One round, held until the act is over, or NotThere."""
    row = Round.objects.select_for_update(of=("self",)).filter(id=round_id).first()
    if row is None:
        raise registry.NotThere(str(round_id))
    return row


def locked(round_id: UUID) -> Round:
    """One open round, held until the act is over. NotThere, or a Conflict once it has ended."""
    row = held(round_id)
    if not row.is_open:
        raise registry.Conflict(_("This round is over. Start a new one to ask again."))
    return row


@registry.action("empathy.start_round", may="perspectives.edit", doors=BOTH, shows=RoundShown.of)
def start_round(
    *,
    by: Actor,
    title: Annotated[str, Field(description="What the round is called, such as `Spring priorities`.", min_length=1, max_length=120)],
    closes_on: Annotated[date, Field(description="Until when people answer; then it is opened.")],
    initiative_ids: Annotated[list[UUID], Field(description="The pieces of work it asks about.")] = [],  # noqa: B006  (never changed)
    goal_ids: Annotated[list[UUID], Field(description="The goals it asks about.")] = [],  # noqa: B006
    person_ids: PersonIds = [],  # noqa: B006
    looks_only_ids: Annotated[list[UUID], Field(description="Who sees what came out and is not asked.")] = [],  # noqa: B006
    why: Annotated[str, Field(description="Why it is asked, in a line.", max_length=300)] = "",
    guesses: Annotated[bool, Field(description="Whether everybody also guesses what the other side says.")] = True,
    shares: Annotated[Literal["", "hundred", "best_worst"], Field(description="How a budget is shared out, if it is asked.")] = "",
) -> Round:
    """Ask both sides how much each thing matters to them, and what they think the other side says. Nobody sees an answer before it is closed."""
    _refuse_day(closes_on)
    row = Round.objects.create(title=title.strip(), why=why.strip(), guesses=guesses, shares=shares, closes_on=closes_on, made_by_id=by.person_id)
    put_items(row, initiative_ids, goal_ids)
    journal.record(by=by, event="empathy.round_started", subject=row, payload={"title": row.title, "closes_on": closes_on.isoformat()})
    invite(by=by, row=row, person_ids=person_ids, looks_only_ids=looks_only_ids)
    return row


def _refuse_day(closes_on: date) -> None:
    if not clock.today() < closes_on <= clock.today() + LONGEST:
        raise registry.Mistake(_("Choose a day from tomorrow on, within two months."), "closes_on")


def put_items(row: Round, initiative_ids: Iterable[UUID], goal_ids: Iterable[UUID]) -> None:
    """What the round asks about, by the names it has now."""
    work = [goals.initiative(id) for id in dict.fromkeys(initiative_ids)]
    aims = [goals.version(id) for id in dict.fromkeys(goal_ids)]
    if row.shares == HUNDRED and len(work) + len(aims) < 2:
        raise registry.Mistake(_("Choose at least two things: points are shared between them."), "initiative_ids")
    if row.shares == BEST_WORST:
        _refuse_sets(len(work) + len(aims))
    if not work and not aims:
        raise registry.Mistake(_("Choose at least one thing to ask about."), "initiative_ids")
    if len(work) + len(aims) > MOST_ITEMS:
        raise registry.Mistake(_("That is more than anybody can answer. Choose at most %(n)d things.") % {"n": MOST_ITEMS}, "initiative_ids")
    made = [RoundItem(round=row, place=0, goal=one, title=one.title, note=one.measure[:120]) for one in aims]
    made += [RoundItem(round=row, place=0, initiative=one, title=one.title, note=one.why[:120]) for one in work]
    for place, item in enumerate(made):
        item.place = place
    RoundItem.objects.bulk_create(made)


def _refuse_sets(items: int) -> None:
    if items < sets.LEAST_ITEMS:
        raise registry.Mistake(_("Choose at least %(n)d things: most and least are asked of %(n)d at a time.") % {"n": sets.LEAST_ITEMS}, "initiative_ids")
    if items > sets.MOST_ITEMS:
        told = _("Choose at most %(n)d things for most and least: it is %(pages)d pages already.")
        raise registry.Mistake(told % {"n": sets.MOST_ITEMS, "pages": sets.sets_for(sets.MOST_ITEMS)}, "initiative_ids")


def invite(*, by: Actor, row: Round, person_ids: Iterable[UUID], looks_only_ids: Iterable[UUID] = (), both: bool = True) -> list[RoundPart]:
    """Ask people by link, each once. both: refuse people of one side where each guesses the other. Inside an act."""
    asked = [_part(row, people.person(id), answers=True) for id in dict.fromkeys(person_ids)]
    if not asked:
        raise registry.Mistake(_("Choose who is asked."), "person_ids")
    if both and len({part.side for part in asked}) < 2 and row.guesses and not row.parts.filter(answers=True).exclude(side=asked[0].side).exists():
        raise registry.Mistake(_("Choose people of both sides: each guesses what the other says."), "person_ids")
    known = {part.person_id for part in asked}
    looks = [_part(row, people.person(id), answers=False) for id in dict.fromkeys(looks_only_ids) if id not in known]
    RoundPart.objects.bulk_create([*asked, *looks])
    for part in asked:
        _send(by, part)
    return asked


def _part(row: Round, person: Person, *, answers: bool) -> RoundPart:
    if person.left_at is not None:
        raise registry.Mistake(_("%(name)s has left. Ask somebody else.") % {"name": person.name}, "person_ids")
    return RoundPart(round=row, person=person, side=person.side, team=person.team, answers=answers)


def _send(by: Actor, part: RoundPart, *, again: bool = False) -> None:
    days = max(1, (part.round.closes_on - clock.today()).days + 1)
    link = make_link(by=by, person=part.person, purpose=PURPOSE, subject_id=part.round_id, lasts=timedelta(days=days + 30))
    letters.asked(part, link.url, again=again)


@registry.action("empathy.ask_too", may="perspectives.edit", doors=BOTH, shows=RoundShown.of)
def ask_too(*, by: Actor, round_id: RoundId, person_ids: PersonIds) -> Round:
    """Ask further people in a round that is open, such as those somebody said must be asked too."""
    row = locked(round_id)
    there = set(RoundPart.objects.filter(round=row, person__in=person_ids).values_list("person_id", flat=True))
    new = [id for id in person_ids if id not in there]
    if not new:
        raise registry.Mistake(_("Everybody you chose is asked already."), "person_ids")
    invite(by=by, row=row, person_ids=new)
    journal.record(by=by, event="empathy.asked_too", subject=row, payload={"people": len(new)})
    return row


@registry.action("empathy.remind", may="perspectives.edit", doors=BOTH)
def remind(*, by: Actor, round_id: RoundId) -> int:
    """Write once more to those who have not answered, and to nobody twice on one day. Gives how many letters go out."""
    row = locked(round_id)
    return remind_late(by=by, row=row)


def remind_late(*, by: Actor, row: Round) -> int:
    """Inside an act."""
    begin = clock.now() - timedelta(hours=20)
    late = list(RoundPart.objects.select_related("person", "round__made_by").filter(round=row, answers=True, done=False, person__left_at=None))
    late = [part for part in late if (part.reminded_at or part.asked_at) < begin]
    for part in late:
        part.reminded_at = clock.now()
        _send(by, part, again=True)
    RoundPart.objects.bulk_update(late, ["reminded_at"])
    if late:
        journal.record(by=by, event="empathy.reminded", subject=row, payload={"letters": len(late)})
    return len(late)


@registry.action("empathy.end_part", may="perspectives.edit", doors=BOTH, shows=RoundShown.of)
def end_part(*, by: Actor, round_id: RoundId, person_id: Annotated[UUID, Field(description="Who is not asked any more.")]) -> Round:
    """Ask somebody no more in a round: they only see what comes out, and what they said so far does not count."""
    row = locked(round_id)
    part = queries.part(round_id, person_id)
    part.answers = False
    part.save(update_fields=["answers"])
    revoke_links(purpose=PURPOSE, subject_id=row.id, person=part.person)
    journal.record(by=by, event="empathy.part_ended", subject=row, payload={})
    return row


@registry.action("empathy.stop_round", may="perspectives.edit", doors=BOTH, shows=RoundShown.of)
def stop_round(*, by: Actor, round_id: RoundId, reason: Annotated[str, Field(description="Why, in one line.", min_length=1, max_length=300)]) -> Round:
    """Call a round off. What was said stays sealed for good."""
    row = locked(round_id)
    if not reason.strip():
        raise registry.Mistake(_("Say why in one line: whoever answered reads it."), "reason")
    stop(by=by, row=row, reason=reason.strip())
    return row


def stop(*, by: Actor, row: Round, reason: str) -> None:
    """Inside an act."""
    row.stopped_at, row.stopped_why = clock.now(), reason
    row.save(update_fields=["stopped_at", "stopped_why"])
    journal.record(by=by, event="empathy.round_stopped", subject=row, payload={"reason": reason})

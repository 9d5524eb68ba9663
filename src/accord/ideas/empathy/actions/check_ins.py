"""The rhythm of check-ins: set it, rest, go on, and open one."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import journal, registry
from accord.base.people import queries as people
from accord.base.people.gate import K
from accord.base.people.rules import Actor

from ..models import PULSE, Cadence, CadencePerson, Pause, Round
from ..queries import pulse
from ..queries.pulse import CadenceShown
from ..queries.rounds import RoundShown
from ..rules.cadence import Candidate, enough_from, whose_turn
from .rounds import BOTH, PersonIds, invite, put_items

FRIDAY = 4


@registry.action("empathy.set_cadence", may="perspectives.edit", doors=BOTH, shows=CadenceShown.of)
def set_cadence(
    *,
    by: Actor,
    weeks: Annotated[int, Field(description="Every so many weeks.", ge=1, le=26)] = 4,
    weekday: Annotated[int, Field(description="On this day of the week: 0 is Monday, 4 Friday.", ge=0, le=FRIDAY)] = 0,
    person_ids: PersonIds = [],  # noqa: B006  (never changed)
    open_days: Annotated[int, Field(description="How many days people can answer.", ge=2, le=21)] = 7,
    evening: Annotated[int, Field(description="No letter from this hour on.", ge=12, le=24)] = 18,
    morning: Annotated[int, Field(description="No letter before this hour.", ge=0, le=11)] = 8,
    least_days: Annotated[int, Field(description="Nobody is asked twice within so many days, rounds counted in.", ge=7, le=365)] = 14,
    most: Annotated[int | None, Field(description="Ask at most so many people of one side at a time, in turn; leave out for everybody.", ge=K)] = None,
) -> Cadence:
    """Say how often both sides check in, and whom it asks. Without person_ids everybody is asked. What was set before is kept."""
    chosen = [people.person(id) for id in dict.fromkeys(person_ids)]
    if chosen and len({one.side for one in chosen}) < 2:
        raise registry.Mistake(_("Choose people of both sides: each guesses what the other says."), "person_ids")
    row = Cadence.objects.create(
        weeks=weeks, weekday=weekday, open_days=open_days, evening=evening, morning=morning, least_days=least_days, most=most, set_by_id=by.person_id
    )
    CadencePerson.objects.bulk_create([CadencePerson(cadence=row, person=one) for one in chosen])
    journal.record(by=by, event="empathy.cadence_set", subject=row, payload={"weeks": weeks, "weekday": weekday, "chosen": len(chosen)})
    return row


@registry.action("empathy.pause_check_ins", may="perspectives.edit", doors=BOTH, shows=CadenceShown.now)
def pause_check_ins(
    *, by: Actor, until: Annotated[date | None, Field(description="The last day of rest; leave out to rest until somebody resumes.")] = None
) -> Pause:
    """Let check-ins rest. One that is open stays open."""
    if until is not None and until < pulse.today():
        raise registry.Mistake(_("Choose a day that is still to come."), "until")
    return _turn(by, rests=True, until=until, event="empathy.check_ins_paused")


@registry.action("empathy.resume_check_ins", may="perspectives.edit", doors=BOTH, shows=CadenceShown.now)
def resume_check_ins(*, by: Actor) -> Pause:
    """Go on with check-ins that rest. The next one goes out on the next day of the rhythm, never at once."""
    if pulse.resting() is None:
        raise registry.Conflict(_("Check-ins are not paused."))
    return _turn(by, rests=False, until=None, event="empathy.check_ins_resumed")


def _turn(by: Actor, *, rests: bool, until: date | None, event: str) -> Pause:
    row = Pause.objects.create(rests=rests, until=until, by_id=by.person_id)
    journal.record(by=by, event=event, subject=row, payload={"until": until.isoformat()} if until else {})
    return row


@registry.action("empathy.open_check_in", may="perspectives.edit", doors=BOTH, shows=RoundShown.of)
def open_check_in(*, by: Actor) -> Round:
    """Open a check-in now, before its day. Nobody is asked again within the days that were agreed."""
    return open_now(by=by, made_by_id=by.person_id)


def open_now(*, by: Actor, made_by_id: UUID | None) -> Round:
    """Inside an act. made_by_id: in whose name it asks."""
    if pulse.open_check_in() is not None:
        raise registry.Conflict(_("A check-in is open. Close it first, or let it run its days."))
    rhythm, about, today = pulse.rhythm(), pulse.about_next(), pulse.today()
    if not (about.initiative_ids or about.goal_ids):
        raise registry.Mistake(_("There is no open work and no live goal to ask about yet. Set a goal or file a request first."))
    asked = whose_turn(_able(pulse.candidates(), today), today, rhythm)
    row = Round.objects.create(
        title=_("Check-in of %(day)s") % {"day": date_format(today, "j F")}, kind=PULSE, guesses=True, standing=list(pulse.standing_next()),
        goal=about.still_right, closes_on=today + timedelta(days=_open_days()), made_by_id=made_by_id,
    )  # fmt: skip
    put_items(row, about.initiative_ids, about.goal_ids)
    journal.record(by=by, event="empathy.check_in_opened", subject=row, payload={"closes_on": row.closes_on.isoformat(), "asked": len(asked)})
    invite(by=by, row=row, person_ids=[one.id for one in asked])
    return row


def _able(found: list[Candidate], today: date) -> list[Candidate]:
    """Those who could be asked; a Mistake while there are not enough of both sides whose turn it is."""
    day = enough_from(found, pulse.rhythm())
    if day is None:
        raise registry.Mistake(_("One side has nobody to ask. Add people of both sides first."))
    if day > today:
        told = _("Too many were asked only lately. Enough people of both sides can be asked again from %(day)s on.")
        raise registry.Conflict(told % {"day": date_format(day, "j F")})
    return found


def _open_days() -> int:
    return (pulse.cadence() or Cadence()).open_days

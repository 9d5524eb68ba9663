"""Asking people by link what they see coming, and whether they see it too; and passing a warning on for somebody."""

import json
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people import sealed
from accord.base.people.access import accord_itself
from accord.base.people.actions import make_link
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals

from .. import letters, telling
from ..models import Asking, Carried, Reminded, Risk
from ..purposes import RAISE, SEEN
from .held import locked
from .raising import raise_risk
from .words import BOTH, RiskId

LASTS = timedelta(days=90)
MOST_A_DAY = 5  # letters that mails in somebody's name can bring them
PersonIds = Annotated[list[UUID], Field(description="People, by their ids.", min_length=1, max_length=60)]


@registry.action("risks.ask_for_warnings", may="risks.edit", doors=BOTH)
def ask_for_warnings(
    *,
    by: Actor,
    person_ids: PersonIds,
    goal_id: Annotated[UUID | None, Field(description="About this goal.")] = None,
    initiative_id: Annotated[UUID | None, Field(description="About this initiative.")] = None,
    words: Annotated[str, Field(description="Why you ask them, in a line.", max_length=300)] = "",
) -> int:
    """Ask people by letter and link what they see coming. They need no account. Gives how many letters go out."""
    goal = goals.version(goal_id) if goal_id else None
    initiative = goals.initiative(initiative_id) if initiative_id else None
    for person in _chosen(person_ids):
        row = Asking.objects.create(person=person, goal=goal, initiative=initiative, words=" ".join(words.split()), asked_by_id=by.person_id)
        journal.record(by=by, event="risks.asked_for", subject=row, payload={"person": str(person.id)})
        letters.asked(row, make_link(by=by, person=person, purpose=RAISE, subject_id=row.id, lasts=LASTS).url)
    return len(set(person_ids))


@registry.action("risks.ask_who_sees", may="risks.edit", doors=BOTH)
def ask_who_sees(*, by: Actor, risk_id: RiskId, person_ids: PersonIds) -> int:
    """Ask people by letter and link whether they see it too. Gives how many letters go out; whoever raised it or said so already gets none."""
    row = locked(risk_id)
    known = {row.raised_by_id, *row.seen.values_list("person_id", flat=True)}
    asked = [person for person in _chosen(person_ids) if person.id not in known]
    for person in asked:
        letters.see_too(row, person, make_link(by=by, person=person, purpose=SEEN, subject_id=row.id, lasts=LASTS).url)
    if asked:
        journal.record(by=by, event="risks.asked_who_sees", subject=row, payload={"people": len(asked)})
    return len(asked)


def _chosen(person_ids: list[UUID]) -> list[Person]:
    found = [people.person(id) for id in dict.fromkeys(person_ids)]
    for person in found:
        if person.left_at is not None:
            raise registry.Mistake(_("%(name)s has left. Ask somebody else.") % {"name": person.name}, "person_ids")
    return found


def place_of(row: Carried) -> str:
    """Where what somebody wants passed on belongs: sealed there, it opens nowhere else."""
    return f"risks.carried:{row.client_id}:{row.id}"


def slots_of(row: Carried) -> dict[str, Any]:
    """What they want passed on, as they wrote it. For `to` and for themselves."""
    found: dict[str, Any] = json.loads(sealed.unseal(row.sealed, about=place_of(row)))
    return found


@registry.action("risks.ask_to_carry", may="risks.raise")
def ask_to_carry(*, by: Actor, asking_id: UUID, once: str, slots: dict[str, Any]) -> Carried:
    """Ask whoever looks after the client to pass a warning on. The journal says that it was asked, and not by whom.

    once: made with the form; sent twice it is kept once. slots: plain words and days, as `raise_risk` takes them."""
    asking = Asking.objects.filter(id=asking_id, person=by.person_id).first()
    to = next((person for person in people.facilitators() if person.id != by.person_id), None)
    if asking is None:
        raise registry.NotThere(str(asking_id))
    if to is None:
        raise registry.Mistake(_("There is nobody here who could pass it on. Say it with your name, or not at all."), "how")
    if same := Carried.objects.filter(person=by.person_id, once=once[:40]).first():
        return same
    row = Carried(client_id=by.client_id, person_id=asking.person_id, once=once[:40], to=to, asking=asking)
    row.sealed = sealed.seal(json.dumps(slots), about=place_of(row))
    row.save(force_insert=True)
    Asking.objects.filter(id=asking.id).exclude(mailed="").update(mailed="")
    journal.record(by=accord_itself(by.client_id), event="risks.asked_to_carry", subject=row, payload={})
    letters.to_carry(row)
    return row


@registry.action("risks.pass_on", may="risks.edit")
def pass_on(*, by: Actor, carried_id: UUID, slots: dict[str, Any]) -> Risk:
    """Pass on what somebody asked you to, in their words or in yours. Your name is shown; who it is from is shown nowhere."""
    row = Carried.objects.select_related("asking").select_for_update(of=("self",)).filter(id=carried_id, to=by.person_id).first()
    if row is None:
        raise registry.NotThere(str(carried_id))
    if row.risk_id is not None:
        raise registry.Conflict(_("You passed this on already."))
    row.risk = raise_risk(by=by, for_somebody=True, reference=f"carried:{row.id}", initiative_id=row.asking.initiative_id, **slots)
    row.save(update_fields=["risk"])
    letters.carried(row)
    return row.risk


@registry.action("risks.raise_by_link", may="risks.raise")
def raise_by_link(*, by: Actor, asking_id: UUID, once: str, slots: dict[str, Any]) -> Risk:
    """Raise a warning with one's name at the link by which one was asked. once: made with the form; sent twice it is kept once."""
    asking = Asking.objects.filter(id=asking_id, person=by.person_id).first()
    if asking is None:
        raise registry.NotThere(str(asking_id))
    row = raise_risk(by=by, reference=f"link:{once}", initiative_id=asking.initiative_id, **slots)
    Asking.objects.filter(id=asking.id).exclude(mailed="").update(mailed="")  # they said what they mean, so the mail is kept no longer
    return row


def draft(row: Asking) -> str:
    """What they wrote in their mail, while they have not said that they mean it."""
    return sealed.unseal(row.mailed, about=f"risks.mailed:{row.client_id}:{row.id}") if row.mailed else ""


def remind_once(*, by: Actor, row: Risk) -> None:
    """Whoever must answer by a day is written to once more before it; not where the warning came to them less than a day ago. Inside an act."""
    came = row.turns.filter(to=row.answerer_id).last()
    if (came.at if came else row.at) > clock.now() - timedelta(days=1):
        return
    _row, new = Reminded.objects.get_or_create(risk=row, person_id=row.answerer_id, day=row.answer_by)
    if new:
        telling.remind(by=by, row=row)
        journal.record(by=by, event="risks.reminded", subject=row, payload={})


@registry.action("risks.ask_whether_meant", may="links.make")
def ask_whether_meant(*, by: Actor, person_id: UUID, words: str) -> Asking | None:
    """Somebody's address wrote to the address for warnings. Anybody can write a mail in their name, so nothing is a warning before they say so:
    they get a letter with a link. None once five such letters went out within a day."""
    person = people.person(person_id)
    if Asking.objects.filter(person=person, asked_by=None, at__gt=clock.now() - timedelta(days=1)).count() >= MOST_A_DAY:
        return None
    row = Asking(client_id=by.client_id, person=person)
    row.mailed = sealed.seal(words, about=f"risks.mailed:{row.client_id}:{row.id}")
    row.save(force_insert=True)
    journal.record(by=by, event="risks.mailed", subject=row, payload={})
    letters.meant(row, make_link(by=by, person=person, purpose=RAISE, subject_id=row.id, lasts=LASTS).url)
    return row



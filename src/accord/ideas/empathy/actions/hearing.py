"""Whoever called something critical is asked to tell more, tells it, and is read."""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.actions import make_link
from accord.base.people.rules import Actor
from accord.ideas.listen import actions as listen
from accord.ideas.listen.models import Request

from .. import letters
from ..models import Critical, Hearing, HearingAnswer
from ..queries import hearings as queries
from ..queries.hearings import HearingShown
from .rounds import BOTH, held

TELL = "empathy.hearing"
ASPECTS = ("day_to_day", "if_not", "new_risk_or_effort")
HearingId = Annotated[UUID, Field(description="The hearing.")]


@registry.action("empathy.ask_more", may="perspectives.edit", doors=BOTH, shows=HearingShown.of)
def ask_more(*, by: Actor, critical_id: Annotated[UUID, Field(description="What somebody called critical, in a closed round.")]) -> Hearing:
    """Ask whoever called something critical to tell more, once, by link. About work that was asked for, listening asks, and the answer is said
    back and confirmed; about a goal it is one question, kept word for word. Asked already, nothing more happens."""
    found = queries.critical(critical_id)
    if by.person_id is None:
        raise registry.Refused("perspectives.edit")
    held(found.item.round_id)
    if there := Hearing.objects.filter(critical=found).first():
        return there
    asking = _listen(by, found)
    row = Hearing.objects.create(critical=found, asking_id=asking, asked_by_id=by.person_id)
    journal.record(by=by, event="empathy.asked_more", subject=row, payload={"item": found.item.title, "person": str(found.person_id)})
    if asking is None:
        link = make_link(by=by, person=found.person, purpose=TELL, subject_id=row.id)
        letters.tell_more(queries.hearing(row.id).row, link.url)
    return row


def _listen(by: Actor, found: Critical) -> UUID | None:
    """The asking that listening opened, where the item is work somebody asked for."""
    if found.item.initiative_id is None or not Request.objects.filter(initiative=found.item.initiative_id).exists():
        return None
    (asked,) = listen.ask(
        by=by, initiative_id=found.item.initiative_id, person_ids=[found.person_id], questions=[listen.Put(aspect) for aspect in ASPECTS],
        note=called_critical(found),
    )  # fmt: skip
    return asked.asking.id


def called_critical(found: Critical) -> str:
    """What they said, said to them."""
    return _("You called “%(item)s” critical: “%(words)s” Tell us more.") % {"item": found.item.title[:120], "words": found.words}


@registry.action("empathy.tell_more", may="perspectives.answer", doors=BOTH, shows=HearingShown.of)
def tell_more(*, by: Actor, hearing_id: HearingId, words: Annotated[str, Field(description="In one's own words.", min_length=1, max_length=4000)]) -> Hearing:
    """Tell more about what one called critical. It is kept word for word; a further word is kept beside the first."""
    now = queries.hearing(hearing_id)
    if now.person.id != by.person_id or now.row.asking_id:
        raise registry.NotThere(str(hearing_id))
    if not words.strip():
        raise registry.Mistake(_("Write what makes it critical. One sentence is enough."), "words")
    if now.last is None or now.last.words != words.strip():
        HearingAnswer.objects.create(hearing=now.row, words=words.strip())
        journal.record(by=by, event="empathy.told_more", subject=now.row, payload={"item": now.item.title})
    return now.row


@registry.action("empathy.read_hearing", may="perspectives.edit", doors=BOTH, shows=HearingShown.of)
def read_hearing(*, by: Actor, hearing_id: HearingId) -> Hearing:
    """Say that what somebody told was read. It leaves Today and stays where it was said."""
    row = queries.hearing(hearing_id).row
    row.read_at = clock.now()
    row.save(update_fields=["read_at"])
    journal.record(by=by, event="empathy.hearing_read", subject=row, payload={})
    return row

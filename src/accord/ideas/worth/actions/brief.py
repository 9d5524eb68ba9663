"""Sending briefs and hand-overs, reminding once, and what people say to them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.paper import kept, markdown
from accord.base.people import queries as people
from accord.base.people.actions import NewLink, make_link
from accord.base.people.models import Person
from accord.base.people.rules import Actor, Side
from accord.ideas.goals import actions as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage

from .. import brief_letters as letters
from ..models import Acknowledgement, Paper, Sending
from ..queries import decision as decisions
from ..queries import papers as queries
from ..queries.reading import day
from ..queries.shown import ANYWHERE, InitiativeId
from ..rules.decision import Kind, Reply

PURPOSE = {Kind.BRIEF: "worth.brief", Kind.HAND_OVER: "worth.hand_over"}
NUDGE_AFTER = timedelta(days=3)
MOST_WORDS = 2000
PersonIds = Annotated[list[UUID], Field(description="To whom. Each gets a link of their own by mail.", min_length=1, max_length=50)]
Note = Annotated[str, Field(description="A line of greeting in the mail.", max_length=500)]


@dataclass(frozen=True)
class Sent:
    """A paper just sent to somebody, with the only sight of their link."""

    sending: Sending
    link: NewLink


@dataclass(frozen=True)
class SentShown:
    """Somebody was sent a paper, as doors show it: without the link, which went to the person."""

    kind: str
    version: int
    person_id: UUID
    person: str
    digest: str
    sent_at: datetime


def shown(sent: list[Sent]) -> list[SentShown]:
    rows = [one.sending for one in sent]
    return [SentShown(row.paper.kind, row.paper.number, row.person_id, row.person.called, row.paper.digest, row.at) for row in rows]


@registry.action("worth.send_brief", may="briefs.send", doors=ANYWHERE, shows=shown)
def send_brief(*, by: Actor, initiative_id: InitiativeId, person_ids: PersonIds, note: Note = "") -> list[Sent]:
    """Send the brief by link, to be acknowledged or objected to.

    What is sent is kept word for word; when something changed since the last time, this makes a new version."""
    return _send(by, initiative_id, Kind.BRIEF, person_ids, note)


@registry.action("worth.hand_over", may="briefs.send", doors=ANYWHERE, shows=shown)
def hand_over(*, by: Actor, initiative_id: InitiativeId, person_ids: PersonIds, note: Note = "") -> list[Sent]:
    """Hand a decision over to those who deliver it, by link.

    The initiative is in delivery from the moment one of them says that they have what they need."""
    return _send(by, initiative_id, Kind.HAND_OVER, person_ids, note)


def _send(by: Actor, initiative_id: UUID, kind: Kind, person_ids: list[UUID], note: str) -> list[Sent]:
    if not person_ids:
        raise registry.Mistake(_("Choose whom to send it to."), "person_ids")
    receivers = [people.person(id) for id in dict.fromkeys(person_ids)]
    if kind is Kind.HAND_OVER:
        _of_delivery(receivers)
    paper = _version(by, initiative_id, kind)
    already = {row.person_id for row in Sending.objects.filter(paper=paper)}
    twice = [person.called for person in receivers if person.id in already]
    if twice:
        raise registry.Mistake(_("%(who)s has this version already. Remind them instead.") % {"who": ", ".join(twice)}, "person_ids")
    return [_one(by, paper, person, note.strip()) for person in receivers]


def _of_delivery(receivers: list[Person]) -> None:
    for person in receivers:
        if person.side != Side.IT.value:
            raise registry.Mistake(_("%(who)s does not deliver: a hand-over goes to somebody on the IT side.") % {"who": person.called}, "person_ids")


def _version(by: Actor, initiative_id: UUID, kind: Kind) -> Paper:
    """The newest version when it says what stands now, or else a further one."""
    initiative = Initiative.objects.select_for_update(of=("self",)).select_related("client").filter(id=initiative_id).first()
    if initiative is None:
        raise registry.NotThere(str(initiative_id))
    last = Paper.objects.filter(initiative=initiative, kind=kind.value).last()
    says = queries.says(queries.written(initiative, kind))
    if last and last.says == says:
        return last
    number = last.number + 1 if last else 1
    facts = {"n": number, "day": day(clock.now().date()), "who": by.job or by.name}
    document = queries.written(initiative, kind, _("Version %(n)d, %(day)s. Prepared by the %(who)s.") % facts)
    data = kept.to_data(document)
    paper = Paper.objects.create(
        initiative=initiative,
        kind=kind.value,
        number=number,
        decision=decisions.standing(initiative.id),
        kept=data,
        text=markdown.render(document),
        says=says,
        digest=kept.digest(data),
        made_by_id=by.person_id,
    )
    payload = {"initiative": str(initiative.id), "kind": kind.value, "version": number, "digest": paper.digest}
    journal.record(by=by, event="worth.paper_written", subject=paper, payload=payload)
    return paper


def _one(by: Actor, paper: Paper, person: Person, note: str) -> Sent:
    sending = Sending.objects.create(paper=paper, person=person, note=note, sent_by_id=by.person_id)
    link = make_link(by=by, person=person, purpose=PURPOSE[Kind(paper.kind)], subject_id=sending.id)
    letters.paper(sending, link.url)
    payload = {"person": str(person.id), "version": paper.number, "digest": paper.digest}
    journal.record(by=by, event=f"worth.{paper.kind}_sent", subject=sending, payload=payload)
    return Sent(sending, link)


@registry.action("worth.nudge_reader", may="briefs.send")
def nudge_reader(*, by: Actor, sending_id: UUID) -> Sent:
    """Remind somebody of what they were sent, once, with a fresh link."""
    sending = queries.sending(sending_id)
    if queries.words_of(sending_id):
        raise registry.Mistake(_("%(who)s has answered already.") % {"who": sending.person.called})
    if sending.nudged_at:
        raise registry.Mistake(_("%(who)s was reminded already. A call is kinder than a second mail.") % {"who": sending.person.called})
    if clock.now() < sending.at + NUDGE_AFTER:
        raise registry.Mistake(_("It was sent less than three days ago. Give them the time."))
    sending.nudged_at = clock.now()
    sending.save(update_fields=["nudged_at"])
    link = make_link(by=by, person=sending.person, purpose=PURPOSE[Kind(sending.paper.kind)], subject_id=sending.id)
    letters.paper(sending, link.url, again=True)
    journal.record(by=by, event="worth.reader_nudged", subject=sending, payload={"person": str(sending.person_id)})
    return Sent(sending, link)


@registry.action("worth.acknowledge", may="briefs.acknowledge")
def acknowledge(*, by: Actor, sending_id: UUID, reply: Reply, words: str = "") -> Acknowledgement:
    """Say to a paper one was sent that one has read it, or that one objects and why. The text before them is kept with their word.

    The same word twice is one; another one later stands beside the first."""
    sending = Sending.objects.select_for_update(of=("self",)).select_related("paper__initiative", "person").filter(id=sending_id).first()
    if sending is None or by.person_id is None or sending.person_id != by.person_id:
        raise registry.NotThere(str(sending_id))
    said = words.strip()
    if reply is Reply.OBJECTED and not said:
        raise registry.Mistake(_("Write what you object to, so that it can be answered."), "words")
    if len(said) > MOST_WORDS:
        raise registry.Mistake(_("That is %(n)d characters; there is room for 2,000. Shorten it a little.") % {"n": len(said)}, "words")
    last = Acknowledgement.objects.filter(sending=sending).last()
    if last and (last.reply, last.words) == (reply.value, said):
        return last
    paper = sending.paper
    queries.document_of(paper)  # raises when the row is not what was written: nobody acknowledges another text
    word = Acknowledgement.objects.create(sending=sending, reply=reply.value, words=said, text=paper.text, digest=paper.digest)
    payload = {"version": paper.number, "digest": paper.digest, "reply": reply.value}
    journal.record(by=by, event=f"worth.{paper.kind}_{reply.value}", subject=word, payload=payload)
    if paper.is_hand_over and reply is Reply.ACKNOWLEDGED:
        goals.reach(by=by, initiative=paper.initiative, stage=Stage.DELIVERY)
    return word

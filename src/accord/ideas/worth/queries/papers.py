"""Briefs and hand-overs: as they stand now, as they were sent, and what people said to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, registry
from accord.base.journal import queries as journal
from accord.base.paper import kept, markdown
from accord.base.paper.document import Document
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative

from ..models import Acknowledgement, Paper, Sending
from ..rules import brief as briefs
from ..rules import hand_over as hand_overs
from ..rules.decision import Kind
from . import decision as decisions
from .reading import day
from .shown import ANYWHERE, InitiativeId
from .telling import told

Version = Annotated[int, Field(description="Which version; 0 for the newest one that was sent, or, before any was, as it stands now.", ge=0, le=10_000)]


@dataclass(frozen=True)
class PaperShown:
    """A brief or hand-over as doors show it. version 0: as it stands now, not sent. digest: SHA-256 of what was sent."""

    initiative_id: UUID
    version: int
    title: str
    markdown: str
    digest: str
    sent_at: datetime | None


@dataclass(frozen=True)
class SentNow:
    """One person who was sent a paper, and what they said to it last."""

    sending: Sending
    person: Person
    last: Acknowledgement | None
    words: int  # how often they said something

    @property
    def state(self) -> str:
        return self.last.reply if self.last else "waiting"


def written(initiative: Initiative, kind: Kind, footer: str = "") -> Document:
    """The paper as everything stands now. Raises Mistake for a hand-over of nothing."""
    decision = decisions.standing(initiative.id)
    brief, reads = told(initiative, decision, footer)
    if kind is Kind.BRIEF:
        return briefs.document(brief, reads)
    if decision is None or not decision.decided.does_something:
        raise registry.Mistake(_("There is nothing to hand over until somebody decides to do something."))
    return hand_overs.document(brief, reads)


def as_it_stands(initiative: Initiative, kind: Kind) -> Document:
    """The paper now, marked as not sent."""
    return written(initiative, kind, _("As it stands on %(day)s. Not sent yet.") % {"day": day(clock.now().date())})


def says(document: Document) -> str:
    """What a paper says, apart from its version line."""
    return kept.digest(kept.to_data(replace(document, footer="")))


def papers(initiative_id: UUID, kind: Kind) -> list[Paper]:
    """Every version that was sent, newest first."""
    return list(Paper.objects.select_related("made_by", "decision", "initiative").filter(initiative=initiative_id, kind=kind.value).order_by("-number"))


def paper(initiative_id: UUID, kind: Kind, number: int) -> Paper:
    """One version, or NotThere."""
    found = Paper.objects.select_related("made_by", "decision", "initiative__client").filter(initiative=initiative_id, kind=kind.value, number=number).first()
    if found is None:
        raise registry.NotThere(f"{kind.value} {number}")
    return found


def document_of(row: Paper) -> Document:
    """What was sent, as it was sent. Raises NotAsWritten when the row is not what was written."""
    if kept.digest(row.kept) != row.digest:
        raise registry.NotAsWritten(f"{row.kind} {row.number} of {row.initiative_id}")
    return kept.from_data(row.kept)


@registry.unlike.register("worth")
def not_as_sent() -> Iterator[str]:
    """Papers that are not what was sent: their text, or the digest that the journal holds."""
    for row in Paper.objects.select_related("initiative").order_by("initiative", "kind", "number").iterator():
        if kept.digest(row.kept) != row.digest or row.digest not in _journaled(row):
            yield _("%(kind)s %(number)d of “%(title)s”") % {"kind": row.get_kind_display(), "number": row.number, "title": row.initiative.title}


def _journaled(row: Paper) -> set[str]:
    return {entry.payload.get("digest", "") for entry in journal.of_subject(row.id)}


def sendings(papers: Iterable[Paper]) -> list[SentNow]:
    """Who was sent these papers, oldest first: two queries."""
    rows = list(Sending.objects.select_related("person__team", "paper__initiative__client", "sent_by").filter(paper__in=list(papers)).order_by("at", "id"))
    said: dict[UUID, list[Acknowledgement]] = {row.id: [] for row in rows}
    for word in Acknowledgement.objects.filter(sending__in=rows).order_by("at", "id"):
        said[word.sending_id].append(word)
    return [SentNow(row, row.person, said[row.id][-1] if said[row.id] else None, len(said[row.id])) for row in rows]


def newest_papers(initiative_ids: Iterable[UUID] | None = None) -> list[Paper]:
    """The newest version of each brief and hand-over: one query."""
    found = Paper.objects.defer("kept", "text").select_related("initiative__client").order_by("initiative", "kind", "number")
    rows = found if initiative_ids is None else found.filter(initiative__in=list(initiative_ids))
    return list({(row.initiative_id, row.kind): row for row in rows}.values())


def sending(sending_id: UUID) -> Sending:
    """One sending of the scope, or NotThere."""
    found = Sending.objects.select_related("person__team", "paper__initiative__client__provider", "sent_by__account").filter(id=sending_id).first()
    if found is None:
        raise registry.NotThere(str(sending_id))
    return found


def words_of(sending_id: UUID) -> list[Acknowledgement]:
    """Everything a person said to a paper, oldest first."""
    return list(Acknowledgement.objects.filter(sending=sending_id).order_by("at", "id"))


def showing(by: Actor, initiative: Initiative, kind: Kind, version: int = 0) -> tuple[Document, Paper | None]:
    """What somebody may read: a version that was sent, or for those who send, how it stands now."""
    if version:
        found = paper(initiative.id, kind, version)
        return document_of(found), found
    sent = papers(initiative.id, kind)
    if sent:
        return document_of(sent[0]), sent[0]
    if not by.may("briefs.send"):
        raise registry.NotThere(kind.value)
    return as_it_stands(initiative, kind), None


def readable(by: Actor, initiative_id: UUID) -> dict[str, bool]:
    """Which papers somebody finds when they open them: those that were sent, and for those who send, how they stand now."""
    sent = set(Paper.objects.filter(initiative=initiative_id).values_list("kind", flat=True))
    decision = decisions.standing(initiative_id) if by.may("briefs.send") else None
    now = {Kind.BRIEF.value: by.may("briefs.send"), Kind.HAND_OVER.value: decision is not None and decision.decided.does_something}
    return {f"{kind.value}_there": kind.value in sent or now[kind.value] for kind in Kind}


def _shown(by: Actor, initiative_id: UUID, kind: Kind, version: int) -> PaperShown:
    document, row = showing(by, goals.initiative(initiative_id), kind, version)
    text = row.text if row else markdown.render(document)
    return PaperShown(initiative_id, row.number if row else 0, document.title, text, row.digest if row else "", row.at if row else None)


@registry.query("worth.show_brief", may="decisions.read", doors=ANYWHERE)
def show_brief(*, by: Actor, initiative_id: InitiativeId, version: Version = 0) -> PaperShown:
    """The brief of an initiative as Markdown: the finding on one page, told through the goals both sides share."""
    return _shown(by, initiative_id, Kind.BRIEF, version)


@registry.query("worth.show_hand_over", may="decisions.read", doors=ANYWHERE)
def show_hand_over(*, by: Actor, initiative_id: InitiativeId, version: Version = 0) -> PaperShown:
    """What those who deliver need, as Markdown: why, in confirmed words, paths ruled out and why, what is open, every range."""
    return _shown(by, initiative_id, Kind.HAND_OVER, version)


@dataclass(frozen=True)
class ReplyShown:
    """What somebody said to a paper, as doors show it. reply: acknowledged, objected, or waiting. digest: of the text they had before them."""

    kind: str
    version: int
    person: str
    reply: str
    words: str
    digest: str
    at: datetime | None


@registry.query("worth.list_acknowledgements", may="briefs.send", doors=ANYWHERE)
def list_acknowledgements(*, by: Actor, initiative_id: InitiativeId) -> list[ReplyShown]:
    """Who was sent the brief or the hand-over of an initiative, and what they said to it."""
    goals.initiative(initiative_id)
    found = sendings(paper for kind in Kind for paper in papers(initiative_id, kind))
    return [_reply(one) for one in found]


def _reply(one: SentNow) -> ReplyShown:
    said = one.last
    return ReplyShown(
        one.sending.paper.kind, one.sending.paper.number, one.person.called, one.state, said.words if said else "", said.digest if said else "",
        said.at if said else None,
    )

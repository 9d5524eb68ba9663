"""What the pages of decisions, briefs and hand-overs are built from: one typed context each."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accord.base.paper import web_document
from accord.base.paper.document import Document
from accord.base.paper.figure import Markup
from accord.base.people.models import Person
from accord.base.people.rules import Actor, Side
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative

from ..models import Decision, DecisionPlanned, Paper, Sending
from ..queries import decision as decisions
from ..queries import papers, weighed
from ..queries.papers import SentNow
from ..queries.reading import reader
from ..rules import findings
from ..rules.decision import Kind, Outcome
from ..rules.labels import told_apart
from ..rules.shape import Role


@dataclass(frozen=True)
class Told:
    """What the case says in sentences. ask: the question worth more than it costs, empty when there is none; enough: nothing is worth asking."""

    headline: str
    standfirst: str
    recommendation: str
    changes: tuple[str, ...]
    ask: str
    enough: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class DecisionPage:
    """told: None while nothing is weighed. history: newest first, the first one stands."""

    initiative: Initiative
    told: Told | None
    open_questions: list[str]
    history: list["Recorded"]
    planned: DecisionPlanned | None
    may_record: bool
    brief_there: bool
    hand_over_there: bool

    @property
    def may_plan(self) -> bool:
        """Until something is decided, somebody is to decide it by a day."""
        return self.may_record and (self.standing is None or self.standing.row.decided is Outcome.NOT_YET)

    @property
    def standing(self) -> "Recorded | None":
        return self.history[0] if self.history else None


@dataclass(frozen=True)
class Recorded:
    """A decision with its sentence. moved: the case says something else today than on that day."""

    row: Decision
    headline: str
    moved: bool = False


def told_by(initiative_id: UUID) -> Told | None:
    """The case of an initiative in sentences."""
    found = weighed(initiative_id=initiative_id)
    if found is None:
        return None
    reads, says = reader(found.currency), told_apart(found.case, found.weighed)
    asking = findings.ask_first(says, reads)
    ask = asking if says.verdict.next else ""
    options = tuple(one.name for one in found.draft.choices if one.role is not Role.NOTHING)
    return Told(
        headline=findings.headline(says, reads),
        standfirst=findings.standfirst(says, reads),
        recommendation=findings.recommendation(says, reads),
        changes=findings.changes(says, reads),
        ask=ask,
        enough="" if ask else asking,
        options=options,
    )


def decision_page(*, by: Actor, initiative_id: UUID) -> DecisionPage:
    initiative = goals.initiative(initiative_id)
    told = told_by(initiative_id)
    history = [recorded(row, told if place == 0 else None) for place, row in enumerate(decisions.decisions(initiative_id))]
    open_ = decisions.open_questions(initiative_id, weighed(initiative_id=initiative_id))
    planned = decisions.planned([initiative_id]).get(initiative_id)
    return DecisionPage(initiative, told, open_, history, planned, by.may("decisions.record"), **papers.readable(by, initiative_id))


def recorded(row: Decision, told: Told | None = None) -> Recorded:
    return Recorded(row, decisions.headline(row), bool(told and row.found.get("headline") and row.found["headline"] != told.headline))


@dataclass(frozen=True)
class PaperPage:
    """A brief or hand-over on screen. number: 0 for how it stands now. newer: a version after this one, or for those who send, what would be one.
    mine: the sending of whoever looks, to be answered here."""

    initiative: Initiative
    kind: Kind
    document: Document
    body: Markup
    number: int
    on: date | None
    versions: list[Paper]
    changed: bool
    sent: list[SentNow]
    people: list[Person]
    mine: Sending | None
    said: list[object]
    may_send: bool

    @property
    def is_hand_over(self) -> bool:
        return self.kind is Kind.HAND_OVER

    @property
    def newest(self) -> int:
        return self.versions[0].number if self.versions else 0

    @property
    def acknowledged(self) -> int:
        return sum(one.state == "acknowledged" for one in self.sent)


def paper_page(*, by: Actor, initiative_id: UUID, kind: Kind, number: int | None) -> PaperPage:
    """number: a version that was sent, 0 for how it stands now, None for what whoever looks should see first."""
    initiative, versions = goals.initiative(initiative_id), papers.papers(initiative_id, kind)
    may_send = by.may("briefs.send")
    now = papers.as_it_stands(initiative, kind) if may_send else None
    changed = now is not None and bool(versions) and papers.says(now) != versions[0].says
    if number is None:
        number = 0 if changed or not versions else versions[0].number
    if number or now is None:
        document, row = papers.showing(by, initiative, kind, number)
    else:
        document, row = now, None
    sent = papers.sendings([row]) if row else []
    mine = next((one.sending for one in sent if one.person.id == by.person_id), None)
    return PaperPage(
        initiative=initiative,
        kind=kind,
        document=document,
        body=web_document.render(document),
        number=row.number if row else 0,
        on=row.at.date() if row else None,
        versions=versions,
        changed=changed,
        sent=sent if may_send else [],
        people=_receivers(by, kind, sent if not changed else []) if may_send else [],
        mine=mine,
        said=list(papers.words_of(mine.id)) if mine else [],
        may_send=may_send,
    )


def _receivers(by: Actor, kind: Kind, sent: list[SentNow]) -> list[Person]:
    """Whoever could be sent the next one: a hand-over goes to those who deliver. Nobody sends to themselves."""
    have = {one.person.id for one in sent} | {by.person_id}
    found = Person.objects.select_related("team").filter(left_at=None).exclude(id__in=have)
    return list(found.filter(side=Side.IT.value) if kind is Kind.HAND_OVER else found)

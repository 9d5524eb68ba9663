"""Decisions as they stand, and what is still open when one is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import registry, scope
from accord.base.people.queries import bring
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage
from accord.ideas.listen import labels
from accord.ideas.listen import queries as listen

from ..models import Decision, DecisionPlanned
from ..rules import findings, wording
from ..rules.decision import Outcome
from .reading import day, reader
from .shown import ANYWHERE, InitiativeId
from .weighing import WeighedCase

POLITICS = "people_and_politics"  # what is heard under it stays where it was said


@dataclass(frozen=True)
class DecisionShown:
    """A decision as doors show it. number: 1 is the first; the highest one stands."""

    id: UUID
    initiative_id: UUID
    number: int
    outcome: str
    option: str
    reasons: str
    decided_by: str
    decided_on: date
    review_on: date | None
    open_questions: list[str]
    open_reason: str
    would_change: list[str]
    recorded_at: datetime

    @staticmethod
    def of(row: Decision) -> "DecisionShown":
        return DecisionShown(
            row.id, row.initiative_id, row.number, row.outcome, row.option, row.reasons, row.decided_by.called, row.decided_on, row.review_on,
            list(row.open_questions), row.open_reason, list(row.found.get("changes", [])), row.at,
        )


@dataclass(frozen=True)
class PlanShown:
    """Who decides, and by when."""

    initiative_id: UUID
    person: str
    due: date

    @staticmethod
    def of(row: DecisionPlanned) -> "PlanShown":
        return PlanShown(row.initiative_id, row.person.called, row.due)


@scope.once
def decisions(initiative_id: UUID) -> list[Decision]:
    """Every decision about an initiative, newest first."""
    return list(Decision.objects.select_related("decided_by__team", "recorded_by", "initiative").filter(initiative=initiative_id).order_by("-number"))


def standing(initiative_id: UUID) -> Decision | None:
    """The decision that stands: the last one, whatever it says."""
    return next(iter(decisions(initiative_id)), None)


@scope.once
def newest() -> list[Decision]:
    """The decision that stands for each initiative: one query."""
    found = list(Decision.objects.select_related("initiative__client").order_by("initiative", "number"))
    bring((found, "decided_by"))
    return list({row.initiative_id: row for row in found}.values())


def settled(initiative: Initiative) -> Decision | None:
    """The decision that ended the asking: something is done, or nothing will be. None before one, and while the last one says not yet."""
    if goals.stage_of(initiative).place < Stage.DECISION.place:
        return None
    row = standing(initiative.id)
    return row if row and row.decided is not Outcome.NOT_YET else None


def planned(initiative_ids: Iterable[UUID] | None = None) -> dict[UUID, DecisionPlanned]:
    """Who decides by when, for each initiative: one query."""
    found = DecisionPlanned.objects.select_related("person__team", "initiative__client").order_by("at", "id")
    rows = found if initiative_ids is None else found.filter(initiative__in=list(initiative_ids))
    return {row.initiative_id: row for row in rows}


def headline(row: Decision) -> str:
    """The decision in a sentence."""
    return wording.headline(row.decided, row.option, row.review_on, reader(""))


def open_questions(initiative_id: UUID, found: WeighedCase | None) -> list[str]:
    """What is not known: aspects nobody spoke of, questions without an answer, what somebody is finding out, and what is worth asking."""
    heard = listen.heard(initiative_id)
    asked = [_("%(question)s It was asked and not answered yet.") % {"question": _sentence(words)} for words in heard.open_questions]
    aspects = [labels.aspect_title(key) for key in heard.coverage.open if key != POLITICS]
    silent = [_("Nobody has said yet: %(aspects)s.") % {"aspects": "; ".join(title[:1].lower() + title[1:] for title in aspects)}] if aspects else []
    finding = [
        _("%(what)s %(person)s finds out by %(day)s.") % {"what": _sentence(one.what), "person": one.person, "day": day(one.by_date)}
        for one in heard.not_known
        if one.aspect != POLITICS
    ]
    worth = [findings.ask_first(found.weighed, reader(found.currency))] if found and found.weighed.verdict.next else []
    return [*worth, *asked, *finding, *silent]


def _sentence(text: str) -> str:
    """Ends in a mark, so that another sentence can follow."""
    told = " ".join(text.split())
    return told if told.endswith((".", "?", "!", "…", ":")) else f"{told}."



@registry.query("worth.list_decisions", may="decisions.read", doors=ANYWHERE)
def list_decisions(*, by: Actor) -> list[DecisionShown]:
    """The decision that stands for every initiative of this client, newest first."""
    return sorted((DecisionShown.of(row) for row in newest()), key=lambda shown: shown.recorded_at, reverse=True)


@registry.query("worth.show_decisions", may="decisions.read", doors=ANYWHERE)
def show_decisions(*, by: Actor, initiative_id: InitiativeId) -> list[DecisionShown]:
    """Every decision about an initiative, newest first: the first one stands, the others stay beside it."""
    goals.initiative(initiative_id)
    return [DecisionShown.of(row) for row in decisions(initiative_id)]

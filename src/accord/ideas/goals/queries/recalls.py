"""Reads about recall checks. While one is open nobody reads an answer, by no page and no door: its answers are not even loaded. Afterwards they
are words without a name, a side or a time, in an order drawn by lot; and of fewer than a group there is nothing to read at all."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.db.models import Count, Q
from pydantic import Field

from accord.base import clock, registry, scope
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from ..models import AlsoOwner, GoalVersion, RecallAnswer, RecallAsked, RecallCheck, RecallMatch
from ..rules.recalling import GROUP, Outcome, Recalled, Share, Sheet, looks_like, outcome, recalled
from ..rules.serving import LIVE
from .goals import newest_versions


@dataclass(frozen=True)
class Thing:
    """One thing somebody named. goal_id: what an owner says it means, once `matched`; suggested: what it looks like, for sorting alone."""

    id: UUID
    words: str
    matched: bool
    goal_id: UUID | None
    suggested: UUID | None


@dataclass(frozen=True)
class RecallNow:
    """A check with everything about it that may be seen now."""

    row: RecallCheck
    asked: int
    answered: int  # or would rather not
    outcome: Outcome
    things: tuple[Thing, ...]
    recalled: Recalled | None  # once every answer is matched
    titles: dict[UUID, str]  # live goals, and those that were named

    @property
    def is_open(self) -> bool:
        return self.outcome is Outcome.OPEN

    @property
    def waiting(self) -> list[Thing]:
        return [one for one in self.things if not one.matched]

    @property
    def elsewhere(self) -> list[str]:
        """What else matters to people: named, and none of our goals."""
        return [one.words for one in self.things if one.matched and one.goal_id is None] if self.recalled else []

    def words_of(self, goal_id: UUID) -> list[str]:
        return [one.words for one in self.things if one.goal_id == goal_id] if self.recalled else []


@dataclass(frozen=True)
class ShareShown:
    """So many of so many, and the 90 % interval of that share."""

    hits: int
    n: int
    low: float
    high: float

    @staticmethod
    def of(one: Share) -> "ShareShown":
        return ShareShown(one.hits, one.n, *one.range)


@dataclass(frozen=True)
class NamedShown:
    """A goal, and how many named it."""

    goal_id: UUID
    goal: str
    named: ShareShown


@dataclass(frozen=True)
class SideShown:
    """How many of a side named any of our goals; sides of fewer than five are not shown, nor what would give them away."""

    side: str
    named: ShareShown


@dataclass(frozen=True)
class WaitsShown:
    """An answer that waits for an owner to say which goal it means. looks_like: a goal with words in common, for sorting alone."""

    id: UUID
    words: str
    looks_like: UUID | None


@dataclass(frozen=True)
class RecallShown:
    """A recall check as doors show it. outcome: `open`, `too_few`, `matching`, `unclear` or `clear`. While it is open: how many were asked and
    answered in all, and nothing else."""

    id: UUID
    question: str
    outcome: str
    opened_at: datetime
    closes_on: date
    closed_at: datetime | None
    asked: int
    answered: int
    waiting: int
    named: ShareShown | None
    goals: list[NamedShown]
    sides: list[SideShown]
    elsewhere: list[str]
    before: ShareShown | None  # of the check before this one
    waits: list[WaitsShown]  # for those who may match

    @staticmethod
    def of(row: RecallCheck) -> "RecallShown":
        return RecallShown.told(recall(row.id))

    @staticmethod
    def told(now: RecallNow, waits: Iterable[Thing] = ()) -> "RecallShown":
        row, found, last = now.row, now.recalled, before(now)
        return RecallShown(
            row.id, row.question, now.outcome.value, row.opened_at, row.closes_on, row.closed_at, now.asked, now.answered, len(now.waiting),
            ShareShown.of(found.all) if found else None,
            [NamedShown(goal, now.titles[goal], ShareShown.of(share)) for goal, share in found.goals.items()] if found else [],
            [SideShown(side, ShareShown.of(share)) for side, share in found.sides.items()] if found else [],
            now.elsewhere,
            ShareShown.of(last.recalled.all) if last and last.recalled else None,
            [WaitsShown(one.id, one.words, one.suggested) for one in waits],
        )  # fmt: skip


def load(rows: Iterable[RecallCheck]) -> list[RecallNow]:
    """Checks in a constant number of queries."""
    found = list(rows)
    counts = {
        one["recall"]: (one["asked"], one["answered"])
        for one in RecallAsked.objects.filter(recall__in=[row.id for row in found]).order_by().values("recall")
        .annotate(asked=Count("id"), answered=Count("id", filter=Q(answered_on__isnull=False)))
    }  # fmt: skip
    answers: dict[UUID, list[RecallAnswer]] = defaultdict(list)
    for answer in RecallAnswer.objects.filter(recall__in=[row.id for row in found if row.closed_at is not None]).order_by("id"):
        answers[answer.recall_id].append(answer)
    matches = {one.answer_id: one for one in RecallMatch.objects.filter(answer__recall__in=list(answers)).order_by("at", "id")} if answers else {}
    titles = _titles({one.goal_id for one in matches.values() if one.goal_id}) if answers else {}
    return [_now(row, *counts.get(row.id, (0, 0)), answers.get(row.id, []), matches, titles) for row in found]


def _titles(named: set[UUID]) -> dict[UUID, str]:
    return {one.goal_id: one.title for one in newest_versions(ended=True) if one.goal.state == LIVE or one.goal_id in named}


def _now(
    row: RecallCheck, asked: int, answered: int, answers: list[RecallAnswer], matches: dict[UUID, RecallMatch], titles: dict[UUID, str]
) -> RecallNow:
    sheets = _sheets(answers, matches)
    if len(sheets) < GROUP:
        few = outcome(closed=row.closed_at is not None, sheets=len(sheets), waiting=0, share=None)
        return RecallNow(row, asked, answered, few, (), None, titles)
    things = tuple(
        Thing(one.id, one.words, (match := matches.get(one.id)) is not None, match.goal_id if match else None, looks_like(one.words, titles))
        for one in answers if one.words
    )  # fmt: skip
    waiting, counted = sum(not one.matched for one in things), recalled(sheets)
    step = outcome(closed=True, sheets=len(sheets), waiting=waiting, share=counted.all if counted else None)
    return RecallNow(row, asked, answered, step, things, None if waiting else counted, titles)


def _sheets(answers: Iterable[RecallAnswer], matches: dict[UUID, RecallMatch]) -> list[Sheet]:
    """What each person named; an answer that nobody matched yet is about no goal."""
    named: dict[UUID, tuple[str, set[UUID]]] = {}
    for one in answers:
        _side, goals = named.setdefault(one.sheet, (one.side, set()))
        match = matches.get(one.id)
        goals |= {match.goal_id} if match and match.goal_id else set()
    return [Sheet(side, frozenset(goals)) for side, goals in named.values()]


def recall(recall_id: UUID) -> RecallNow:
    """One check of the scope, or NotThere."""
    found = load(RecallCheck.objects.select_related("by", "client").filter(id=recall_id))
    if not found:
        raise registry.NotThere(str(recall_id))
    return found[0]


def recalls() -> list[RecallNow]:
    """All checks, newest first."""
    return load(RecallCheck.objects.select_related("by", "client"))


@scope.once
def newest() -> RecallCheck | None:
    return RecallCheck.objects.order_by("-opened_at", "-id").first()


def before(now: RecallNow) -> RecallNow | None:
    """The last check before this one of which there is something to see."""
    if now.recalled is None:
        return None
    earlier = RecallCheck.objects.select_related("by", "client").filter(opened_at__lt=now.row.opened_at, closed_at__isnull=False).order_by("-opened_at")
    return next((one for one in load(earlier[:4]) if one.recalled), None)


def asked(recall_id: UUID, person_id: UUID | None) -> RecallAsked:
    """That somebody was asked, or NotThere."""
    found = RecallAsked.objects.select_related("recall__by", "recall__client").filter(recall=recall_id, person=person_id).first()
    if found is None:
        raise registry.NotThere(str(recall_id))
    return found


def count_asked(recall_id: UUID) -> int:
    return RecallAsked.objects.filter(recall=recall_id).count()


def live_titles(now: RecallNow) -> dict[UUID, str]:
    """What an answer may be matched to."""
    live = {one.goal_id for one in newest_versions()}
    return {id: title for id, title in now.titles.items() if id in live}


def may_be_read(recall_id: UUID) -> bool:
    """Whether enough answered for their words to be read."""
    return RecallAnswer.objects.filter(recall=recall_id, recall__closed_at__isnull=False).order_by().values("sheet").distinct().count() >= GROUP


def is_over(row: RecallCheck) -> bool:
    """Whether it takes no answer any more: closed, or its day has passed and it is about to be."""
    return row.closed_at is not None or clock.today() > row.closes_on


def owned(person_id: UUID | None) -> set[UUID]:
    """The live goals a person answers for."""
    if person_id is None:
        return set()
    stand = newest_versions()
    also = set(AlsoOwner.objects.filter(person=person_id, version__in=[one.id for one in stand]).values_list("version_id", flat=True))
    return {one.goal_id for one in stand if one.owner_id == person_id or one.id in also}


def owners_now() -> list[Person]:
    """Everybody who answers for a live goal, and is still there."""
    stand: list[GoalVersion] = newest_versions()
    also = AlsoOwner.objects.filter(version__in=[one.id for one in stand]).values_list("person_id", flat=True)
    return list(Person.objects.filter(Q(id__in={one.owner_id for one in stand}) | Q(id__in=also), left_at=None))


def may_match(by: Actor) -> bool:
    """Whoever answers for a live goal, and facilitators."""
    return by.may("goals.edit") or bool(owned(by.person_id))


def pile(now: RecallNow, by: Actor) -> list[Thing]:
    """The answers for somebody to match: what waits first, and of that what looks like a goal of their own; then the rest, goal by goal."""
    mine, order = owned(by.person_id), list(now.titles)

    def place(one: Thing) -> tuple[bool, bool, int]:
        about = one.goal_id if one.matched else one.suggested
        return one.matched, about not in mine, order.index(about) if about in now.titles else len(order)

    return sorted(now.things, key=place)


@registry.query("goals.read_recall_check", may="goals.read", doors={registry.API, registry.CLI, registry.MCP})
def read_recall_check(*, by: Actor, recall_id: Annotated[UUID | None, Field(description="The check; left out, the newest.")] = None) -> RecallShown:
    """How many could name a goal of ours when asked what matters most, with the interval. Until the check is closed: only how many were asked and answered."""
    row = newest() if recall_id is None else None
    if recall_id is None and row is None:
        raise registry.NotThere("recall")
    now = recall(row.id if row else recall_id)  # type: ignore[arg-type]
    return RecallShown.told(now, [one for one in pile(now, by) if not one.matched] if may_match(by) else ())

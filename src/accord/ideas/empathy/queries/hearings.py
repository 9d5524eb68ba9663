"""Who was asked to tell more about what is critical to them, and what they told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q

from accord.base import registry, scope
from accord.base.people.models import Person
from accord.ideas.listen.queries import asking as listen
from accord.ideas.listen.queries.asking import QuestionNow

from ..models import Critical, Hearing, HearingAnswer, RoundItem

PARTS = (
    "critical__person__team", "critical__team", "critical__item__round", "critical__item__initiative", "critical__item__goal",
    "asked_by__account__provider", "client",
)  # fmt: skip
WAITS, ANSWERED, TAKEN_BACK = "waits", "answered", "taken_back"


@dataclass(frozen=True)
class HearingNow:
    """One hearing. questions: of its asking, where the answers are said back; answers: what was told here, oldest first."""

    row: Hearing
    questions: tuple[QuestionNow, ...]
    answers: tuple[HearingAnswer, ...]

    @property
    def critical(self) -> Critical:
        return self.row.critical

    @property
    def item(self) -> RoundItem:
        return self.row.critical.item

    @property
    def person(self) -> Person:
        return self.row.critical.person

    @property
    def state(self) -> str:
        """`waits`, `answered` with the first word, or `taken_back` where the questions were."""
        if self.answers or any(one.answers for one in self.questions):
            return ANSWERED
        return TAKEN_BACK if self.row.asking and self.row.asking.taken_back_at else WAITS

    @property
    def told_at(self) -> datetime | None:
        """When they last told something."""
        moments = [one.at for one in self.answers] + [answer.at for one in self.questions for answer in one.answers]
        return max(moments, default=None)

    @property
    def last(self) -> HearingAnswer | None:
        return self.answers[-1] if self.answers else None

    @property
    def unread(self) -> bool:
        """Something was told here that no facilitator has read yet. What listening asked is read there."""
        return bool(self.answers) and (self.row.read_at is None or self.row.read_at < self.answers[-1].at)


@dataclass(frozen=True)
class HearingShown:
    """A hearing as doors show it. told: word for word, of what is kept here; asking_id: where listening asks instead."""

    id: UUID
    critical_id: UUID
    item: str
    person: str
    asked_at: datetime
    state: str
    asking_id: UUID | None
    told: list[str]

    @staticmethod
    def of(row: Hearing) -> "HearingShown":
        now = hearing(row.id)
        return HearingShown(
            row.id, row.critical_id, now.item.title, now.person.called, row.at, now.state, row.asking_id, [one.words for one in now.answers]
        )


def load(rows: Iterable[Hearing]) -> list[HearingNow]:
    """rows: a query. A constant number of reads, however many."""
    found = list(rows.select_related("asking", *PARTS).order_by("at", "id"))  # type: ignore[attr-defined]
    askings = [row.asking_id for row in found if row.asking_id]
    questions = listen.of_askings(askings) if askings else []
    answers = list(HearingAnswer.objects.filter(hearing__in=[row.id for row in found]).order_by("at", "id")) if found else []
    return [
        HearingNow(
            row, tuple(one for one in questions if one.asking.id == row.asking_id), tuple(one for one in answers if one.hearing_id == row.id)
        )
        for row in found
    ]


@scope.once
def of_round(round_id: UUID) -> dict[UUID, HearingNow]:
    """The hearings about a round, by who called what critical."""
    return {one.row.critical_id: one for one in load(Hearing.objects.filter(critical__item__round=round_id))}


def hearing(hearing_id: UUID) -> HearingNow:
    """One hearing of the scope, or NotThere."""
    found = load(Hearing.objects.filter(id=hearing_id))
    if not found:
        raise registry.NotThere(str(hearing_id))
    return found[0]


def critical(critical_id: UUID) -> Critical:
    """What somebody called critical, or NotThere. It is only there once its round is closed."""
    found = Critical.objects.select_related("person__team", "item__round", "item__initiative", "item__goal").filter(id=critical_id).first()
    if found is None:
        raise registry.NotThere(str(critical_id))
    return found


def asked_of(person_id: UUID) -> list[HearingNow]:
    """What waits for somebody's own word here; what listening asks, it shows itself."""
    found = load(Hearing.objects.filter(critical__person=person_id, asking=None))
    return [one for one in found if one.state == WAITS]


def unread() -> list[HearingNow]:
    """What was told and no facilitator has read."""
    waiting = Hearing.objects.filter(Q(read_at=None) | Q(answers__at__gt=F("read_at")), answers__isnull=False).distinct()
    return [one for one in load(waiting) if one.unread]

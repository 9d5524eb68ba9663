"""What somebody was asked for, and how far they came."""

from dataclasses import dataclass
from uuid import UUID

from accord.base import registry

from ..models import RangeAsking, RangeQuestion, RangeReply, Voice
from ..rules.shape import Reply


@dataclass(frozen=True)
class Put:
    """One question with its last reply. before: how many replies there were."""

    question: RangeQuestion
    last: RangeReply | None

    @property
    def is_open(self) -> bool:
        return self.last is None

    @property
    def voice(self) -> Voice | None:
        return self.last.voice if self.last else None

    @property
    def handed_to(self) -> str:
        return self.last.to.person.name if self.last and self.last.kind == Reply.NOT_MINE and self.last.to else ""

    @property
    def unknown(self) -> bool:
        return self.last is not None and self.last.kind == Reply.UNKNOWN


def asking_of(asking_id: UUID, person_id: UUID) -> RangeAsking:
    """What was asked of this person; NotThere for anybody else's, or one that was taken back."""
    found = RangeAsking.objects.select_related("asked_by__account__provider", "person", "client", "case__initiative").filter(id=asking_id).first()
    if found is None or found.person_id != person_id or found.taken_back_at:
        raise registry.NotThere(str(asking_id))
    return found


def puts(asking: RangeAsking) -> list[Put]:
    """Its questions in order, two queries."""
    questions = list(RangeQuestion.objects.select_related("quantity").filter(asking=asking))
    last = {reply.question_id: reply for reply in RangeReply.objects.select_related("voice", "to__person").filter(question__in=questions)}
    return [Put(question, last.get(question.id)) for question in questions]

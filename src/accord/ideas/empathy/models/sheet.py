"""What one person said in a round, sealed."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from accord.base import clock, scope
from accord.base.people.sealed import seal, unseal

from ..rules.said import Said
from .round import RoundPart


class Sheet(scope.ClientModel):
    """Everything somebody said so far; a later sheet takes the place of the earlier. Sealed under the installation's key and bound to its part:
    the database alone tells nobody what it says, and closing the round is what opens it. by: whoever wrote it down on somebody's behalf."""

    part = models.ForeignKey(RoundPart, on_delete=models.PROTECT, related_name="sheets")
    sealed = models.TextField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

    @classmethod
    def of(cls, part: RoundPart, said: Said, by_id: UUID | None = None) -> "Sheet":
        return cls(part=part, sealed=seal(said.as_text(), about=_about(part.round_id, part.id)), by_id=by_id)

    def opened(self, round_id: object) -> Said:
        """What it says. Raises CannotOpen for a sheet that was moved or changed."""
        return Said.of_text(unseal(self.sealed, about=_about(round_id, self.part_id)))


def _about(round_id: object, part_id: object) -> str:
    return f"empathy {round_id} {part_id}"

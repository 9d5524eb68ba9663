"""What follows a closed round: what both sides talk about, and who is asked to tell more about what is critical to them."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope

from .outcome import Critical
from .round import RoundItem


class AgendaItem(scope.ClientModel):
    """An item of a closed round that both sides talk about. Why is not kept: the figures of its round say it, and they never change.

    `settled_at` and `outcome`: it was talked about, and what came out. `reset`: the meeting that took it over."""

    item = models.ForeignKey(RoundItem, on_delete=models.PROTECT, related_name="agenda")
    put_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    reset = models.ForeignKey("goals.Reset", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=300, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "item"], name="agenda_item_once"),
            models.CheckConstraint(condition=models.Q(settled_at=None) | ~models.Q(outcome=""), name="agenda_item_has_outcome"),
        ]

    @property
    def is_open(self) -> bool:
        return self.settled_at is None and self.reset_id is None


class Hearing(scope.ClientModel):
    """Whoever called something critical is asked to tell more, once. About work that was asked for, that is an `asking` of listening: its
    answers are said back like all others. Otherwise the answers are kept here."""

    critical = models.OneToOneField(Critical, on_delete=models.PROTECT, related_name="hearing")
    asking = models.ForeignKey("listen.Asking", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True, blank=True)  # when a facilitator last read what was told

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class HearingAnswer(scope.ClientModel):
    """What somebody told, word for word. A further word is a further row."""

    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="answers")
    words = models.TextField(max_length=4000)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

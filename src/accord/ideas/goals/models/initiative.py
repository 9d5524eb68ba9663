"""Initiatives with the stages they reached."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from ..rules import Stage

STAGES = [
    (Stage.REQUESTED.value, _("Requested")),
    (Stage.LISTENING.value, _("Listening")),
    (Stage.WORTH.value, _("Worth")),
    (Stage.DECISION.value, _("Decision")),
    (Stage.DELIVERY.value, _("Delivery")),
    (Stage.REVIEW.value, _("Review")),
    (Stage.CLOSED.value, _("Closed")),
]


class Initiative(scope.ClientModel):
    """A piece of work that serves a goal, from the first words on."""

    title = models.CharField(max_length=200)
    why = models.TextField(max_length=2000, blank=True)
    opened_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lead = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # speaks for the work
    opened_at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["-opened_at"]

    def __str__(self) -> str:
        return self.title


class StageReached(scope.ClientModel):
    """The first time an initiative came this far, who brought it there, and why when questions were still open.

    What was closed and is taken up again begins a further round; what it reached in the round before stays written down."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="stages")
    stage = models.CharField(max_length=12, choices=STAGES)
    round = models.PositiveSmallIntegerField(default=0)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    reason = models.CharField(max_length=500, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "initiative", "round", "stage"], name="stage_reached_once"),
        ]

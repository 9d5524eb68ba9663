"""Goals with their versions, initiatives with the stages they reached."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from .rules import Measure, Stage

STAGES = [
    (Stage.REQUESTED.value, _("Requested")),
    (Stage.LISTENING.value, _("Listening")),
    (Stage.WORTH.value, _("Worth")),
    (Stage.DECISION.value, _("Decision")),
    (Stage.DELIVERY.value, _("Delivery")),
    (Stage.REVIEW.value, _("Review")),
    (Stage.CLOSED.value, _("Closed")),
]


class Goal(scope.ClientModel):
    """A goal; what it says is in its versions."""

    parent = models.ForeignKey("goals.Goal", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    made_at = models.DateTimeField(default=clock.now)
    let_go_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["made_at"]


class GoalVersion(scope.ClientModel):
    """What a goal said from a moment on. Never changed; a further version follows."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    why = models.TextField(max_length=2000)
    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    measure = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    baseline = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    current = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    target = models.DecimalField(max_digits=18, decimal_places=4, null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    material = models.BooleanField(default=True)  # whoever works for it has something to check; its author says so
    suggested = models.BooleanField(default=True)  # what comparing it with the version before it says
    changed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "goal", "number"], name="goal_version_once")]

    def __str__(self) -> str:
        return self.title

    def as_rule(self) -> Measure:
        return Measure(self.measure, self.unit, self.baseline, self.current, self.target, self.due)


class Initiative(scope.ClientModel):
    """A piece of work that serves a goal, from the first words on."""

    title = models.CharField(max_length=200)
    why = models.TextField(max_length=2000, blank=True)
    opened_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
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


class Serves(scope.ClientModel):
    """An initiative serves a goal; an end is written, the row stays."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="serves")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="served_by")
    how = models.CharField(max_length=500, blank=True)
    since = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "initiative", "goal"], condition=models.Q(ended_at=None), name="serves_once"),
        ]

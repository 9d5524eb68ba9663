"""Goals with their versions, who answers for them, and how they ended."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from ..rules import Measure
from ..rules.serving import LIVE, MET, RETIRED

STATES = [(LIVE, _("Live")), (MET, _("Met")), (RETIRED, _("Retired"))]


class Goal(scope.ClientModel):
    """A goal; what it says is in its versions, what it contributes to in what it serves."""

    made_at = models.DateTimeField(default=clock.now)
    state = models.CharField(max_length=8, choices=STATES, default=LIVE)  # as its newest turn says
    newest = models.PositiveIntegerField(default=1)  # the version that stands
    asks = models.PositiveIntegerField(default=1)  # the last version that gave whoever works for it something to check
    asks_since = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(default=clock.now)  # last set, changed or said to be right still

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["made_at"]
        indexes: ClassVar = [models.Index(fields=["client", "state", "confirmed_at"], name="goal_stale")]


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
    begins = models.DateField(null=True, blank=True)
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

    @property
    def also_ids(self) -> list[UUID]:
        """Who answers for it beside its owner, in the order of their ids."""
        return sorted(one.person_id for one in self.also.all())

    def as_rule(self) -> Measure:
        return Measure(self.measure, self.unit, self.baseline, self.current, self.target, self.due)


class AlsoOwner(scope.ClientModel):
    """Who answers for a version beside its first owner: on the other side, as a rule."""

    version = models.ForeignKey(GoalVersion, on_delete=models.PROTECT, related_name="also")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "version", "person"], name="also_owner_once"),
        ]


class GoalTurn(scope.ClientModel):
    """A goal was met, was retired, or lives again; and why."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="turns")
    state = models.CharField(max_length=8, choices=STATES)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

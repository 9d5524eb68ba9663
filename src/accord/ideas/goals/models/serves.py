"""What serves a goal, who speaks for it, and what they said to each version."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accord.base import clock, scope

from .goal import Goal, GoalVersion
from .initiative import Initiative

KINDS = ("initiative", "below", "team", "role")  # a goal below, work, a team, or what somebody does


def _one_of_a_kind() -> Q:
    """Exactly one contributor: an initiative, a goal, a team or a role."""
    every = Q()
    for kind in KINDS:
        given = {f"{name}__isnull": name != kind for name in KINDS if name != "role"}
        every |= Q(**given) & (~Q(role="") if kind == "role" else Q(role=""))
    return every


class Serves(scope.ClientModel):
    """Something serves a goal; an end is written, the row stays. `how` is why we think so.

    `told` and `agreed` are the newest versions of the goal its speaker was told of and has agreed to, as the rows of `Told` and `Confirmed` say."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="served_by")
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="serves")
    below = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="serves")
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=120, blank=True)
    speaker = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # who says what a change means for it
    how = models.CharField(max_length=500, blank=True)
    since = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    told = models.PositiveIntegerField(null=True, blank=True)
    agreed = models.PositiveIntegerField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(condition=_one_of_a_kind(), name="serves_one_contributor"),
            models.UniqueConstraint(fields=["client", "initiative", "goal"], condition=Q(ended_at=None), name="serves_once"),
            models.UniqueConstraint(fields=["client", "below", "goal"], condition=Q(ended_at=None), name="goal_serves_once"),
            models.UniqueConstraint(fields=["client", "team", "goal"], condition=Q(ended_at=None), name="team_serves_once"),
            models.UniqueConstraint(fields=["client", "role", "goal"], condition=Q(ended_at=None) & ~Q(role=""), name="role_serves_once"),
        ]
        indexes: ClassVar = [  # all a look for drift reads of a link
            models.Index(fields=["client", "goal", "agreed", "told", "since"], condition=Q(ended_at=None), name="serves_drift"),
        ]


class Told(scope.ClientModel):
    """The speaker of a link was told of a version of its goal. way: `letter`, or `page` where they saw it themselves."""

    serves = models.ForeignKey(Serves, on_delete=models.PROTECT, related_name="tellings")
    version = models.ForeignKey(GoalVersion, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=8)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class TeachBack(scope.ClientModel):
    """What a version of a goal changes for whoever works for it, in their own words."""

    serves = models.ForeignKey(Serves, on_delete=models.PROTECT, related_name="teach_backs")
    version = models.ForeignKey(GoalVersion, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=1000)
    copied = models.BooleanField(default=False)  # so close to the goal's own words that it proves nothing
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Confirmed(scope.ClientModel):
    """The goal's owner says whether that is what the goal means. `words`: what it means instead, where it is not."""

    teach_back = models.ForeignKey(TeachBack, on_delete=models.PROTECT, related_name="verdicts")
    agrees = models.BooleanField()
    words = models.TextField(max_length=1000, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

"""A reset: both sides sit down over goals that drifted, and get up agreeing."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope
from accord.base.people.models import SIDES

from .goal import Goal, GoalVersion


class Reset(scope.ClientModel):
    """A realignment meeting, from its call until every link of its goals is current again. What has no moment yet has not happened.

    `opened_at`: from here on both sides' pictures are seen, and none is written any more. `met_at`: the first goal was settled."""

    why = models.CharField(max_length=500)
    picture_on = models.DateField()  # "It is this day and this went well. What do you see?"
    answer_by = models.DateField()
    meets_on = models.DateField(null=True, blank=True)
    look_again = models.DateField(null=True, blank=True)
    called_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField(default=clock.now)
    opened_at = models.DateTimeField(null=True, blank=True)
    met_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_why = models.CharField(max_length=500, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["-called_at"]


class ResetGoal(scope.ClientModel):
    """A goal of a reset: what it said when the reset was called, and what was agreed."""

    reset = models.ForeignKey(Reset, on_delete=models.PROTECT, related_name="goals")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="resets")
    before = models.ForeignKey(GoalVersion, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(GoalVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "reset", "goal"], name="reset_goal_once")]


class ResetItem(scope.ClientModel):
    """A line of the agenda. What came from a signal keeps its words of that day and the address of its facts."""

    reset = models.ForeignKey(Reset, on_delete=models.PROTECT, related_name="agenda")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40, blank=True)  # of the signal; empty for a line of our own
    title = models.CharField(max_length=300)
    detail = models.CharField(max_length=500, blank=True)
    url = models.CharField(max_length=500, blank=True)
    minutes = models.PositiveSmallIntegerField(default=5)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["place", "id"]


class ResetPart(scope.ClientModel):
    """Somebody takes part, for one side."""

    reset = models.ForeignKey(Reset, on_delete=models.PROTECT, related_name="parts")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=SIDES)
    asked_at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "reset", "person"], name="reset_part_once")]


class Picture(scope.ClientModel):
    """What somebody sees when it went well, written without seeing anybody else's. The newest of theirs counts."""

    part = models.ForeignKey(ResetPart, on_delete=models.PROTECT, related_name="pictures")
    words = models.TextField(max_length=1500)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class ResetPoint(scope.ClientModel):
    """A point both sides wrote about: what each said of it, whether that was apart, and what was settled."""

    reset = models.ForeignKey(Reset, on_delete=models.PROTECT, related_name="points")
    place = models.PositiveSmallIntegerField()
    point = models.CharField(max_length=200)
    business = models.CharField(max_length=300, blank=True)
    it = models.CharField(max_length=300, blank=True)
    apart = models.BooleanField(default=True)
    settled = models.CharField(max_length=300, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["place", "id"]


class ResetNote(scope.ClientModel):
    """The minutes of the meeting as they were written; the newest stand."""

    reset = models.ForeignKey(Reset, on_delete=models.PROTECT, related_name="notes")
    words = models.TextField(max_length=6000)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

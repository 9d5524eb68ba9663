"""What nobody knows yet, and the steps from what was asked for up to a goal."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope


class NotKnown(scope.ClientModel):
    """An aspect nobody can tell yet: who finds out, by when. A newer row for the same aspect takes its place."""

    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, related_name="not_known")
    aspect = models.CharField(max_length=24)
    what = models.CharField(max_length=300)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    by_date = models.DateField()
    said_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class LadderStep(scope.ClientModel):
    """One step of the why-ladder: what stands below it is answered by it. Level 0 what was asked for, 1 what it does, 2 the effect on
    people's day, 3 a business outcome with a number, 4 a live goal."""

    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, related_name="ladder")
    below = models.ForeignKey("listen.LadderStep", on_delete=models.PROTECT, null=True, related_name="above")
    level = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    goal = models.ForeignKey("goals.Goal", on_delete=models.PROTECT, null=True, related_name="+")  # at level 4
    said_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")  # whose words it rests on, when somebody's
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    taken_out_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["level", "at", "id"]

"""Which label set a client's goals use, and the label a goal carries. The newest row counts; what was said before stays."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope

from .goal import Goal


class LabelSetChosen(scope.ClientModel):
    """A client chose how its goals are worded. key: one of the sets that come with Accord, or nothing for none."""

    key = models.CharField(max_length=20, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Labelled(scope.ClientModel):
    """A goal was given a label of a set, or none any more (an empty code)."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="labels")
    key = models.CharField(max_length=20)
    code = models.CharField(max_length=40, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

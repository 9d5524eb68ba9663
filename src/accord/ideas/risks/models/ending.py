"""What came true, warned of or not, and how each warning ended."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accord.base import clock, scope

from .risk import Risk


class Event(scope.ClientModel):
    """Something that came true. Several warnings may have been of it, or none. needs: days it would have taken to act. cost: what it cost, nine times
    in ten, the same twice where it is known. learned: what is done differently since, never who."""

    title = models.CharField(max_length=200)
    happened_on = models.DateField()
    needs = models.PositiveSmallIntegerField(null=True, blank=True)
    cost_low = models.FloatField(null=True, blank=True)
    cost_high = models.FloatField(null=True, blank=True)
    learned = models.CharField(max_length=600, blank=True)
    goal = models.ForeignKey("goals.GoalVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["-happened_on", "id"]
        indexes: ClassVar = [models.Index(fields=["client", "happened_on"], name="events_by_day")]


class Ending(scope.ClientModel):
    """How a warning ended: what it was of came true, or its day passed. Somebody else than who answered it says so."""

    risk = models.OneToOneField(Risk, on_delete=models.PROTECT, related_name="ending")
    came_true = models.BooleanField()
    event = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, blank=True, related_name="endings")
    words = models.CharField(max_length=600, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(condition=Q(came_true=True, event__isnull=False) | Q(came_true=False, event=None), name="ending_has_its_event"),
        ]

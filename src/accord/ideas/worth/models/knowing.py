"""Who could tell more about which quantity, what asking them costs, and what quantities turned out to be."""

from datetime import date
from typing import ClassVar

from django.db import models

from accord.base import clock, scope

from .case import MONEY, Case, Quantity


class Knower(scope.ClientModel):
    """Somebody who could tell more. What is empty is taken from the case or from the default of their role."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="knowers")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)  # when it is nobody Accord knows
    role = models.CharField(max_length=40, blank=True)  # of the engine's defaults: has the figures, does the work, leads
    minutes = models.FloatField(null=True, blank=True)  # of their time for one question
    hour_cost = models.DecimalField(**MONEY, null=True, blank=True)
    days = models.FloatField(null=True, blank=True)  # until their answer comes
    narrows = models.FloatField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "case", "person"], condition=models.Q(ended_at=None, person__isnull=False), name="knower_once"),
        ]

    @property
    def called(self) -> str:
        return self.person.called if self.person else self.name


class Knows(scope.ClientModel):
    """A knower could tell more about a quantity."""

    knower = models.ForeignKey(Knower, on_delete=models.PROTECT, related_name="knows")
    quantity = models.ForeignKey(Quantity, on_delete=models.PROTECT, related_name="known_by")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "knower", "quantity"], condition=models.Q(ended_at=None), name="knows_once"),
        ]


class Fact(scope.ClientModel):
    """What a quantity turned out to be. The ranges people had given are scored against it, for themselves alone."""

    quantity = models.ForeignKey(Quantity, on_delete=models.PROTECT, related_name="facts")
    value = models.FloatField()
    basis = models.CharField(max_length=500, blank=True)
    came_on = models.DateField(null=True)  # the day it was so; empty: the day it was noted
    noted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

    @property
    def day(self) -> date:
        return self.came_on or self.at.date()

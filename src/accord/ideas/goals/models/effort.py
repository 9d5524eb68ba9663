"""Where the work goes: hours by work and month, what other tools call a piece of work, and how much attention each goal was to get.

Nowhere here is a column for who did the work: a time entry's person is not read, and its day is kept only as its month.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from .goal import Goal
from .initiative import Initiative

COUNTED, ESTIMATE = "counted", "estimate"
KINDS_OF_EFFORT = [(COUNTED, _("Counted")), (ESTIMATE, _("Estimated"))]
HOURS, DAYS, SHARES = "hours", "days", "shares"
UNITS = [(HOURS, _("Hours")), (DAYS, _("People-days")), (SHARES, _("Shares of a whole, in per cent"))]


def alone() -> str:
    """The key of a row that is no entry of anybody's: it cannot come again."""
    return uuid4().hex


class WorkName(scope.ClientModel):
    """What other tools call a piece of work, and which initiative that is. `aside`: no work on anything both sides planned, such as leave.

    Somebody says it once; what was said before is in the journal."""

    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200)  # as names are compared
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="names")
    aside = models.BooleanField(default=False)
    first_at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "key"], name="work_name_once"),
            models.CheckConstraint(condition=Q(initiative=None) | Q(aside=False), name="work_name_one_way"),
        ]

    def __str__(self) -> str:
        return self.name


class EffortSheet(scope.ClientModel):
    """A file of time entries or tickets that was taken in."""

    name = models.CharField(max_length=200)
    rows = models.PositiveIntegerField()  # that said something new
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return self.name


class Effort(scope.ClientModel):
    """Hours that went into a piece of work in a month: from `low` to `high`, the same where they were counted.

    Counted rows are added up. What was counted otherwise later is a further row with the difference, below zero where it became less.
    Of estimates of the same work and month the newest counts, and only where nothing was counted. `said_low`, `said_high`, `unit`, `per_day` and
    `whole` (hours) are what was said. `key` stands for one entry of its source: the same entry sent twice is kept once."""

    month = models.DateField()  # its first day
    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, null=True, blank=True, related_name="effort")
    work = models.ForeignKey(WorkName, on_delete=models.PROTECT, null=True, blank=True, related_name="effort")
    kind = models.CharField(max_length=8, choices=KINDS_OF_EFFORT)
    low = models.DecimalField(max_digits=12, decimal_places=4)
    high = models.DecimalField(max_digits=12, decimal_places=4)
    unit = models.CharField(max_length=8, choices=UNITS, default=HOURS)
    said_low = models.DecimalField(max_digits=12, decimal_places=4)
    said_high = models.DecimalField(max_digits=12, decimal_places=4)
    per_day = models.DecimalField(max_digits=4, decimal_places=2, default=8)  # hours in a people-day
    whole = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    sheet = models.ForeignKey(EffortSheet, on_delete=models.PROTECT, null=True, blank=True, related_name="effort")
    source = models.CharField(max_length=60, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=64, default=alone)
    part = models.PositiveIntegerField(default=0)  # of the rows of one entry
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(condition=Q(initiative=None, work__isnull=False) | Q(initiative__isnull=False, work=None), name="effort_of_one_work"),
            models.CheckConstraint(condition=Q(low__lte=models.F("high")), name="effort_in_order"),
            models.UniqueConstraint(fields=["client", "key", "part"], name="effort_entry_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["client", "month", "kind"], name="effort_of_month")]


class Attention(scope.ClientModel):
    """How much of all the work a goal was to get, in per cent, or None where that is no longer said. The newest row counts."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="attention")
    share = models.PositiveSmallIntegerField(null=True, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(condition=Q(share=None) | Q(share__lte=100), name="attention_is_a_share"),
        ]

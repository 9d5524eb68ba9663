"""A recall check: would people name our goals, unasked? What they write is kept without who wrote it, when, or in which order."""

import uuid
from typing import ClassVar

from django.db import models

from accord.base import clock, scope
from accord.base.people.models import SIDES

from .goal import Goal


class RecallCheck(scope.ClientModel):
    """One question to many, open until it is closed. Nobody reads an answer before that."""

    question = models.CharField(max_length=300)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)
    closes_on = models.DateField()  # the last day on which one may answer
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["-opened_at"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client"], condition=models.Q(closed_at=None), name="recall_open_once"),
        ]


class RecallAsked(scope.ClientModel):
    """Somebody was asked, for the side they were on that day. A day says that they need no reminder: they answered, or would rather not."""

    recall = models.ForeignKey(RecallCheck, on_delete=models.PROTECT, related_name="asked")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=SIDES)
    asked_at = models.DateTimeField(default=clock.now)
    answered_on = models.DateField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "recall", "person"], name="recall_asked_once")]


class RecallAnswer(scope.ClientModel):
    """One thing somebody named, in their words; no words at all: nothing came to mind. What one person wrote shares a sheet.

    Neither row nor sheet holds a person or a time, and their ids are drawn by lot: ours usually begin with the moment they are made."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recall = models.ForeignKey(RecallCheck, on_delete=models.PROTECT, related_name="answers")
    sheet = models.UUIDField()
    place = models.PositiveSmallIntegerField()
    side = models.CharField(max_length=10, choices=SIDES)
    words = models.CharField(max_length=200, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "sheet", "place"], name="recall_place_once"),
            models.CheckConstraint(condition=models.Q(place__gte=1, place__lte=3), name="recall_three_at_most"),
        ]


class RecallMatch(scope.ClientModel):
    """An owner says which goal an answer means, or that it means none of them. The newest counts."""

    answer = models.ForeignKey(RecallAnswer, on_delete=models.PROTECT, related_name="matches")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

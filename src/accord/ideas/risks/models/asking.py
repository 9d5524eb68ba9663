"""Who is asked by link what they see coming, what somebody wants passed on for them, and who was reminded of what."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope

from .risk import Risk


class Asking(scope.ClientModel):
    """Somebody is asked what they see coming, or wrote it in a mail and is asked whether they mean it as a warning.

    mailed: their mail's words, sealed (`base/people/sealed`) and emptied once they said so; asked_by: nobody where they wrote by themselves."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    goal = models.ForeignKey("goals.GoalVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)
    mailed = models.TextField(blank=True)
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        indexes: ClassVar = [models.Index(fields=["client", "person", "at"], name="warning_askings_of_person")]


class Carried(scope.ClientModel):
    """Somebody asks whoever looks after the client to pass a warning on for them. Only `to` reads it: what it says is sealed, as one text.

    risk: what became of it."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    asking = models.ForeignKey(Asking, on_delete=models.PROTECT, related_name="carried")
    once = models.CharField(max_length=40)  # made with the form: sent twice it is kept once
    sealed = models.TextField()
    risk = models.OneToOneField(Risk, on_delete=models.PROTECT, null=True, blank=True, related_name="carried")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "person", "once"], name="carried_once"),
        ]


class Reminded(scope.ClientModel):
    """Whoever must answer a warning was written to again before this day, once."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "risk", "person", "day"], name="reminded_once"),
        ]

"""What happened to a warning, one turn after the other, and notes that only those who answer read."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from .risk import VOICES, Risk

READ, ASKED, SAID, ACTS, ACCEPTS, DECLINES = "read", "asked", "said", "acts", "accepts", "declines"
HANDED, LOUDER, LOOKED, REOPENED, ENDS = "handed", "louder", "looked", "reopened", "ends"
TURNS = [
    (READ, _("Read")),
    (ASKED, _("Asked back")),
    (SAID, _("Said more")),
    (ACTS, _("Something is done")),
    (ACCEPTS, _("Accepted for a time")),
    (DECLINES, _("Declined")),
    (HANDED, _("Somebody else answers")),
    (LOUDER, _("Said more strongly")),
    (LOOKED, _("Looked at again")),
    (REOPENED, _("Open again")),
    (ENDS, _("Over")),
]
ANSWERS = (ACTS, ACCEPTS, DECLINES)


class Turn(scope.ClientModel):
    """One turn. words: what was said, which whoever raised it reads. until: of an acceptance the day it ends, otherwise when it is looked at again.

    by: nobody where Accord did it because a day had passed, and where somebody without a name said more."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="turns")
    kind = models.CharField(max_length=10, choices=TURNS)
    words = models.TextField(max_length=2000, blank=True)
    until = models.DateField(null=True, blank=True)
    voice = models.CharField(max_length=16, choices=VOICES, blank=True)
    to = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # who answers from here on
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(condition=~Q(kind=ACCEPTS) | Q(until__isnull=False), name="accepts_until"),
            models.CheckConstraint(condition=~Q(kind__in=[ASKED, *ANSWERS]) | ~Q(words=""), name="answers_say_something"),
        ]


class Note(scope.ClientModel):
    """What those who answer note for themselves. Sealed (`base/people/sealed`); on no page of whoever raised it, in no file, letter or verb."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="notes")
    sealed = models.TextField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

"""Check-ins that come by themselves: how often and whom they ask, and what is handed over in one: thanks, another goal."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope
from accord.base.people.hours import EVENING, MORNING
from accord.base.people.models import SIDES

from ..rules.cadence import FORTNIGHT, Rhythm
from .round import Round

STANDING = {  # the six strings; the keys are rules' QUESTIONS
    "heard": _("We feel listened to"),
    "why": _("We know why we do the work"),
    "agree": _("We agree what matters most"),
    "goals": _("The goals are still right"),
    "news": _("We hear bad news early"),
    "noticed": _("Good work gets noticed"),
}


class Cadence(scope.ClientModel):
    """How often a client checks in, and how. Never changed: a newer row takes its place."""

    weeks = models.PositiveSmallIntegerField(default=4, validators=[MinValueValidator(1), MaxValueValidator(26)])
    weekday = models.PositiveSmallIntegerField(default=0)  # Monday is 0
    open_days = models.PositiveSmallIntegerField(default=7)
    evening = models.PositiveSmallIntegerField(default=EVENING)  # quiet from this hour
    morning = models.PositiveSmallIntegerField(default=MORNING)  # until this one
    least_days = models.PositiveSmallIntegerField(default=FORTNIGHT)
    most = models.PositiveSmallIntegerField(null=True, blank=True)  # people of one side at a time; none: everybody
    set_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

    def as_rule(self) -> Rhythm:
        return Rhythm(self.weeks, self.weekday, self.least_days, self.most)


class CadencePerson(scope.ClientModel):
    """Who is asked, where not everybody is."""

    cadence = models.ForeignKey(Cadence, on_delete=models.PROTECT, related_name="chosen")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "cadence", "person"], name="cadence_person_once"),
        ]


class Pause(scope.ClientModel):
    """Check-ins rest, or go on. until: the last day of rest; without one until somebody says so. The newest row counts."""

    rests = models.BooleanField()
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Thanks(scope.ClientModel):
    """A word of thanks, to a person or to a team."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="thanks")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=600)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(condition=models.Q(person=None) ^ models.Q(team=None), name="thanks_go_to_one"),
        ]


class OtherGoal(scope.ClientModel):
    """“It should be something else”: what somebody would aim for instead, said with one's name; written down when the check-in is closed."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="other_goals")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=SIDES)
    words = models.CharField(max_length=300)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["id"]

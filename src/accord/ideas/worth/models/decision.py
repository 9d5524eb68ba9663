"""Decisions. None is ever changed: a later one stands beside the first."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from ..rules.decision import Outcome

OUTCOMES = [
    (Outcome.PROCEED.value, _("Go ahead as asked")),
    (Outcome.BETTER_PATH.value, _("A better path")),
    (Outcome.NOT_WORTH_SOLVING.value, _("Not worth solving, with thanks")),
    (Outcome.NOT_YET.value, _("Not yet")),
]


class DecisionPlanned(scope.ClientModel):
    """Who decides, and by when. The newest counts."""

    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, related_name="decisions_planned")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Decision(scope.ClientModel):
    """What was decided, why, by whom, and what was known and not known at that moment."""

    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=20, choices=OUTCOMES)
    option = models.CharField(max_length=120, blank=True)  # as the case called it then
    reasons = models.TextField(max_length=2000)
    decided_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    open_questions = models.JSONField(default=list, blank=True)  # list of sentences
    open_reason = models.CharField(max_length=300, blank=True)
    found = models.JSONField(default=dict, blank=True)  # what the case said then: headline, changes (sentences), best (an option's name)
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "initiative", "number"], name="decision_once")]

    @property
    def decided(self) -> Outcome:
        return Outcome(self.outcome)

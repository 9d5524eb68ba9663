"""What the facts suggest that somebody should warn of, kept so that one can look back at how often such signs came true."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accord.base import scope

from .risk import Risk


class Suggestion(scope.ClientModel):
    """One sign, found among the facts of a goal or an initiative. key: stable for as long as it is the same sign.

    facts: what it was found from, as its kind says (`base/registry/meeting.WarningSign`). since: since when that is so. due_on: by then it has come
    true or it has not. gone_on: the facts do not say it any more. Set aside by somebody with a word, or raised as a warning, at most one of the two."""

    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=60)
    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    goal = models.ForeignKey("goals.Goal", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    facts = models.JSONField(default=dict)
    since = models.DateField()
    bites_on = models.DateField(null=True, blank=True)
    chance_low = models.FloatField(null=True, blank=True)  # from 0 to 1, as it was suggested first
    chance_high = models.FloatField(null=True, blank=True)
    grounds = models.JSONField(default=dict, blank=True)  # what that chance is of, and from what: see `foreseeing.grounds`
    first_seen = models.DateField()
    last_seen = models.DateField()
    due_on = models.DateField()
    gone_on = models.DateField(null=True, blank=True)
    set_aside_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    set_aside_why = models.CharField(max_length=300, blank=True)
    set_aside_on = models.DateField(null=True, blank=True)
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, null=True, blank=True, related_name="signs")

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["-since", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "key"], name="suggestion_once"),
            models.CheckConstraint(condition=Q(set_aside_on=None, set_aside_why="") | (Q(risk=None) & ~Q(set_aside_why="")), name="set_aside_with_a_word"),
            models.CheckConstraint(
                condition=Q(chance_low=None, chance_high=None) | Q(chance_low__gte=0, chance_low__lte=models.F("chance_high"), chance_high__lte=1),
                name="suggested_chance_in_order",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["client", "kind", "due_on"], name="suggestions_due")]

"""A round: what both sides are asked at one time, about what, and whom."""

from typing import ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope
from accord.base.people.models import SIDES

ROUND, PULSE, TAKEN_IN = "round", "pulse", "taken_in"
KINDS = [(ROUND, _("Round")), (PULSE, _("Check-in")), (TAKEN_IN, _("Taken in from a file"))]
HUNDRED, BEST_WORST = "hundred", "best_worst"
SHARES = [(HUNDRED, _("100 points")), (BEST_WORST, _("Most and least"))]


class Round(scope.ClientModel):
    """A named set of questions. What has no moment yet has not happened; before `closed_at` nothing that was said is read by anybody.

    guesses: whether each also guesses what the other side says. shares: how a budget is shared out, if it is asked. standing: the keys of the
    standing questions a check-in asks. goal: the version of which it asks whether it is still right. reset: of which
    it asks both sides to guess each other anew; such a round closes when the last has answered."""

    title = models.CharField(max_length=120)
    why = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=10, choices=KINDS, default=ROUND)
    guesses = models.BooleanField(default=True)
    shares = models.CharField(max_length=12, choices=SHARES, blank=True)
    standing = models.JSONField(default=list, blank=True)
    goal = models.ForeignKey("goals.GoalVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reset = models.ForeignKey("goals.Reset", on_delete=models.PROTECT, null=True, blank=True, related_name="rounds")
    closes_on = models.DateField()
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_why = models.CharField(max_length=300, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["-opened_at", "-id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(condition=models.Q(closed_at=None) | models.Q(stopped_at=None), name="round_ends_once"),
            models.UniqueConstraint(fields=["client"], condition=models.Q(kind=PULSE, closed_at=None, stopped_at=None), name="one_check_in_at_a_time"),
        ]

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and self.stopped_at is None

    @cached_property
    def size(self) -> int:
        """About how many things it asks; they do not change once it is opened."""
        return self.items.count()


class RoundItem(scope.ClientModel):
    """One thing a round asks about: a piece of work or a goal, as it was called when the round was opened; of a file, only its name."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="items")
    place = models.PositiveSmallIntegerField()  # from 0: where its mark stands in a sheet
    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, null=True, blank=True, related_name="rounds")
    goal = models.ForeignKey("goals.GoalVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="rounds")
    title = models.CharField(max_length=200)
    note = models.CharField(max_length=120, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "round", "place"], name="round_item_place_once"),
            models.CheckConstraint(condition=models.Q(initiative=None) | models.Q(goal=None), name="round_item_is_one_thing"),
        ]


class RoundPart(scope.ClientModel):
    """Somebody who takes part, on the side and in the team they were of when asked. answers: whether they are asked; otherwise they only look.
    done: whether they sent everything; that is all anybody learns before the round is closed."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="parts")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=SIDES)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answers = models.BooleanField(default=True)
    done = models.BooleanField(default=False)
    asked_at = models.DateTimeField(default=clock.now)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["asked_at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "round", "person"], name="round_part_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["client", "person", "asked_at"], name="round_parts_of_person")]

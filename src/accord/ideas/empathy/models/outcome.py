"""What was counted when a round was closed. Only this is ever shown; what is not in it cannot leak."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope
from accord.base.people.models import SIDES

from .round import Round, RoundItem


class Outcome(scope.ClientModel):
    """How the two sides stand to each other, reckoned while the sheets were open: who marks and guesses what together is not kept otherwise.
    picture: a `rules.Picture` as JSON, items by their ids; the business is a."""

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="outcome")
    picture = models.JSONField()


class Tally(scope.ClientModel):
    """How many of a group said what: of a side, or of a team on it. What would be of fewer than five people is not written here at all.

    counts: {"own": [[ones, …, fives] or None for each item], "guess": the same of what they guess of the other side, and what else was asked}."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="tallies")
    side = models.CharField(max_length=10, choices=SIDES)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    group = models.CharField(max_length=120, blank=True)  # the team's name, of a file that names groups we do not know
    asked = models.PositiveIntegerField()
    answered = models.PositiveIntegerField(null=True)  # None where the group is too small to say
    proxies = models.PositiveIntegerField(default=0)  # how many of the answers somebody else wrote down
    counts = models.JSONField(default=dict)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["side", "id"]


class Critical(scope.ClientModel):
    """“Critical, because …”: said with one's name, to be heard even where nobody else sees it."""

    item = models.ForeignKey(RoundItem, on_delete=models.PROTECT, related_name="criticals")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=SIDES)
    team = models.ForeignKey("people.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=300)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["item", "id"]


class Named(scope.ClientModel):
    """Somebody who “must be asked too”. often: named by more than one. Who named them is not kept."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="named")
    words = models.CharField(max_length=120)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    often = models.BooleanField(default=False)
    both_sides = models.BooleanField(default=False)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["-often", "words"]

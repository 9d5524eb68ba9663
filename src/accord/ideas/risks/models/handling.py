"""How a client handles warnings: who listens, within how many days, who comes next; and what it can bear."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope


class Handling(scope.ClientModel):
    """Within how many days a warning is read and answered, and the outer days that hold whatever happens. The newest row counts."""

    read_days = models.PositiveSmallIntegerField(default=2)
    answer_days = models.PositiveSmallIntegerField(default=14)
    outer_read_days = models.PositiveSmallIntegerField(default=7)
    outer_answer_days = models.PositiveSmallIntegerField(default=90)
    set_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Listener(scope.ClientModel):
    """Who reads the very words of whoever warns without a name: one to three people, shown to them before they write."""

    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="listeners")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "handling", "person"], name="listener_once"),
        ]


class NextVoice(scope.ClientModel):
    """Who answers once those before them did not: place 0 first."""

    handling = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="ladder")
    place = models.PositiveSmallIntegerField()
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "handling", "place"], name="next_voice_place_once"),
        ]


class Tolerance(scope.ClientModel):
    """What can be borne within twelve months: at most this chance of losing more than this amount. points: [[amount, chance from 0 to 1], ...],
    amounts rising and chances falling. agreed_by: who agreed to it, as it is printed. The newest row counts."""

    points = models.JSONField()
    agreed_by = models.CharField(max_length=200)
    agreed_on = models.DateField()
    set_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Treatment(scope.ClientModel):
    """Something that could be done about a warning: what it costs, and what likelihood and impact would be with it, nine times in ten.

    taken_at: it was decided. ended_at: it is no option any more."""

    risk = models.ForeignKey("risks.Risk", on_delete=models.PROTECT, related_name="treatments")
    title = models.CharField(max_length=200)
    cost_low = models.FloatField(null=True, blank=True)
    cost_high = models.FloatField(null=True, blank=True)
    chance_low = models.FloatField(null=True, blank=True)
    chance_high = models.FloatField(null=True, blank=True)
    loss_low = models.FloatField(null=True, blank=True)
    loss_high = models.FloatField(null=True, blank=True)
    basis = models.CharField(max_length=500, blank=True)
    due = models.DateField(null=True, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    taken_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

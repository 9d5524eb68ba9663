"""A value case: quantities with the ranges people gave, formulas between them, options, and what weighing them said."""

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from ..rules.shape import How, Kind, Role

ROLES = [
    (Role.NOTHING.value, _("Do nothing")),
    (Role.ASKED.value, _("Asked for")),
    (Role.BETTER.value, _("Better path")),
    (Role.MORE.value, _("More")),
    (Role.OTHER.value, _("Another path")),
]
KINDS = [
    (Kind.AMOUNT.value, _("An amount above zero")),
    (Kind.SHARE.value, _("A part of a whole")),
    (Kind.CHANCE.value, _("A chance that something happens")),
    (Kind.COUNT.value, _("A count, zero or more")),
    (Kind.DURATION.value, _("A time, zero or more")),
    (Kind.COST.value, _("A cost that can run away, with a stop")),
    (Kind.NUMBER.value, _("Any number, also below zero")),
]
HOWS = [
    (How.ALWAYS.value, _("always")),
    (How.MOSTLY.value, _("mostly")),
    (How.SOMEWHAT.value, _("somewhat")),
    (How.OPPOSITE.value, _("the opposite way")),
]
MONEY: dict[str, Any] = {"max_digits": 14, "decimal_places": 2}


class Case(scope.ClientModel):
    """What solving one initiative's problem would be worth, and what asking about it costs. Whoever changes the case locks this row;
    `version` counts the changes, so two people never overwrite each other unseen."""

    initiative = models.OneToOneField("goals.Initiative", on_delete=models.PROTECT, related_name="worth_case")
    currency = models.CharField(max_length=12)
    years = models.PositiveSmallIntegerField(default=3)
    constants = models.JSONField(default=list)  # [{"name": "discount rate", "value": 4, "unit": "%"}]
    correlation = models.JSONField(default=dict, blank=True)  # which quantities move together, as in a case file
    groups = models.JSONField(default=list, blank=True)  # quantities to be weighed together, by name
    day_costs = models.DecimalField(**MONEY, default=0)  # of a day without a decision
    hour_business = models.DecimalField(**MONEY, null=True, blank=True)  # of the people we ask; nobody said: the default of their role
    hour_it = models.DecimalField(**MONEY, null=True, blank=True)
    days_to_answer = models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)


class Named(scope.ClientModel):
    """Something a formula can name. Leaving the case is written down; the row stays."""

    name = models.CharField(max_length=120)
    unit = models.CharField(max_length=60, blank=True)
    note = models.CharField(max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        abstract = True
        ordering: ClassVar = ["position", "id"]

    def __str__(self) -> str:
        return self.name


class Quantity(Named):
    """One uncertain number. Its ranges are in its voices; a reference class or a curve given outright stands in for them."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="quantities")
    label = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=KINDS, default=Kind.AMOUNT.value)
    question = models.CharField(max_length=300, blank=True)  # as it is asked, in plain words
    stop = models.FloatField(null=True, blank=True)  # where one would stop spending
    reference = models.CharField(max_length=40, blank=True)  # a reference class of the engine
    outright = models.JSONField(null=True, blank=True)  # a curve with its parameters, as in a case file
    askable = models.BooleanField(default=True)

    class Meta(Named.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint("client", "case", Lower("name"), condition=models.Q(ended_at=None), name="quantity_name_once"),
        ]

    def __str__(self) -> str:
        return self.label


class Voice(scope.ClientModel):
    """One range somebody gave, on what basis, when. Never changed: a later range of the same person counts instead."""

    quantity = models.ForeignKey(Quantity, on_delete=models.PROTECT, related_name="voices")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    said_by = models.CharField(max_length=120, blank=True)  # who it was, when it is nobody Accord knows; with no person either: an assumption
    low = models.FloatField()
    high = models.FloatField()
    typical = models.FloatField(null=True)
    basis = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=clock.now)
    noted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")  # who wrote it down, when it was somebody else
    source_id = models.UUIDField(null=True)  # the answer it came from, when another idea heard it
    round = models.PositiveSmallIntegerField(null=True)  # 2: given in a second round, having seen the others' ranges; empty: before

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(condition=models.Q(low__lte=models.F("high")), name="low_not_above_high"),
        ]

    @property
    def assumed(self) -> bool:
        return self.person_id is None and not self.said_by

    @property
    def who(self) -> str:
        return self.person.called if self.person else self.said_by

    @property
    def why_aside(self) -> str | None:
        """Why it does not count, None while it does: the last word about it holds. Reads `asides`, which a list of voices prefetches."""
        last = next(iter(reversed(self.asides.all())), None)
        return last.reason if last and not last.counts else None


class Pair(scope.ClientModel):
    """Two quantities that go together, in plain words, and who says so. A later word about the same two ends it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="pairs")
    first = models.ForeignKey(Quantity, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Quantity, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=10, choices=HOWS)
    basis = models.CharField(max_length=500, blank=True)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Aside(scope.ClientModel):
    """A voice was set aside, or counted again, and why. The last row tells; the voice stays."""

    voice = models.ForeignKey(Voice, on_delete=models.PROTECT, related_name="asides")
    counts = models.BooleanField(default=False)
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Derived(Named):
    """Something worked out from quantities, under a name of its own."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="derived")
    formula = models.TextField(max_length=2000)

    class Meta(Named.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint("client", "case", Lower("name"), condition=models.Q(ended_at=None), name="derived_name_once"),
        ]


class Option(scope.ClientModel):
    """Something one could do; its formula is its net value over the years of the case. prefix: of its lines of the template, if it has any."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="options")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=10, choices=ROLES, blank=True)
    note = models.CharField(max_length=300, blank=True)
    formula = models.TextField(max_length=2000)
    prefix = models.CharField(max_length=20, blank=True)
    position = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint("client", "case", Lower("name"), condition=models.Q(ended_at=None), name="option_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Weighing(scope.ClientModel):
    """What weighing the case said after a change, in a few figures: lists read it, and it shows what an answer changed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="weighings")
    version = models.PositiveIntegerField()  # of the case
    facts = models.JSONField()  # rules.facts.Facts as plain data
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "case", "version"], name="weighed_once")]

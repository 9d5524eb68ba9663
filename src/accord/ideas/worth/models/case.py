"""A value case: quantities with the ranges people gave, formulas between them, options, and the last weighing."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from ..rules.shape import DAYS_TO_ANSWER, Kind, Role

ROLES = [
    (Role.NOTHING.value, _("Do nothing")),
    (Role.ASKED.value, _("Asked for")),
    (Role.BETTER.value, _("Better path")),
    (Role.MORE.value, _("More")),
]
KINDS = [
    (Kind.AMOUNT.value, _("An amount that cannot be below zero")),
    (Kind.SHARE.value, _("A share, in per cent")),
    (Kind.ANY.value, _("Anything, also below zero")),
]
EXACT = {"max_digits": 12, "decimal_places": 4}


class Case(scope.ClientModel):
    """What solving one initiative's problem would be worth. The money side of asking is here too: minutes, waiting, delay."""

    initiative = models.OneToOneField("goals.Initiative", on_delete=models.PROTECT, related_name="worth_case")
    currency = models.CharField(max_length=3)
    years = models.PositiveSmallIntegerField(default=3)
    discount = models.DecimalField(**EXACT, default=0)  # a share a year
    delay_a_day = models.DecimalField(**EXACT, default=0)  # what a day without a decision costs
    minute_business = models.DecimalField(**EXACT, default=0)
    minute_it = models.DecimalField(**EXACT, default=0)
    days_to_answer = models.DecimalField(**EXACT, default=DAYS_TO_ANSWER)
    set_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")  # nobody: still Accord's assumptions
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)


class Named(scope.ClientModel):
    """Something a formula can name. Leaving the case is written down; the row stays."""

    name = models.CharField(max_length=60)
    unit = models.CharField(max_length=60, blank=True)
    note = models.CharField(max_length=200, blank=True)
    position = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        abstract = True
        ordering: ClassVar = ["position", "id"]

    def __str__(self) -> str:
        return self.name


class Quantity(Named):
    """One uncertain number. Its ranges are in its voices."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="quantities")
    label = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=KINDS, default=Kind.AMOUNT.value)
    question = models.CharField(max_length=300, blank=True)  # as it is asked, in plain words
    whom = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")  # who would know
    minutes = models.PositiveSmallIntegerField(default=2)

    class Meta(Named.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint("client", "case", Lower("name"), condition=models.Q(ended_at=None), name="quantity_name_once"),
        ]

    def __str__(self) -> str:
        return self.label


class Voice(scope.ClientModel):
    """One range one person gave, on what basis, when. Never changed: a later range of the same person counts instead."""

    quantity = models.ForeignKey(Quantity, on_delete=models.PROTECT, related_name="voices")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")  # nobody: an assumption
    low = models.FloatField()
    high = models.FloatField()
    typical = models.FloatField(null=True)
    basis = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=clock.now)
    noted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")  # who wrote it down, when it was somebody else

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.CheckConstraint(condition=models.Q(low__lte=models.F("high")), name="low_not_above_high"),
        ]


class Aside(scope.ClientModel):
    """A voice that does not count any more, and why. The voice stays."""

    voice = models.OneToOneField(Voice, on_delete=models.PROTECT, related_name="aside")
    reason = models.CharField(max_length=300)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)


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
    """Something one could do; its formula is its net value over the years of the case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="options")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=10, choices=ROLES)
    note = models.CharField(max_length=300, blank=True)
    formula = models.TextField(max_length=2000)
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
    """What weighing the case said at a moment, in a few figures: lists read it, and it shows what an answer changed."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="weighings")
    fingerprint = models.CharField(max_length=64)
    facts = models.JSONField()  # rules.verdict.Facts as plain data
    at = models.DateTimeField(default=clock.now)
    after = models.ForeignKey(Voice, on_delete=models.PROTECT, null=True, related_name="+")  # the range that came just before

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        indexes: ClassVar = [models.Index(fields=["client", "case", "at"])]

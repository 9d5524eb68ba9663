"""Numbers somebody was asked for, and what they replied."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from ..rules.shape import Reply
from .case import Case, Quantity, Voice, Weighing

REPLIES = [
    (Reply.RANGE.value, _("gave a range")),
    (Reply.UNKNOWN.value, _("does not know")),
    (Reply.NOT_MINE.value, _("is not the one to ask")),
]


class RangeAsking(scope.ClientModel):
    """One person asked for one number or several, by one link."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="askings")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)  # why it is asked, in one line for the person
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    round = models.PositiveSmallIntegerField(null=True)  # 2: they see everybody's ranges first; empty: they see none
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["asked_at", "id"]


class RangeQuestion(scope.ClientModel):
    """One number asked for, in the words it was asked with."""

    asking = models.ForeignKey(RangeAsking, on_delete=models.PROTECT, related_name="questions")
    quantity = models.ForeignKey(Quantity, on_delete=models.PROTECT, related_name="asked")
    place = models.PositiveSmallIntegerField()  # from 1
    words = models.CharField(max_length=300)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "asking", "place"], name="range_place_once")]


class RangeReply(scope.ClientModel):
    """What came back; never changed, a further reply follows. `before` is the weighing that stood when it came, so the page can tell what changed."""

    question = models.ForeignKey(RangeQuestion, on_delete=models.PROTECT, related_name="replies")
    kind = models.CharField(max_length=10, choices=REPLIES)
    voice = models.ForeignKey(Voice, on_delete=models.PROTECT, null=True, related_name="+")
    to = models.ForeignKey(RangeAsking, on_delete=models.PROTECT, null=True, related_name="+")  # whom it was handed on to
    note = models.CharField(max_length=500, blank=True)
    before = models.ForeignKey(Weighing, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Looked(scope.ClientModel):
    """A facilitator looked at the case again, after replies had come."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="looks")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

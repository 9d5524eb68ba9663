"""A number somebody was asked for, and what they replied."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from ..rules.shape import Reply
from .case import Quantity, Voice, Weighing

REPLIES = [
    (Reply.RANGE.value, _("gave a range")),
    (Reply.UNKNOWN.value, _("does not know")),
    (Reply.NOT_MINE.value, _("is not the one to ask")),
]


class RangeQuestion(scope.ClientModel):
    """One person asked for one quantity, in the words they were asked with."""

    quantity = models.ForeignKey(Quantity, on_delete=models.PROTECT, related_name="asked")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=300)
    reason = models.CharField(max_length=500, blank=True)  # why it is asked, in one line for the person
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    closed_at = models.DateTimeField(null=True, blank=True)  # taken back before it was answered

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["asked_at", "id"]


class RangeReply(scope.ClientModel):
    """What came back. `before` is the weighing that stood when it came, so the page can tell what changed."""

    question = models.ForeignKey(RangeQuestion, on_delete=models.PROTECT, related_name="replies")
    kind = models.CharField(max_length=10, choices=REPLIES)
    voice = models.ForeignKey(Voice, on_delete=models.PROTECT, null=True, related_name="+")
    suggests = models.CharField(max_length=200, blank=True)  # who would know, in the person's words
    before = models.ForeignKey(Weighing, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(null=True, blank=True)  # a facilitator looked again
    seen_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

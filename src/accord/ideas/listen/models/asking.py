"""Who was asked what, and what they answered, word for word."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

TEXT, RANGE, CHOICE = "text", "range", "choice"
KINDS = [(TEXT, _("In their own words")), (RANGE, _("A range")), (CHOICE, _("One of a few"))]
REQUEST, LINK, PHONE, MEETING, MAIL = "request", "link", "phone", "meeting", "mail"
WAYS = [(REQUEST, _("in the request")), (LINK, _("by link")), (PHONE, _("on the phone")), (MEETING, _("in a conversation")), (MAIL, _("by mail"))]


class Asking(scope.ClientModel):
    """One person was asked something, at one time: a link's worth of questions."""

    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, related_name="askings")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="askings")
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=500, blank=True)  # a line of greeting above the questions
    way = models.CharField(max_length=10, choices=WAYS, default=LINK)
    asked_at = models.DateTimeField(default=clock.now)
    nudged_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["asked_at", "id"]


class Question(scope.ClientModel):
    """One question as it was put."""

    asking = models.ForeignKey(Asking, on_delete=models.PROTECT, related_name="questions")
    place = models.PositiveSmallIntegerField()  # from 1
    aspect = models.CharField(max_length=24, blank=True)  # none: the request itself
    kind = models.CharField(max_length=8, choices=KINDS, default=TEXT)
    words = models.CharField(max_length=500)
    unit = models.CharField(max_length=60, blank=True)  # of a range
    choices = models.JSONField(default=list, blank=True)  # of a choice: list of strings

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "asking", "place"], name="question_place_once")]


class Answer(scope.ClientModel):
    """What was answered. Never changed; a further answer follows, and both are kept."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField()  # from 1
    words = models.TextField(max_length=4000)
    low = models.FloatField(null=True)  # ends of a range, in the question's unit: one would be surprised outside
    high = models.FloatField(null=True)
    noted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")  # when a facilitator wrote it down
    at = models.DateTimeField(default=clock.now)  # when it was said

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "question", "number"], name="answer_number_once"),
        ]


class HandedOn(scope.ClientModel):
    """“This is not mine to answer”: the question went on to the person who was named."""

    question = models.OneToOneField(Question, on_delete=models.PROTECT, related_name="handed_on")
    to = models.OneToOneField(Question, on_delete=models.PROTECT, related_name="handed_from")
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=clock.now)

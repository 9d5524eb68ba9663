"""What left the house on paper, who was sent it, and what they said to it. A paper is never changed: a further version follows."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from ..rules.decision import Kind, Reply
from .decision import Decision

KINDS = [(Kind.BRIEF.value, _("Decision brief")), (Kind.HAND_OVER.value, _("Hand-over"))]
REPLIES = [(Reply.ACKNOWLEDGED.value, _("acknowledged")), (Reply.OBJECTED.value, _("objected"))]


class Paper(scope.ClientModel):
    """A brief or a hand-over as it was written: every word and figure, and the same as text."""

    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=10, choices=KINDS)
    number = models.PositiveIntegerField()
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="papers")
    kept = models.JSONField()  # the document, as `paper.kept` writes it
    text = models.TextField()  # the document as Markdown
    says = models.CharField(max_length=64)  # digest of what it says, without its version line: equal papers are one version
    digest = models.CharField(max_length=64)  # of `kept`
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "initiative", "kind", "number"], name="paper_once"),
        ]

    @property
    def is_hand_over(self) -> bool:
        return self.kind == Kind.HAND_OVER.value


class Sending(scope.ClientModel):
    """One paper to one person."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="sendings")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=500, blank=True)
    sent_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    nudged_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "paper", "person"], name="sent_once")]


class Acknowledgement(scope.ClientModel):
    """What somebody said to a paper, with the very text they had before them. Another word later is a further row."""

    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="acknowledgements")
    reply = models.CharField(max_length=12, choices=REPLIES)
    words = models.TextField(max_length=2000, blank=True)
    text = models.TextField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

    @property
    def objects_to_it(self) -> bool:
        return self.reply == Reply.OBJECTED.value

"""The provider's own wording of the questions, in versions."""

from typing import ClassVar

import uuid6
from django.db import models

from accord.base import clock


class BankQuestion(models.Model):
    """How a provider words one question in one language, from a moment on; the newest counts.

    Not a client's: all clients of a provider are asked from the same bank, and it holds nothing a client said.
    """

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    provider = models.ForeignKey("people.Provider", on_delete=models.PROTECT, related_name="+")
    aspect = models.CharField(max_length=24)
    language = models.CharField(max_length=8)
    number = models.PositiveIntegerField()
    words = models.CharField(max_length=500)
    changed_by = models.CharField(max_length=120)  # name and job: people belong to clients, the bank does not
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["provider", "aspect", "language", "number"], name="bank_question_number_once")]

    def __str__(self) -> str:
        return self.words

"""How the work on an initiative goes: notes with the dates they set, one after the other."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope

from ..rules.delivery import Note
from .initiative import Initiative


class Progress(scope.ClientModel):
    """A note on how it goes; a date that is not given stays as it was. `source` and `reference`: where a synced note came from."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="progress")
    words = models.CharField(max_length=600, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    expected = models.DateField(null=True, blank=True)
    delivered = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=60, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        indexes: ClassVar = [models.Index(fields=["client", "initiative", "at"], name="progress_of_initiative")]

    def as_rule(self) -> Note:
        return Note(self.starts, self.ends, self.expected, self.delivered)

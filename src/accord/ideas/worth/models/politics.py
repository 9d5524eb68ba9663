"""The fifth question. Everything about a stakeholder, the name too, is sealed with a key the database does not have."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope


class Stakeholder(scope.ClientModel):
    """One version of what facilitators wrote about somebody around an initiative; `thread` holds the versions of one together."""

    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, related_name="+")
    thread = models.UUIDField()
    sealed = models.TextField(blank=True)  # empty once it was erased
    ended = models.BooleanField(default=False)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]
        indexes: ClassVar = [models.Index(fields=["client", "initiative"])]

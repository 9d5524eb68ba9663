"""What somebody said is wrong, those who said so too, and the word of those it was filed for."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope


class Request(scope.ClientModel):
    """The first words of an initiative. They stay as they were typed."""

    initiative = models.OneToOneField("goals.Initiative", on_delete=models.PROTECT, related_name="request")
    problem = models.TextField(max_length=4000)
    asked_for = models.CharField(max_length=500, blank=True)  # the fix somebody has in mind, in their words
    if_not = models.TextField(max_length=2000, blank=True)  # what happens if nothing is done, when it was said at once
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    filed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")  # another than asked_by when filed on somebody's behalf
    filed_at = models.DateTimeField(default=clock.now)
    seen_as = models.CharField(max_length=24)  # what the hint took it for; a hint, never a verdict

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["-filed_at"]

    @property
    def on_behalf(self) -> bool:
        return self.asked_by_id != self.filed_by_id


class RequestConfirmed(scope.ClientModel):
    """What the person a request was filed for says to it: yes, or how they would put it."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="confirmations")
    agrees = models.BooleanField()
    words = models.TextField(max_length=4000, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Joining(scope.ClientModel):
    """Somebody has the same problem, and said so instead of filing it again."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="joinings")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=4000, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

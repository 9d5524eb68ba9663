"""The journal's rows and each client's head of the chain."""

from typing import ClassVar

from django.db import models

from accord.base import scope


class Head(scope.ClientModel):
    """Where a client's chain ends."""

    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client"], name="one_head")]


class Entry(scope.ClientModel):
    """One thing that happened."""

    seq = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    event = models.CharField(max_length=80)  # such as listen.request_filed
    door = models.CharField(max_length=12)
    person_id = models.UUIDField(null=True)  # no foreign key: the entry outlives whom it tells of
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    payload = models.JSONField()
    salt = models.CharField(max_length=32)
    commitment = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["seq"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "seq"], name="place_taken_once"),
            models.UniqueConstraint(fields=["client", "previous"], name="no_fork"),
        ]
        indexes: ClassVar = [models.Index(fields=["client", "subject_id"]), models.Index(fields=["client", "event", "seq"])]


class Receipt(scope.ClientModel):
    """The answer an idempotency key got, so that a repeated call gets the same and does nothing."""

    key = models.CharField(max_length=80)
    verb = models.CharField(max_length=80)
    asked = models.CharField(max_length=64)  # digest of what was asked
    answer = models.JSONField()
    made_at = models.DateTimeField()

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "key"], name="key_once")]

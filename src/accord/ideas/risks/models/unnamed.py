"""Warnings without a name: what the speak application may know, the spool it drops into, and what the mixer made of it.

No column here leads to whoever wrote: no person, address, device, session or time. What a reporter wrote has the Monday of its week; what a
listener wrote has its day. Ids are random, so they hold no time either. Words are sealed, and padded so that their length says little.
"""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accord.base import clock, scope

from .risk import CONCERN, VOICES, Risk

FIRST, MORE, STRONGER, CREDIT = "first", "more", "stronger", "credit"
SPOKEN = [(FIRST, _("A warning")), (MORE, _("Said more")), (STRONGER, _("Said more strongly")), (CREDIT, _("Takes the credit"))]
NEW, HEARD, WORDED, JOINED, REFUSED = "new", "heard", "worded", "joined", "refused"
REPORT_STATES = [
    (NEW, _("Not read yet")),
    (HEARD, _("Read")),
    (WORDED, _("Put into a listener’s words")),
    (JOINED, _("Joined to a warning there was")),
    (REFUSED, _("Declined, with a reason")),
]


class Board(scope.ClientModel):
    """All that the speak application may know of a client. One row, written anew whenever something of it changes.

    people: how many could have written. groups: [{key, name, people}], only those that may be named without giving anybody away.
    goals: [{id, title}]. listeners and next_voices: [{name, job}]. turn: the number of its link; a new number, and old links open nothing."""

    name = models.CharField(max_length=120)
    currency = models.CharField(max_length=3)
    people = models.PositiveIntegerField(default=0)
    least = models.PositiveSmallIntegerField(default=5)
    groups = models.JSONField(default=list)
    goals = models.JSONField(default=list)
    listeners = models.JSONField(default=list)
    next_voices = models.JSONField(default=list)
    read_days = models.PositiveSmallIntegerField()
    answer_days = models.PositiveSmallIntegerField()
    outer_read_days = models.PositiveSmallIntegerField()
    outer_answer_days = models.PositiveSmallIntegerField()
    turn = models.PositiveIntegerField(default=1)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client"], name="one_board")]

    @property
    def takes_any(self) -> bool:
        """Whether anything can be said without a name here: enough people could have said it, and somebody would read it."""
        return self.people >= self.least and bool(self.listeners)


class Spool(scope.ClientModel):
    """What was just said, until the mixer takes it. The speak application can add a row and read none.

    Its client is checked by the row policies and by nothing that would look at the client's own row: a foreign key would leave a mark there."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    client: Any = models.ForeignKey(
        "people.Client", on_delete=models.PROTECT, related_name="+", editable=False, db_index=False, db_constraint=False
    )
    kind = models.CharField(max_length=8, choices=SPOKEN)
    week = models.DateField()
    digest = models.CharField(max_length=64)
    sealed = models.TextField()
    unit = models.CharField(max_length=120, blank=True)
    crowd = models.PositiveIntegerField(default=0)
    least = models.PositiveSmallIntegerField(default=0)
    urgent = models.BooleanField(default=False)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "digest"], condition=Q(kind=FIRST), name="first_words_once"),
        ]


class Report(scope.ClientModel):
    """A warning without a name, as it was said. unit and crowd: whom it may come from, and how many they were; least: how many it took to be
    taken at all. Both are as they were when it was said. risk: what a listener put into their own words, or joined it to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    week = models.DateField()
    digest = models.CharField(max_length=64)  # of its case code
    sealed = models.TextField()
    unit = models.CharField(max_length=120, blank=True)
    crowd = models.PositiveIntegerField()
    least = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=REPORT_STATES, default=NEW)
    voice = models.CharField(max_length=16, choices=VOICES, default=CONCERN)
    read_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, null=True, blank=True, related_name="reports")

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["week", "id"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "digest"], name="case_code_once"),
            models.CheckConstraint(
                condition=Q(state__in=[WORDED, JOINED], risk__isnull=False) | Q(state__in=[NEW, HEARD, REFUSED], risk=None), name="report_worded"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["client", "state"], name="reports_by_state")]

    @property
    def is_open(self) -> bool:
        return self.state in (NEW, HEARD)


class ReportPost(scope.ClientModel):
    """One turn of the conversation by case code: of the reporter, with its week, or of whoever answers, with its day and what they do.

    place: its order in this conversation. kind: as in SPOKEN for the reporter; for whoever answers, as the turns of a warning."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="posts")
    place = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)
    sealed = models.TextField()
    week = models.DateField(null=True, blank=True)
    on = models.DateField(null=True, blank=True)
    job = models.CharField(max_length=120, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "report", "place"], name="post_place_once"),
            models.CheckConstraint(condition=Q(week__isnull=False, on=None, job="") | Q(week=None, on__isnull=False), name="post_has_week_or_day"),
        ]


class ReportNote(scope.ClientModel):
    """What listeners note for themselves. Sealed, and out of reach of the speak application."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="notes")
    sealed = models.TextField()
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]

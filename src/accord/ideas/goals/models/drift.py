"""How far both sides had drifted, week by week: what the usual range is known from."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope


class DriftWeek(scope.ClientModel):
    """One week's drift and the shares it is the mean of, each 0 to 1, None where nothing was known. week: its Monday. Written once, never changed."""

    week = models.DateField()
    unagreed = models.FloatField(null=True, blank=True)  # of the links, those that are not current
    orphans = models.FloatField(null=True, blank=True)  # of the effort, what leads to no live goal
    out_of_step = models.FloatField(null=True, blank=True)  # effort against priorities
    stale = models.FloatField(null=True, blank=True)  # 1 less the mean freshness of goals
    drift = models.FloatField(null=True, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["week"]
        constraints: ClassVar = [*scope.ClientModel.Meta.constraints, models.UniqueConstraint(fields=["client", "week"], name="drift_week_once")]

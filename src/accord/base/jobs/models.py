"""Who works, and what is due when. Both belong to the installation and to no client: they name jobs and workers, never anybody's rows."""

from django.db import models


class Beat(models.Model):
    """A worker's sign of life. A job whose worker has none any more is given to another."""

    worker = models.CharField(max_length=64, primary_key=True)
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker


class Schedule(models.Model):
    """When a job that comes back is due next."""

    name = models.CharField(max_length=200, primary_key=True)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name

"""What Accord does every night for itself."""

from django.core.management import call_command

from .job import job
from .schedule import every


@every(hours=24, at="03:30")
@job()
def forget_sessions() -> None:
    """Remove the sessions that ended."""
    call_command("clearsessions")

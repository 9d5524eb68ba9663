"""The one task the queue knows: it finds the job by its name and does it in its client's scope."""

from contextlib import ExitStack
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.module_loading import import_string
from django_tasks import task

from accord.base import scope

from .job import GiveUp, Job


def find(name: str) -> Job[Any]:
    """The job of that name. Raises GiveUp when the code no longer has it."""
    try:
        found = import_string(name)
    except ImportError:
        found = None
    if not isinstance(found, Job):
        raise GiveUp(f"There is no job {name} in this version of Accord.")
    return found


@task
def run(*, job: str, client: str | None, arguments: dict[str, Any]) -> None:
    """Do one job. PostgreSQL learns the scope in a transaction only, so there the whole job is one; on SQLite its actions open their own."""
    with ExitStack() as stack:
        if client:
            stack.enter_context(scope.within(UUID(client)))
            if connection.vendor == "postgresql":
                stack.enter_context(transaction.atomic())
        find(job)(**arguments)

"""Whether this installation can serve: its database answers and has this version's shape. Says nothing else."""

from functools import cache

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@cache
def _wanted() -> frozenset[tuple[str, str]]:
    """Every change this version brings; read from disk once."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return frozenset(key for key in loader.disk_migrations if key not in loader.replacements)


def _found() -> dict[str, str]:
    try:
        missing = _wanted() - set(MigrationRecorder(connection).applied_migrations())
    except (DatabaseError, InterfaceError):
        return {"database": "does not answer", "migrations": "unknown"}
    return {"database": "answers", "migrations": "pending" if missing else "current"}


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 when all is well, 503 otherwise."""
    found = _found()
    well = found == {"database": "answers", "migrations": "current"}
    return JsonResponse({"well": well, **found}, status=200 if well else 503)

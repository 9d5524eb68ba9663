"""The mixer: what lies in the spool is taken out, shuffled, and laid down as reports and posts, all in one transaction that touches nothing else.

Every row of a night then has the same mark of the database and no order; the spool is empty. Words are sealed anew, so that an old copy of
the spool does not show which of its rows became which report.
"""

import random
from collections.abc import Sequence
from uuid import UUID

from django.db import connection, transaction

from accord.base import scope
from accord.base.people import sealed

from ..envelope import opened, shut
from ..models import CONCERN, FIRST, STOP, STRONGER, UNCOMFORTABLE, Report, ReportPost, Spool
from .posts import next_place

LOUDER = {CONCERN: UNCOMFORTABLE, UNCOMFORTABLE: STOP, STOP: STOP}
CHANCE = random.SystemRandom()


def mix(*, client_id: UUID, urgent_only: bool = False) -> int:
    """Release what waits in one client. Gives how many rows there were."""
    with scope.within(client_id), transaction.atomic():
        waiting = Spool.objects.select_for_update()
        rows = list(waiting.filter(urgent=True) if urgent_only else waiting)
        CHANCE.shuffle(rows)
        _lay_down([row for row in rows if row.kind == FIRST])
        for row in rows:
            if row.kind != FIRST:
                _go_on(row)
        Spool.objects.filter(id__in=[row.id for row in rows]).delete()
    return len(rows)


def _lay_down(rows: Sequence[Spool]) -> None:
    known = set(Report.objects.filter(digest__in=[row.digest for row in rows]).values_list("digest", flat=True))
    for row in rows:
        if row.digest not in known and (words := _words(row)) is not None:
            made = Report(week=row.week, digest=row.digest, unit=row.unit, crowd=row.crowd, least=row.least)
            made.sealed = shut(words, client_id=row.client_id, place=str(made.id))
            made.save(force_insert=True)


def _go_on(row: Spool) -> None:
    """A further turn of a conversation; without one it is of no use to anybody and goes."""
    report = Report.objects.select_for_update(of=("self",)).filter(digest=row.digest).first()
    words = _words(row)
    if report is None or words is None:
        return
    made = ReportPost(report=report, place=next_place(report), kind=row.kind, week=row.week)
    made.sealed = shut(words, client_id=row.client_id, place=str(made.id))
    made.save(force_insert=True)
    if row.kind == STRONGER:
        report.voice = LOUDER[report.voice]
        report.save(update_fields=["voice"])


def _words(row: Spool) -> dict[str, object] | None:
    """None for what does not open: somebody wrote it past Accord, or the key is another. It must not hold up the others."""
    try:
        return opened(row.sealed, client_id=row.client_id, place=str(row.id))
    except (sealed.CannotOpen, ValueError):
        return None


def wipe() -> None:
    """Take from the disk what the spool held: deleted rows were overwritten in place (`secure_delete`), but the write-ahead log still has them.

    On PostgreSQL only the owner of a table may vacuum it, so there the server does, as soon as it looks (see `scope.unordered`)."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

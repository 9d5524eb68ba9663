"""`accord verify`: has anybody changed what the journal says?"""

from collections.abc import Iterator
from contextlib import contextmanager

from accord.doors.cli.django import ready
from accord.doors.cli.ending import FAULT, database, end


@contextmanager
def one_picture() -> Iterator[None]:
    """Read everything as of one moment, while others go on writing. Needs Django ready."""
    from django.db import connection, transaction

    connection.ensure_connection()
    if connection.vendor == "postgresql":
        import psycopg

        connection.connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        try:
            with transaction.atomic():
                yield
        finally:
            connection.close()
        return
    usual, connection.transaction_mode = connection.transaction_mode, "DEFERRED"  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            yield
    finally:
        connection.transaction_mode = usual  # type: ignore[attr-defined]


def checked() -> Iterator[tuple[str, bool]]:
    """For each client a line, and whether its journal is whole. Needs Django ready."""
    from django.utils.translation import gettext as _

    from accord.base import registry
    from accord.base.journal import queries
    from accord.base.people import access

    with one_picture():
        for client in access.each_client("every client's journal is checked"):
            found = queries.verify()
            if found.faults:
                faults = "; ".join(_("entry %(seq)d: %(what)s") % {"seq": fault.seq, "what": fault.what} for fault in found.faults)
                yield f"{client.slug}: {faults}", False
            elif unlike := registry.unlike.collect():
                yield _("%(client)s: not as it was written: %(what)s") % {"client": client.slug, "what": "; ".join(unlike)}, False
            else:
                yield _("%(client)s: whole, %(count)d entries, ends with %(head)s") % {
                    "client": client.slug,
                    "count": found.entries,
                    "head": found.head[:16] or "—",
                }, True


def verify() -> None:
    """Check every client's journal and what was sent: one line for each. Ends with 1 and names the place when something was changed, removed or added."""
    ready()
    from django.utils.translation import gettext as _

    with database():
        lines = list(checked())
    for line, _whole in lines:
        print(line)
    if not all(whole for _line, whole in lines):
        end(FAULT, _("Something was changed behind Accord's back. Keep this database as it is, and compare it with a backup."))

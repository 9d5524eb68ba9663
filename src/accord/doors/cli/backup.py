"""`accord backup FILE` and `accord restore FILE`: the embedded database, copied and put back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from accord.doors.cli import copies
from accord.doors.cli.django import ready
from accord.doors.cli.ending import FAULT, MISUSE, database, end, say
from accord.doors.cli.migrate import pending, unknown
from accord.doors.cli.verify import checked

File = Annotated[Path, typer.Argument(show_default=False)]


@contextmanager
def _instead(path: Path) -> Iterator[None]:
    """Have Django work on this file."""
    from accord.base.scope.owner import owning

    with owning({"NAME": str(path)}):
        yield


@contextmanager
def _unfinished(beside: Path) -> Iterator[Path]:
    """A file to work on, gone at the end however it ends. Its name is this process's own."""
    path = beside.with_name(f".{beside.name}.{os.getpid()}.part")
    try:
        yield path
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                Path(f"{path}{suffix}").unlink()


def _embedded() -> Path:
    """The embedded database's file; ends with what to do on PostgreSQL."""
    from django.db import connection
    from django.utils.translation import gettext as _

    if connection.vendor == "sqlite":
        return Path(connection.settings_dict["NAME"])
    where = {name: connection.settings_dict[name.upper()] for name in ("host", "port", "name")}
    end(
        MISUSE,
        _("On PostgreSQL its own tools make the backup, as accord_backup: another role would stop at the row policies and leave half a file."),
        "  pg_dump --format=custom --username=accord_backup --host={host} --port={port} --file=FILE {name} || rm -f FILE".format(**where),
        _("Check that it ended with 0. To put it back: pg_restore --exit-on-error --username=accord_owner, into an empty database."),
    )


def _journals(path: Path) -> int:
    """How many clients' journals in this file are whole; ends where one is not. A database behind this version is brought to it in a copy of its own."""
    from django.core.management import call_command
    from django.utils.translation import gettext as _

    with _unfinished(path) as scratch:
        with _instead(path):
            behind = bool(pending())
        if behind:
            copies.copy(path, scratch)
        with _instead(scratch if behind else path):
            if behind:
                call_command("migrate", interactive=False, verbosity=0)
            lines = list(checked())
    broken = [line for line, whole in lines if not whole]
    if broken:
        end(FAULT, *broken, _("Something was changed behind Accord's back, so nothing was written."))
    return len(lines)


def backup(file: File) -> None:
    """Copy the database into FILE while Accord runs, and check the copy. Never overwrites."""
    ready()
    from django.utils.translation import gettext as _

    from accord.base import clock

    source = _embedded()
    if not source.exists():
        end(MISUSE, _("There is no database at %(path)s yet.") % {"path": source})
    if file.exists():
        end(MISUSE, _("%(path)s exists already and is left as it is. Choose another name.") % {"path": file})
    if not file.parent.is_dir():
        end(MISUSE, _("There is no folder %(path)s. Make it first.") % {"path": file.parent})
    with database(), _unfinished(file) as part:
        try:
            copies.copy(source, part)
            clients = _journals(part)
            found = copies.mark(part, clock.now(), version("accord"))
            copies.check(part)
            copies.put(part, file)
        except copies.Damaged as wrong:
            end(FAULT, _("The database itself is damaged: %(why)s. Nothing was written.") % {"why": wrong})
        except FileExistsError:
            end(MISUSE, _("%(path)s exists already and is left as it is. Choose another name.") % {"path": file})
    told = {"path": file, "clients": clients, "digest": found}
    print(_("%(path)s: checked, %(clients)d clients, sha256 of the rows %(digest)s") % told)


def restore(file: File) -> None:
    """Put a copy made by `accord backup` in the place of a database that is not there. Checks it first; never overwrites."""
    ready()
    from django.core.management import call_command
    from django.utils.translation import gettext as _

    target = _embedded()
    if not file.is_file():
        end(MISUSE, _("There is no file %(path)s.") % {"path": file})
    left = [path for path in (Path(f"{target}{suffix}") for suffix in ("", "-wal", "-shm", "-journal")) if path.exists()]
    if left:
        end(MISUSE, _("%(path)s is there already. Stop Accord, move it away, and run this again.") % {"path": left[0]})
    target.parent.mkdir(parents=True, exist_ok=True)
    with database(), _unfinished(target) as part:
        try:
            found = copies.check(file)
            copies.copy(file, part)
        except copies.Damaged as wrong:
            end(FAULT, _("%(path)s is damaged: %(why)s. Nothing was restored; use another copy.") % {"path": file, "why": wrong})
        copies.unmark(part)
        with _instead(part):
            if unknown():
                end(FAULT, _("A newer Accord made this copy. Install that version, then restore."))
            call_command("migrate", interactive=False, verbosity=0)
        clients = _journals(part)
        copies.settle(part)
        copies.put(part, target)
    home = {"home": target.parent}
    say(_("Links and sealed notes need the keys they were made with: put that installation's secret.key and field.key into %(home)s.") % home)
    print(_("%(path)s: restored, %(clients)d clients, sha256 of the rows %(digest)s") % {"path": target, "clients": clients, "digest": found})

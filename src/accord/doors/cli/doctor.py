"""`accord doctor`: looks an installation over and says in plain words what it found."""

import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from accord.doors.cli.django import ready
from accord.doors.cli.ending import FAULT, end
from accord.doors.cli.migrate import pending, unknown

Mark = Literal["well", "note", "wrong"]


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `note` is worth knowing; `wrong` makes the command end with 1."""

    mark: Mark
    text: str


def missing_fixes() -> list[str]:
    """Security fixes this Python lacks, found by trying and not by its number."""
    lacks = []
    if "_end_offset" not in zipfile.ZipInfo.__slots__:
        lacks.append("zipfile accepts overlapping members (CVE-2024-0450)")
    if ip_address("192.0.0.192").is_global:
        lacks.append("ipaddress calls some private addresses public (CVE-2024-4032)")
    return lacks


def python() -> Iterator[Finding]:
    """Which Python this is, and what it lacks."""
    from django.utils.translation import gettext as _

    version = sys.version.split()[0]
    lacks = missing_fixes()
    if lacks:
        told = {"version": version, "fixes": "; ".join(lacks)}
        yield Finding("note", _("Python %(version)s lacks fixes that newer ones have: %(fixes)s. Update it when you can.") % told)
    else:
        yield Finding("well", _("Python %(version)s.") % {"version": version})


def database() -> Iterator[Finding]:
    """Whether the database answers, which walls it has, and whether it is at this version."""
    from django.db import DatabaseError, InterfaceError, connection
    from django.utils.translation import gettext as _

    try:
        connection.ensure_connection()
        changes, newer = pending(), unknown()
    except (DatabaseError, InterfaceError) as error:
        why = str(error).strip().partition("\n")[0]
        yield Finding("wrong", _("The database does not answer: %(why)s. Look at ACCORD_DATABASE.") % {"why": why.rstrip(".")})
        return
    yield from _sqlite() if connection.vendor == "sqlite" else _postgresql()
    if newer:
        yield Finding("wrong", _("A newer Accord has used this database (%(name)s). Install that version again.") % {"name": ".".join(newer[-1])})
    elif changes:
        yield Finding("wrong", _("The database is %(count)d changes behind this version. Run `accord migrate`.") % {"count": len(changes)})
    else:
        yield Finding("well", _("The database is at this version."))
        yield from _clients(connection.vendor)
        yield from _jobs()


def _sqlite() -> Iterator[Finding]:
    import sqlite3

    from django.utils.translation import gettext as _

    from accord.base.scope.sqlite import journal_mode

    version: tuple[int, int, int] = sqlite3.sqlite_version_info
    told = {"version": ".".join(map(str, version)), "mode": journal_mode.journal_mode(version)}
    warning = journal_mode.warning(version)
    yield Finding("note", warning) if warning else Finding("well", _("SQLite %(version)s in %(mode)s mode.") % told)


def _postgresql() -> Iterator[Finding]:
    from django.db import connection
    from django.utils.translation import gettext as _

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        role, above, past = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = ANY (current_schemas(false)) AND tableowner = current_user")
        owned = cursor.fetchone()[0]
    if above or past:
        text = _("PostgreSQL lets the role %(role)s past every wall. Connect as accord_app instead; docs/how-to/operate.md has the roles.")
        yield Finding("wrong", text % {"role": role})
    elif owned:
        yield Finding("wrong", _("The role %(role)s owns the tables. Use it as ACCORD_DATABASE_OWNER only, and connect as accord_app.") % {"role": role})
    else:
        yield Finding("well", _("PostgreSQL, as %(role)s, which owns nothing and bypasses nothing.") % {"role": role})


def _clients(vendor: str) -> Iterator[Finding]:
    from django.db import transaction
    from django.utils.translation import gettext as _

    from accord.base import scope
    from accord.base.people.models import Client

    with scope.outside("clients are counted, to advise on the database"), transaction.atomic():
        count = Client.objects.count()
    if vendor == "sqlite":
        text = _("Isolation of rows inside the database is PostgreSQL's; on SQLite the program and its triggers keep clients apart.")
        second = _("Move to PostgreSQL before a second client is in production.")
        more = _("This installation has %(count)d clients: move to PostgreSQL before they are in production.") % {"count": count}
        yield Finding("note", f"{text} {more}") if count > 1 else Finding("well", f"{text} {second}")


def _jobs() -> Iterator[Finding]:
    from django.utils.translation import gettext as _

    from accord.base.jobs import queue

    for failed in queue.failed():
        told = {"job": failed.job, "at": f"{failed.at:%Y-%m-%d %H:%M}" if failed.at else "", "tries": failed.tries, "why": failed.reason}
        yield Finding("wrong", _("A job failed after %(tries)d tries, %(at)s: %(job)s. %(why)s Run `accord work --retry` once it is mended.") % told)
    late = queue.late()
    if late:
        yield Finding("wrong", _("%(count)d jobs wait for more than ten minutes: no worker runs. Start `accord work`.") % {"count": late})
    elif not queue.failed():
        yield Finding("well", _("No job failed and none waits."))


def mail() -> Iterator[Finding]:
    """Whether letters leave the house."""
    from django.conf import settings
    from django.utils.translation import gettext as _

    if settings.OPTIONS.mail:
        yield Finding("well", _("Mail goes to %(host)s:%(port)s.") % {"host": settings.EMAIL_HOST, "port": settings.EMAIL_PORT})
    else:
        yield Finding("note", _("No mail server: letters are kept in %(folder)s and reach nobody. Set ACCORD_MAIL.") % {"folder": settings.MAILBOX})


def secrets() -> Iterator[Finding]:
    """Whether both keys are there and nobody else can read them."""
    from django.conf import settings
    from django.utils.translation import gettext as _

    for name, value in (("secret.key", settings.SECRET_KEY), ("field.key", settings.FIELD_KEY)):
        path = Path(settings.OPTIONS.home) / name
        if len(value) < 32:
            yield Finding("wrong", _("The secret for %(name)s is shorter than 32 characters. Choose a longer one.") % {"name": name})
        elif path.exists() and path.stat().st_mode & 0o077:
            yield Finding("wrong", _("Others can read %(path)s. Run: chmod 600 %(path)s") % {"path": path})
    yield Finding("well", _("Keep secret.key and field.key of %(home)s apart from the backups.") % {"home": settings.OPTIONS.home})


def speak() -> Iterator[Finding]:
    """Whether warnings without a name are kept as far from everything else as they can be."""
    from django.conf import settings
    from django.db import DatabaseError, InterfaceError, connection
    from django.utils.translation import gettext as _

    here, there = urlsplit(settings.ADDRESS), urlsplit(settings.SPEAK_ADDRESS)
    if here.hostname == there.hostname and settings.MODE == "production":
        yield Finding("note", _("The speak application has the host name of Accord, so browsers send it the cookie of a sign-in. Give it a name of its own."))
    else:
        yield Finding("well", _("Warnings without a name are taken at %(address)s.") % {"address": settings.SPEAK_ADDRESS})
    if connection.vendor != "postgresql":
        return
    if urlsplit(settings.OPTIONS.speak_database).username != "accord_speak":
        text = _("The speak application uses the role of Accord. Set ACCORD_SPEAK_DATABASE, so that it connects as accord_speak, which reads next to nothing.")
        yield Finding("note", text)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SHOW track_commit_timestamp")
            tracked = cursor.fetchone()[0]
            cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname = 'accord_speak'")
            known = cursor.fetchone()[0]
    except (DatabaseError, InterfaceError):
        return
    if tracked == "on":
        yield Finding("wrong", _("PostgreSQL keeps the time of every commit, and with it when somebody warned. Set track_commit_timestamp to off."))
    if not known:
        yield Finding("note", _("There is no role accord_speak. Run roles.sql again; docs/how-to/operate.md has how."))


LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (python, database, mail, secrets, speak)


def doctor() -> None:
    """Look the installation over: library, database, roles, jobs, mail, secrets. Ends with 1 when something is wrong."""
    ready()
    from django.utils.translation import gettext as _

    shown = {"well": _("well "), "note": _("note "), "wrong": _("wrong")}
    findings = [finding for look in LOOKS for finding in look()]
    for finding in findings:
        print(f"{shown[finding.mark]}  {finding.text}")
    wrong = sum(finding.mark == "wrong" for finding in findings)
    if wrong:
        end(FAULT, _("%(count)d of these need you.") % {"count": wrong})

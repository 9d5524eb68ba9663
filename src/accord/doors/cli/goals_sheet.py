"""`accord goals import FILE`, `import-effort FILE` and `export FILE`: goals and hours from a sheet and goals to one, as somebody."""

import argparse
import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

from accord.doors.cli.django import ready
from accord.doors.cli.ending import FAULT, MISUSE, database, end
from accord.doors.cli.verbs import acting
from accord.doors.cli.words import gettext as _

IMPORT_TOLD = "Take in a sheet of goals (CSV or XLSX), all of it or nothing. A dry run only says what it would do."
EFFORT_TOLD = "Take in time entries or tickets (CSV or XLSX), all of it or nothing. Whose hours they were is not read."
EXPORT_TOLD = "Write the live goals into a sheet (CSV or XLSX) that can be taken in again."


def _asked(verb: str, told: str) -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser(f"accord goals {verb}", description=told)
    asked.add_argument("file", type=Path, metavar="FILE", help="The sheet; its ending says what it is: .csv or .xlsx.")
    asked.add_argument("--as", dest="as_email", required=True, metavar="EMAIL", help="Who does it.")
    asked.add_argument("--client", metavar="SHORT-NAME", help="In which client, when there are several.")
    return asked


def take_in(words: list[str]) -> None:
    asked = _asked("import", IMPORT_TOLD)
    asked.add_argument("--dry-run", action="store_true", help="Only say what it would do, one line for each row.")
    asked.add_argument("--silent", action="store_true", help="Tell nobody who works for the changed goals.")
    asked.add_argument("--reason", default="", help="Why goals change, in one line.")
    given = asked.parse_args(words)
    _done(given, _content(given), _goals)


def take_in_effort(words: list[str]) -> None:
    asked = _asked("import-effort", EFFORT_TOLD)
    asked.add_argument("--dry-run", action="store_true", help="Only say what it would add, one line for each row.")
    asked.add_argument("--work-column", default="", metavar="HEADER", help="The column that names the work, where it is not the one that would be read.")
    asked.add_argument("--per-day", default="8", metavar="HOURS", help="Hours in a people-day.")
    given = asked.parse_args(words)
    _done(given, _content(given), _effort)


def _content(given: argparse.Namespace) -> bytes:
    try:
        found: bytes = given.file.read_bytes()
    except OSError as error:
        end(MISUSE, f"{given.file}: {error.strerror}")
    return found


def _goals(given: argparse.Namespace, sheet: dict[str, Any]) -> None:
    from accord.base import registry

    if given.dry_run:
        print("\n".join(_line(row) for row in registry.call("goals.preview_import", **sheet)))
        return
    found = registry.call("goals.import_goals", **sheet, tell=not given.silent, reason=given.reason)
    print(_("%(new)d new, %(changed)d changed, %(same)d the same") % vars(found))


def _effort(given: argparse.Namespace, sheet: dict[str, Any]) -> None:
    from accord.base import registry

    asked = sheet | {"work_column": given.work_column, "per_day": given.per_day}
    if given.dry_run:
        for row in registry.call("goals.preview_effort", **asked):
            print("\t".join([str(row.row), row.kind, row.work, f"{row.hours:g}", *row.mistakes]))
        return
    found = registry.call("goals.import_effort", **asked)
    print(_("%(hours)g hours: %(new)d new, %(changed)d changed, %(same)d the same, %(empty)d without time; %(unmatched)d names to match") % vars(found))


def _done(given: argparse.Namespace, content: bytes, run: Callable[[argparse.Namespace, dict[str, Any]], None]) -> None:
    with database():
        _acted(given, content, run)


def _acted(given: argparse.Namespace, content: bytes, run: Callable[[argparse.Namespace, dict[str, Any]], None]) -> None:
    ready()
    from accord.base import registry, scope

    by = acting(given.as_email, given.client, "cli")
    sheet = {"by": by, "name": given.file.name, "content": base64.b64encode(content).decode()}
    try:
        with scope.unit(), scope.within(by.client_id):
            run(given, sheet)
    except registry.Mistake as mistake:
        end(MISUSE, mistake.message)
    except registry.Refused:
        end(FAULT, _("%(email)s may not do this here.") % {"email": given.as_email})


def _line(row: Any) -> str:
    told = "; ".join(row.mistakes) if row.mistakes else ", ".join(row.changes)
    return f"{row.row}\t{row.kind}\t{row.goal}" + (f"\t{told}" if told else "")


def take_out(words: list[str]) -> None:
    given = _asked("export", EXPORT_TOLD).parse_args(words)
    with database():
        ready()
        from accord.base import registry, scope

        by = acting(given.as_email, given.client, "cli")
        from accord.ideas.goals.queries import exporting

        write = exporting.as_xlsx if given.file.suffix.lower() == ".xlsx" else exporting.as_csv
        try:
            with scope.unit(), scope.within(by.client_id):
                given.file.write_bytes(write(by=by))
        except OSError as error:
            end(MISUSE, f"{given.file}: {error.strerror}")
        except registry.Refused:
            end(FAULT, _("%(email)s may not do this here.") % {"email": given.as_email})

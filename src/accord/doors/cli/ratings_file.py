"""`accord empathy import FILE`: ratings from a table, as somebody."""

import argparse
import base64
from pathlib import Path

from accord.doors.cli.django import ready
from accord.doors.cli.ending import FAULT, MISUSE, database, end
from accord.doors.cli.verbs import acting
from accord.doors.cli.words import gettext as _

RATINGS_TOLD = "Take in ratings from a table (CSV, .csv.gz or XLSX), all of it or nothing. A dry run only says what would be kept."


def take_in_ratings(words: list[str]) -> None:
    asked = argparse.ArgumentParser("accord empathy import", description=RATINGS_TOLD)
    asked.add_argument("file", type=Path, metavar="FILE", help="The table; its ending says what it is: .csv, .csv.gz or .xlsx.")
    asked.add_argument("--as", dest="as_email", required=True, metavar="EMAIL", help="Who does it.")
    asked.add_argument("--client", metavar="SHORT-NAME", help="In which client, when there are several.")
    asked.add_argument("--layout", default="long", metavar="NAME", help="How it is laid out: long, market_units, ralic, zurich_points or zurich_popularity.")
    asked.add_argument("--side", default="", choices=["business", "it"], help="Whose ratings they are, where the table does not say.")
    asked.add_argument("--title", default="", help="What they are called; left out, the file is named.")
    asked.add_argument("--dry-run", action="store_true", help="Only say what would be kept.")
    given = asked.parse_args(words)
    try:
        content = given.file.read_bytes()
    except OSError as error:
        end(MISUSE, f"{given.file}: {error.strerror}")
    with database():
        _done(given, content)


def _done(given: argparse.Namespace, content: bytes) -> None:
    ready()
    from accord.base import registry, scope

    by = acting(given.as_email, given.client, "cli")
    table = {"by": by, "name": given.file.name, "content": base64.b64encode(content).decode(), "layout": given.layout, "side": given.side}
    try:
        with scope.unit(), scope.within(by.client_id):
            if given.dry_run:
                _tell(registry.call("empathy.preview_ratings", **table))
            else:
                row = registry.call("empathy.take_in_ratings", **table, title=given.title or given.file.name[:120])
                print(_("%(title)s: taken in as round %(id)s") % {"title": row.title, "id": row.id})
    except registry.Mistake as mistake:
        end(MISUSE, mistake.message)
    except registry.Refused:
        end(FAULT, _("%(email)s may not do this here.") % {"email": given.as_email})


def _tell(found: object) -> None:
    """One figure a line, its name first; then what is wrong."""
    told = dict(vars(found))
    mistakes, refused = told.pop("mistakes"), told.pop("refused")
    told["items"] = len(told["items"])
    print("\n".join(f"{name}\t{value}" for name, value in told.items()))
    print("\n".join(f"mistake\t{one}" for one in mistakes), end="\n" if mistakes else "")
    if refused and not mistakes:
        print(f"refused\t{refused}")

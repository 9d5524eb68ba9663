"""`accord goals diff BEFORE AFTER`: what changed between two texts of a goal, and whether it matters to those who work for it.

Needs no database and no identity. Only the answer goes to stdout.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from accord.doors.cli.ending import MISUSE, end
from accord.doors.cli.files import Unreadable, plain, text
from accord.doors.cli.words import gettext as _

if TYPE_CHECKING:
    from accord.ideas.goals.rules.difference import Change, Difference

TOLD = "What changed between two texts of a goal, and whether it matters to those who work for it. Needs no database."
WIDTH = 200  # of a statement on the screen; the JSON holds it whole


def diff(words: list[str]) -> None:
    asked = argparse.ArgumentParser("accord goals diff", description=TOLD)
    asked.add_argument("before", type=Path, metavar="BEFORE", help="The text as it was: a plain or Markdown file. A dash reads from stdin.")
    asked.add_argument("after", type=Path, metavar="AFTER", help="The text as it is now.")
    asked.add_argument("--json", action="store_true", dest="as_json", help="Print only the answer, as JSON.")
    given = asked.parse_args(words)
    before, after = _text(given.before), _text(given.after)
    from accord.ideas.goals.rules.difference import difference

    found = difference(before, after)
    print(json.dumps(_data(found), indent=1, ensure_ascii=False) if given.as_json else "\n".join(_lines(found)))


def _text(file: Path) -> str:
    try:
        return text(file)
    except Unreadable as error:
        end(MISUSE, plain(f"{file}: {error}"))


def _data(found: "Difference") -> dict[str, object]:
    changes = [{"kind": one.kind, "matters": one.matters, "before": one.before, "after": one.after} for one in found.changes]
    return {"material": found.material, "score": round(found.score, 4), "changes": changes}


def _lines(found: "Difference") -> list[str]:
    """What matters first, each kind with a sign a colour-blind reader and a pipe understand."""
    if not found.changes:
        return [_("Nothing changed in what it says.")]
    material, not_material = _("Material: whoever works for this has something to check."), _("Not material: nobody has to do anything else than before.")
    kind = material if found.material else not_material
    ordered = sorted(found.changes, key=lambda one: not one.matters)
    return [f"{kind} " + _("Score %(score).2f, from 0 to 1.") % {"score": found.score}, *(line for one in ordered for line in ("", *_of(one)))]


def _kinds() -> dict[str, str]:
    return {
        "number": _("A number or a date"),
        "scope": _("What is meant by it"),
        "meaning": _("What it says"),
        "goal": _("A heading or a numbered goal"),
        "added": _("New"),
        "removed": _("Gone"),
        "order": _("In another place"),
        "progress": _("How far it has come"),
        "wording": _("How it is put"),
        "name": _("Another name"),
        "pointer": _("Where to look"),
    }


def _of(one: "Change") -> list[str]:
    sides = [f"  - {_short(one.before)}" if one.before else "", f"  + {_short(one.after)}" if one.after else ""]
    kind = _kinds()[one.kind]
    return [kind if one.matters else _("%(kind)s (does not count)") % {"kind": kind}, *(side for side in sides if side)]


def _short(told: str) -> str:
    told = plain(told)
    return told if len(told) <= WIDTH else f"{told[: WIDTH - 1].rstrip()}…"

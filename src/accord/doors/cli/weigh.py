"""`accord weigh FILE`: a value case from a file, weighed. Needs no database and no identity.

Only the answer goes to stdout; progress, notes and mistakes go to stderr. Django is not imported.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accord.doors.cli.ending import MISUSE, end, say
from accord.doors.cli.files import Unreadable, plain, text
from accord.doors.cli.words import gettext as _

if TYPE_CHECKING:
    from accord.base.estimate import Case, CaseError, Weighed


def weigh(
    file: Annotated[Path, typer.Argument(help="The case: TOML or JSON (accord-case/1), or cases (accord-voi-cases/1). A dash reads from stdin.",
                                         show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print only the figures, as JSON.")] = False,
    brief: Annotated[Path | None, typer.Option("--brief", help="Write a brief to this file, which ends in .pdf or .md.", show_default=False)] = None,
) -> None:
    """Weigh a value case: the options, the chance that each is best, and what is most worth finding out."""
    from accord.base.estimate import CaseError, reading

    if brief and brief.suffix.lower() not in (".pdf", ".md"):
        end(MISUSE, _("--brief %(file)s: a brief is a PDF or a Markdown page. End the name in .pdf or .md.") % {"file": plain(str(brief))})
    try:
        cases = reading.read(_text(file), file.name)
        if brief and len(cases) > 1:
            raise CaseError(_("A brief tells one case, and this file holds %(n)d. Put the one into a file of its own.") % {"n": len(cases)}, "--brief")
        found = _weighed(cases)
    except CaseError as error:
        end(MISUSE, *_mistake(file, error))
    for case in cases:
        if case.correlation and case.correlation.moved:
            said = _("%(file)s: %(case)s: the correlation matrix cannot exist as written; the nearest that can was used.")
            say(plain(said % {"file": file, "case": case.id}))
    if as_json:
        from accord.doors.cli.weighing.figures import figures

        print(json.dumps({"cases": [figures(weighed) for weighed in found]}, indent=1, ensure_ascii=False))
    else:
        _show(cases, found)
    if brief:
        _write(brief, cases[0], found[0])


def _text(file: Path) -> str:
    """The file's text. Raises CaseError."""
    from accord.base.estimate import CaseError

    try:
        return text(file)
    except Unreadable as error:
        raise CaseError(str(error), "") from None


def _weighed(cases: list[Case]) -> list[Weighed]:
    """Every case, with a bar on stderr when it takes longer than a second. Raises CaseError."""
    from accord.base.estimate import CaseError, NotFinite, budget, weighed
    from accord.doors.cli.progress import Progress

    several = len(cases) > 1
    efforts = [budget.affordable(case, where=f"cases[{k}]" if several else "") for k, case in enumerate(cases)]
    if sum(map(budget.work, cases, efforts)) > budget.MOST_IN_ALL:
        raise CaseError(_("These %(n)s cases together are too large to weigh at once. Split the file.") % {"n": f"{len(cases):,}"}, "")
    found = []
    with Progress(_("Weighing"), sum(weighed.stages(case) for case in cases)) as progress:
        for case, effort in zip(cases, efforts, strict=True):
            try:
                found.append(weighed.weigh(case, effort, progress.advance))
            except NotFinite as error:
                raise CaseError(str(error), error.where) from None
    return found


def _mistake(file: Path, error: CaseError) -> list[str]:
    """What is wrong, where, what to do, and the formula or the line with a caret."""
    lines = [plain(f"{file}: {error}")]
    if error.sketch:
        lines += ["", *(f"    {plain(line)}" for line in error.sketch.split("\n"))]
    return lines


def _show(cases: list[Case], found: list[Weighed]) -> None:
    from accord.doors.cli.weighing.screen import Screen

    screen = Screen.of(sys.stdout)
    said = [screen.case(case, weighed) for case, weighed in zip(cases, found, strict=True)]
    print("\n\n\n".join(said))


def _write(path: Path, case: Case, weighed: Weighed) -> None:
    from accord.base.paper import markdown
    from accord.doors.cli.weighing.paper import brief, faces

    document = brief(case, weighed)
    made: Callable[[], bytes] = lambda: markdown.render(document).encode()  # noqa: E731  (the PDF's parts are imported for a PDF only)
    if path.suffix.lower() == ".pdf":
        from accord.base.paper import pdf

        made = lambda: pdf.render(document, faces())  # noqa: E731
    try:
        path.write_bytes(made())
    except OSError as error:
        end(MISUSE, plain(_("%(path)s: it cannot be written: %(why)s. Choose another place.") % {"path": path, "why": error.strerror}))
    say(plain(_("The brief is in %(path)s.") % {"path": path}))

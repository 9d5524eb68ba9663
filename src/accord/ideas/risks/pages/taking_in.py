"""The page of a dry run: what a sheet of warnings would do."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..queries.taking_in import RisksSheet, mistakes
from ..rules.taking_in import CHANGED, LEFT_OUT, MISTAKE, NEW, SAME, Row

MOST = 100  # rows of a kind on the page; the file has the others


@dataclass(frozen=True)
class Part:
    """Rows that would all do the same sort of thing. more: how many are not shown."""

    rows: tuple[Row, ...]
    more: int


@dataclass(frozen=True)
class RisksDryRun:
    """What the file would do. facts: sentences about the whole of it."""

    name: str
    headline: str
    layout: str
    facts: tuple[str, ...]
    mistakes: tuple[str, ...]
    more_mistakes: int
    new: Part
    changed: Part
    may_go: bool

    @property
    def is_wrong(self) -> bool:
        return bool(self.mistakes)


def dry_run(sheet: RisksSheet) -> RisksDryRun:
    plan = sheet.plan
    wrong = [one for row in plan.of(MISTAKE) for one in mistakes(sheet, row)]
    return RisksDryRun(
        sheet.name, _headline(sheet), sheet.layout.title, tuple(_facts(sheet)), tuple(wrong[:MOST]), max(0, len(wrong) - MOST), _part(plan.of(NEW)),
        _part(plan.of(CHANGED)), plan.may_go,
    )  # fmt: skip


def _part(rows: list[Row]) -> Part:
    return Part(tuple(rows[:MOST]), max(0, len(rows) - MOST))


def _headline(sheet: RisksSheet) -> str:
    plan = sheet.plan
    wrong, new, changed = (len(plan.of(kind)) for kind in (MISTAKE, NEW, CHANGED))
    if wrong:
        return ngettext("One row is to be put right first", "%(n)d rows are to be put right first", wrong) % {"n": wrong}
    if not plan.may_go:
        return _("The file says what stands here already")
    told = []
    if new:
        told.append(ngettext("It would raise one warning", "It would raise %(n)d warnings", new) % {"n": new})
    if changed:
        told.append(ngettext("It would give one warning other ranges", "It would give %(n)d warnings other ranges", changed) % {"n": changed})
    return ". ".join(told)


def _facts(sheet: RisksSheet) -> Iterator[str]:
    plan = sheet.plan
    if same := len(plan.of(SAME)):
        yield ngettext("One row says what stands already.", "%(n)d rows say what stands already.", same) % {"n": same}
    if out := len(plan.of(LEFT_OUT)):
        yield ngettext("One row is closed or no warning, and is left out.", "%(n)d rows are closed or no warnings, and are left out.", out) % {"n": out}
    if bare := sum(row.asks_for_ranges for row in plan.of(NEW)):
        yield ngettext(
            "One warning says how likely or how dear in words only, or not at all. Words become no numbers: they are kept, and its page asks for ranges.",
            "%(n)d warnings say how likely or how dear in words only, or not at all. Words become no numbers: they are kept, and their pages ask for ranges.",
            bare,
        ) % {"n": bare}  # fmt: skip
    if plan.unknown:
        names = ", ".join(f"“{one}”" for one in plan.unknown[:20])
        yield _("Nobody and nothing here is called: %(names)s. Those warnings come in without it.") % {"names": names}
    if sheet.not_read:
        yield _("Not kept: %(names)s.") % {"names": ", ".join(sheet.not_read[:20])}

"""What the pages of drift are built from."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people.rules import Actor

from ..models import RecallCheck
from ..queries import drift, drifting, goals, recalls
from ..rules import DriftSignal, Signals

FIRST, PAGE = 5, 40
SAID = {
    "goals.silent": lambda n: ngettext("One goal moved, and not everybody was told", "%(n)d goals moved, and not everybody was told", n),
    "goals.suspect": lambda n: ngettext("One goal moved, and not everybody has agreed", "%(n)d goals moved, and not everybody has agreed", n),
    "goals.orphans": lambda n: ngettext("One piece of work leads to no live goal", "%(n)d pieces of work lead to no live goal", n),
    "goals.unserved": lambda n: ngettext("Nobody works for one of our goals", "Nobody works for %(n)d of our goals", n),
    "goals.stranded": lambda n: ngettext("One goal serves only goals that ended", "%(n)d goals serve only goals that ended", n),
    "goals.stale": lambda n: ngettext("Nobody has said lately whether one goal is right", "Nobody has said lately whether %(n)d goals are right", n),
    "goals.effort": lambda n: ngettext("One goal gets another share of the work than planned", "%(n)d goals get another share of the work than planned", n),
    "goals.never": lambda n: ngettext("One goal was never agreed by all its work", "%(n)d goals were never agreed by all their work", n),
}


@dataclass(frozen=True)
class DriftPage:
    """The finding, and each kind that drifts. due: why a reset is called for, None where it is not."""

    headline: str
    standfirst: str
    kinds: list[Signals]
    due: DriftSignal | None
    may_edit: bool
    goals: bool
    recall: RecallCheck | None = None  # the newest


@dataclass(frozen=True)
class KindPage:
    """All signals of one kind, a page at a time."""

    signals: Signals
    page: Page[int]


def drift_page(*, by: Actor) -> DriftPage:
    found = list(drift.every(by, FIRST))
    kinds = [one for one in found if one.kind != "goals.reset"]
    due = next((one.first[0] for one in found if one.kind == "goals.reset"), None)
    links, current = drifting.link_counts()
    headline, standfirst = _told(kinds, links, current)
    return DriftPage(headline, standfirst, kinds, due, by.may("goals.edit"), links > 0 or goals.any_live(), recalls.newest())


def _told(kinds: list[Signals], links: int, current: int) -> tuple[str, str]:
    """The worst finding in a sentence, and what stands against it. Without goals or links it is not clear yet."""
    if not kinds:
        if not links:
            return _("Not clear yet: nothing is tied to a goal"), _("Once work, teams and roles say which goals they serve, this page says what drifts.")
        return _("Nothing drifts"), _agreed(links, current)
    first = kinds[0]
    say = SAID.get(first.kind)
    return (say(first.count) % {"n": first.count} if say else first.title), _agreed(links, current)


def _agreed(links: int, current: int) -> str:
    if not links:
        return _("Nothing is tied to a goal yet, so nobody can agree to one.")
    said = ngettext("%(current)d of %(n)d link to goals holds what was agreed last.", "%(current)d of %(n)d links to goals hold what was agreed last.", links)
    return said % {"current": current, "n": links}


def kind_page(*, by: Actor, kind: str, number: str) -> KindPage:
    asked = int(number) if number.isdecimal() and len(number) < 7 else 1
    signals = drift.of_kind(by, kind, (max(asked, 1) - 1) * PAGE, PAGE)
    page = Paginator(range(signals.count), PAGE).get_page(asked)
    if page.number != max(asked, 1):
        signals = drift.of_kind(by, kind, (page.number - 1) * PAGE, PAGE)
    return KindPage(signals, page)

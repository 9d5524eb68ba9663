"""Who holds what a goal says now, as its page tells it, and what the page of all goals finds first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.template.defaultfilters import capfirst
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people.models import Person

from ..queries import LinkNow
from ..queries.contributors import CORRECTED, WAITS


@dataclass(frozen=True)
class AgreedRow:
    """One that serves a goal. who: whoever agreed, or the team where no word is there yet; state: a word for the page; words: what they said."""

    link: LinkNow
    person: Person | None  # only with an agreement, never with what is missing
    who: str
    state: str
    at: datetime | None
    words: str


@dataclass(frozen=True)
class AgreedPanel:
    """rows: in the order in which they began to serve. untold: whom a letter would reach that they have not had; silent: those of them who
    worked for the goal when it changed."""

    rows: list[AgreedRow]
    agreed: int
    untold: int
    silent: int


@dataclass(frozen=True)
class Finding:
    """What a page says first, and the sentence below it. goal_id: the goal it is about, when it is about one."""

    title: str
    standfirst: str
    goal_id: UUID | None = None


def agreed_panel(links: Sequence[LinkNow]) -> AgreedPanel:
    rows = [_row(link) for link in links]
    untold = [link for link in links if not link.is_current and not link.was_told and link.said is None and link.speaker is not None]
    return AgreedPanel(rows, sum(link.is_current for link in links), len(untold), sum(link.is_silent for link in untold))


def _row(link: LinkNow) -> AgreedRow:
    if link.is_current:
        at = link.verdict.at if link.verdict else link.since
        return AgreedRow(link, link.speaker, link.speaker.called if link.speaker else link.called, "current", at, link.said.words if link.said else "")
    who = link.team or (link.called if link.kind in ("team", "role") else _("Nobody yet"))
    if link.step in (WAITS, CORRECTED):
        return AgreedRow(link, None, who, link.step, link.since, link.said.words if link.said else "")
    if link.speaker is None:
        return AgreedRow(link, None, who, "nobody", None, "")
    return AgreedRow(link, None, who, "told" if link.was_told else "not_told" if link.is_silent else "not_asked", link.since, "")


def found(links: Sequence[LinkNow]) -> Finding | None:
    """What is most worth knowing about all goals: the one that moved while others aim at what it said before. None while nothing did."""
    stale = [link for link in links if link.is_suspect]
    moved = {link.row.goal_id: link for link in stale}
    if not moved:
        return None
    teams = sorted({link.team or link.called for link in stale})
    facts = {"goals": capfirst(str(apnumber(len(moved)))), "teams": apnumber(len(teams))}
    first = ngettext("One goal moved", "%(goals)s goals moved", len(moved)) % facts
    then = ngettext("and one team still aims at the old one", "and %(teams)s teams still aim at the old one", len(teams)) % facts
    if len(moved) > 1:
        then = ngettext("and one team still aims at the old ones", "and %(teams)s teams still aim at the old ones", len(teams)) % facts
    return Finding(f"{first}, {then}", _told(stale, len(moved)), stale[0].row.goal_id if len(moved) == 1 else None)


def _told(stale: Sequence[LinkNow], moved: int) -> str:
    """When it moved, and who has not been told, or has not said what it means."""
    one, untold = stale[0], sorted({link.team or link.called for link in stale if link.is_silent})
    lead = ""
    if moved == 1:
        lead = _("“%(goal)s” changed on %(day)s.") % {"goal": one.goal.title, "day": date_format(localtime(one.row.goal.asks_since), _("j F"))}
    if untold:
        rest = ngettext("%(who)s has not been told.", "%(who)s have not been told.", len(untold)) % {"who": together(untold)}
    else:
        rest = _("Everybody was told; not everybody has said yet what it means for them.")
    return f"{lead} {rest}".strip()


def together(names: Sequence[str]) -> str:
    """A, B and C."""
    return names[0] if len(names) == 1 else _("%(most)s and %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}

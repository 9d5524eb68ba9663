"""The list of initiatives in the order of the stages: whole up to 25, folded above, page by page where everything is asked for."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import registry
from accord.base.paper.figure import Markup
from accord.base.people.rules import Actor
from accord.doors.web import days, headlines
from accord.doors.web.counting import in_words
from accord.doors.web.steps import NAMES
from accord.ideas.goals.rules import Stage

from . import filters
from .filters import Choice, Filter
from .rows import Row, rows, told
from .settled import Settled, settled
from .valued import Values, values

A_PAGE = 50
AT_MOST = 12  # in one stage of the folded list, longest-waiting first


@dataclass(frozen=True)
class Group:
    """One stage: how many are in it, those shown, and one line for the others. say: what stands beside the count."""

    key: str
    name: str
    count: int
    rows: list[Row]
    say: str
    more: str

    def valued(self, worth: Values | None, decided: dict[UUID, Settled]) -> "Group":
        """The same with what its rows are worth, and what was decided about them; no review yet says when the first one is."""
        rows = [replace(row, worth=worth.of.get(row.id) if worth else None, settled=decided.get(row.id)) for row in self.rows]
        ahead = min((one.review_on for one in decided.values() if one.review_on), default=None)
        first = self.key == Stage.REVIEW.value and not self.count and ahead
        return replace(self, rows=rows, say=_("The first look back is on %(day)s.") % {"day": days.plain(first)} if first else self.say)


@dataclass(frozen=True)
class ListPage:
    """total: how many initiatives there are at all. pages: where the list is turned, else None. empty: what to say when nothing is found."""

    headline: str
    standfirst: str
    total: int
    open: int
    groups: list[Group]
    counts: list[tuple[str, str, int]]
    choices: list[Choice]
    current: str
    words: str
    empty: str
    found: int
    pages: Page[Row] | None
    may_file: bool
    file_url: str
    closed: int
    axis: Markup | None  # of what things are worth; None where nothing shown was weighed


def list_page(*, by: Actor, client: str, show: str = "", words: str = "", number: str = "") -> ListPage:
    every = rows(by=by)
    offered = filters.offered(every)
    current = filters.chosen(offered, show)
    words = words.strip()[:200]
    found = _searched(by, words, every) if words else [row for row in every if current.keeps(row)]
    turned = len(found) > A_PAGE and (bool(words) or current.key != "needs")
    pages = Paginator(_in_order(found), A_PAGE).get_page(number) if turned else None
    open_ = [row for row in every if row.is_open]
    groups = _told(by, _groups(list(pages) if pages else found, every, current, whole=not words and current.key in ("all", "needs"), turned=turned))
    shown = [row for group in groups for row in group.rows]
    decided = settled(by=by, stages=((row.id, row.stage) for row in shown if row.stage.place >= Stage.DECISION.place))
    worth = values(by=by, initiative_ids=[row.id for row in shown], taken={id: one.option for id, one in decided.items()})
    return ListPage(
        headline=headlines.initiatives(len(open_), sum(row.waiting_since is not None for row in open_), sum(row.orphan for row in open_)),
        standfirst=_standfirst(open_, current),
        total=len(every),
        open=len(open_),
        groups=[group.valued(worth, decided) for group in groups],
        counts=[(stage.value, str(name), sum(row.stage is stage for row in every)) for stage, name in NAMES.items()],
        choices=filters.choices(offered, every, current),
        current=current.key,
        words=words,
        empty="" if found else current.empty,
        found=len(found),
        pages=pages,
        may_file=by.may("requests.file"),
        file_url=_address("listen:new", client),
        closed=len(every) - len(open_),
        axis=worth.axis if worth else None,
    )


def _told(by: Actor, groups: list[Group]) -> list[Group]:
    """With what was heard about those that are past listening: one look for all that are shown."""
    rows = {row.id: row for row in told([row for group in groups for row in group.rows], by=by)}
    return [replace(group, rows=[rows[row.id] for row in group.rows]) for group in groups]


def _address(name: str, client: str) -> str:
    """Where a page is that an idea brings; nothing in an installation without it."""
    try:
        return reverse(name, kwargs={"client": client})
    except NoReverseMatch:
        return ""


def _searched(by: Actor, words: str, every: list[Row]) -> list[Row]:
    """What says these words anywhere, closed or not, with the sentence they stand in."""
    hits: dict[object, str] = {}
    for hit in registry.search_source.collect(by=by, words=words):
        hits[hit.initiative_id] = hits.get(hit.initiative_id) or hit.text
    return [replace(row, found="" if hits[row.id] in (row.why, row.title) else hits[row.id]) for row in every if row.id in hits]


def _in_order(found: list[Row]) -> list[Row]:
    """By stage; in a stage those somebody has waited for longest come first, then those that need somebody, then the newest."""
    newest = sorted(found, key=lambda row: row.opened_at, reverse=True)
    return sorted(newest, key=lambda row: (row.stage.place, -row.days if row.waiting_since else 1, not row.needs_somebody))


def _groups(found: list[Row], every: list[Row], current: Filter, *, whole: bool, turned: bool) -> list[Group]:
    """In the whole list every open stage keeps its line, though it be empty; elsewhere only stages with something to show."""
    groups = []
    for stage, name in NAMES.items():
        here = [row for row in _in_order(found) if row.stage is stage]
        count = sum(row.stage is stage for row in every) if whole else len(here)
        if here or (whole and not turned and stage is not Stage.CLOSED):
            shown = here[:AT_MOST] if current.key == "needs" else here
            more = _more(stage, count - len(shown), len(here) - len(shown)) if whole and current.key == "needs" else ""
            groups.append(Group(stage.value, str(name), count, shown, "" if count else f"{filters.nothing_at(stage)}.", more))
    return groups


def _more(stage: Stage, others: int, of_them_waiting: int) -> str:
    """One line for what is folded: 45 more in delivery, on course."""
    if others <= 0:
        return ""
    where = {"n": others, "stage": str(NAMES[stage]).lower()}
    if of_them_waiting > 0:
        return _("%(n)s more in %(stage)s, %(waiting)s of them need somebody") % {**where, "waiting": of_them_waiting}
    return _("%(n)s more in %(stage)s, on course") % where


def _standfirst(open_: list[Row], current: Filter) -> str:
    """Folded: what stays folded. Else who has waited longest, and for what."""
    if current.key == "needs":
        calm = sum(not row.needs_somebody for row in open_)
        return _("Below are the ones that need a person. The other %(n)s are on course and stay folded until you ask.") % {"n": in_words(calm)}
    waiting = sorted((row for row in open_ if row.waiting_since and row.person), key=lambda row: -row.days)
    if not waiting:
        return ""
    first = waiting[0]
    said = {"who": first.person.called if first.person else "", "title": first.title, "n": in_words(first.days)}
    if first.days < 1:
        return capfirst(_("the %(who)s waits for a word about “%(title)s” since today.") % said)
    waited = ngettext(
        "the %(who)s has waited %(n)s day for a word about “%(title)s”.",
        "the %(who)s has waited %(n)s days for a word about “%(title)s”.",
        first.days,
    )
    return capfirst(waited % said)

"""Filters in words, each with its count; one that finds nothing still leads to a page that says so."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from accord.doors.web.steps import NAMES
from accord.ideas.goals.rules import Stage

from .rows import Row

FOLDS = 25  # above this many open initiatives, only those that need somebody stand in the list
TEAMS = 4  # the largest ones get a word of their own; more would be a wall


@dataclass(frozen=True)
class Filter:
    """key: in the address; keeps: which rows; empty: what the page says when it finds none; quiet: reached from elsewhere on the page."""

    key: str
    label: str
    keeps: Callable[[Row], bool]
    empty: str
    quiet: bool = False


@dataclass(frozen=True)
class Choice:
    """A filter as the page prints it."""

    key: str
    label: str
    count: int
    current: bool


def offered(rows: list[Row]) -> list[Filter]:
    """Every filter for these rows; the first is where one begins."""
    open_ = [row for row in rows if row.is_open]
    return [*_begin(len(open_) > FOLDS), *_kinds(), *(_teams(open_) if len(open_) > FOLDS else ()), *_stages()]


def _begin(folds: bool) -> Iterator[Filter]:
    if folds:
        yield Filter("needs", _("Needs somebody"), lambda row: row.is_open and row.needs_somebody, _("Nobody is needed"))
    yield Filter("all", _("All"), lambda row: row.is_open, _("Nothing is under way"))


def _kinds() -> Iterator[Filter]:
    yield Filter("waits", _("Waits for somebody"), lambda row: row.waiting_since is not None, _("Nobody waits"))
    yield Filter("orphans", _("Serves no goal"), lambda row: row.orphan, _("Everything under way serves a goal"))
    yield Filter("week", _("Asked this week"), lambda row: row.is_new, _("Nobody has asked for anything this week"))


def _teams(rows: list[Row]) -> Iterator[Filter]:
    for team, _count in Counter(row.team for row in rows if row.team).most_common(TEAMS):
        yield Filter(f"team:{team}", team, lambda row, team=team: row.is_open and row.team == team, _("Nothing is under way"))  # type: ignore[misc]


def _stages() -> Iterator[Filter]:
    for stage, name in NAMES.items():
        yield Filter(stage.value, str(name), lambda row, stage=stage: row.stage is stage, nothing_at(stage), quiet=True)  # type: ignore[misc]


def nothing_at(stage: Stage) -> str:
    """The one line an empty stage keeps."""
    return {
        Stage.REQUESTED: _("Nothing is waiting to be heard"),
        Stage.LISTENING: _("Nobody is being listened to"),
        Stage.WORTH: _("Nothing is being weighed"),
        Stage.DECISION: _("Nothing waits for a decision"),
        Stage.DELIVERY: _("Nothing is being delivered"),
        Stage.REVIEW: _("Nothing is being looked back on"),
        Stage.CLOSED: _("Nothing is closed yet"),
    }[stage]


def chosen(filters: list[Filter], key: str) -> Filter:
    """The one asked for, or the first."""
    return next((one for one in filters if one.key == key), filters[0])


def choices(filters: list[Filter], rows: list[Row], current: Filter) -> list[Choice]:
    """The words in a row, with how many each finds. A quiet one is printed while it is the current one."""
    shown = [one for one in filters if not one.quiet or one is current]
    return [Choice(one.key, one.label, sum(map(one.keeps, rows)), one is current) for one in shown]

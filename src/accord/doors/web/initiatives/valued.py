"""What each initiative of a list is worth, drawn on one axis that all its rows share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext

from accord.base.paper.axis import Axis
from accord.base.paper.charts.ranges import Spread, axis_labels, ival
from accord.base.paper.figure import Markup
from accord.base.paper.voice import Voice
from accord.base.people import reader
from accord.base.people.rules import Actor
from accord.ideas.worth.queries.weighing import WorthRow
from accord.ideas.worth.queries.weighing import rows as weighed
from accord.ideas.worth.rules.shape import Role

TICKS = 3


@dataclass(frozen=True)
class Value:
    """The option that was taken, or else the best one, against doing nothing. glyph: None where doing nothing is best; said: its range, 9 in 10;
    option: what it is; whom and next: what is most worth asking, of whom."""

    glyph: Markup | None
    said: str
    option: str
    whom: str
    next: str


@dataclass(frozen=True)
class Values:
    """axis: its labels, to stand above the column; of: by initiative."""

    axis: Markup
    of: dict[UUID, Value]


def values(*, by: Actor, initiative_ids: Iterable[UUID], taken: Mapping[UUID, str]) -> Values | None:
    """None where nothing was weighed yet, or for whoever may not see it. taken: the options that were decided on."""
    found = weighed(initiative_ids, taken) if by.may("worth.read") else {}
    if not found:
        return None
    axis = Axis.over([end for row in found.values() for end in (row.low, row.high)], most=TICKS)
    voice = reader.voice(next(iter(found.values())).unit)
    return Values(axis_labels(axis, voice), {id: _value(row, axis, voice.using(row.unit)) for id, row in found.items()})


def _value(row: WorthRow, axis: Axis, voice: Voice) -> Value:
    if row.role == Role.NOTHING.value:
        return Value(None, gettext("doing nothing is best"), row.best, row.whom, row.next)
    spread = Spread(row.low, row.q25, row.typical, row.q75, row.high)
    return Value(ival(spread, axis, voice, row.best, height=16), voice.range(row.low, row.high), row.best, row.whom, row.next)

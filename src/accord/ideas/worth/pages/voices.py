"""Everybody's ranges for one number, side by side: the first round, the second, and what they come to together."""

from collections.abc import Iterable, Sequence
from uuid import UUID

import numpy as np
from django.utils.translation import gettext as _

from accord.base import estimate
from accord.base.estimate import RangeError
from accord.base.paper import charts
from accord.base.paper.figure import Figure

from .. import figures
from ..models import Voice
from ..rules import ranges
from ..rules.draft import Line


def drawn(voices: Sequence[Voice], line: Line, futures: Sequence[float] = (), ends: tuple[float, float] = (0.0, 0.0), how: str = "") -> Figure | None:
    """voices: in the order to be shown; futures and ends: of them together, as they count, left out where there is only one voice.
    None where a range no longer fits its quantity."""
    try:
        heard = [_heard(voice, line) for voice in voices]
    except RangeError:
        return None
    if futures:
        heard.append(charts.Heard(_("Together"), futures, *ends, how))
    return figures.voices(heard, line.unit, title=_("Everybody’s range, as twenty equally likely values"))


def rounds(voices: Iterable[Voice], counting: frozenset[UUID]) -> list[Voice]:
    """What counts, and before each second-round range the first of the same person."""
    told: list[Voice] = []
    every = list(voices)
    for voice in every:
        if voice.id in counting:
            first = [one for one in every if one.person_id and one.person_id == voice.person_id and one.round is None]
            told += [first[-1], voice] if voice.round and first else [voice]
    return told


def pooled(voices: Sequence[Voice], line: Line) -> tuple[tuple[float, ...], tuple[float, float]]:
    """Twenty values of all of them together as they were said, and the ends of nine in ten."""
    curve = estimate.pooled([ranges.range_of(line, voice.low, voice.high, voice.typical) for voice in voices])
    low, high = curve.quantile(np.array([0.05, 0.95]))
    return estimate.twenty(curve), (float(low), float(high))


def _heard(voice: Voice, line: Line) -> charts.Heard:
    values = ranges.check(line, voice.low, voice.high, voice.typical)
    when = _("second round") if voice.round else ""
    return charts.Heard(voice.who or _("Our assumption"), values, voice.low, voice.high, when, voice.basis)

"""Ten questions whose answers are known, to find out how wide one's own nine in ten is. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accord.base.estimate import scoring
from accord.base.estimate.scoring import Due, Ranges
from accord.base.estimate.template import gettext_noop


@dataclass(frozen=True)
class Asked:
    """key: in the form. unit may be empty."""

    key: str
    words: str
    unit: str
    answer: float


QUESTIONS = (
    Asked("bones", gettext_noop("How many bones has a grown-up?"), gettext_noop("bones"), 206),
    Asked("everest", gettext_noop("How high is Mount Everest?"), gettext_noop("metres"), 8849),
    Asked("piano", gettext_noop("How many keys has a full piano?"), gettext_noop("keys"), 88),
    Asked("moon", gettext_noop("How far away is the Moon, on average?"), gettext_noop("kilometres"), 384_400),
    Asked("lead", gettext_noop("At what temperature does lead melt?"), gettext_noop("degrees Celsius"), 327.5),
    Asked("dog", gettext_noop("How many teeth has a grown dog?"), gettext_noop("teeth"), 42),
    Asked("gold", gettext_noop("How many protons has an atom of gold?"), gettext_noop("protons"), 79),
    Asked("eiffel", gettext_noop("In which year was the Eiffel Tower opened?"), "", 1889),
    Asked("earth", gettext_noop("How wide is the Earth at the equator, through its middle?"), gettext_noop("kilometres"), 12_756),
    Asked("flight", gettext_noop("In which year did the Wright brothers first fly with an engine?"), "", 1903),
)


@dataclass(frozen=True)
class Answered:
    """One question with the range given for it."""

    asked: Asked
    low: float
    high: float

    @property
    def held(self) -> bool:
        return self.low <= self.asked.answer <= self.high


def answered(given: Mapping[str, tuple[float, float]]) -> tuple[Answered, ...]:
    """given: key -> both ends; questions left out are left out."""
    return tuple(Answered(asked, *given[asked.key]) for asked in QUESTIONS if asked.key in given)


def scored(found: tuple[Answered, ...]) -> Ranges | None:
    due = [Due(one.low, one.high, one.asked.answer) for one in found]
    return scoring.ranges(due, log=False) if due else None

"""One check-in: what came out once it is closed, and what somebody sees who has just answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.estimate.shares import wilson
from accord.base.paper.figure import Figure
from accord.base.people import reader
from accord.base.people.rules import Actor
from accord.ideas.goals.models import GoalVersion

from ..models import OtherGoal, RoundPart, Tally, Thanks
from ..queries import pulse, strings
from ..queries.revealed import Revealed
from ..rules.counts import estimate
from .perspectives import PerspectivesPage, perspectives_page
from .strings import figure_of, said


@dataclass(frozen=True)
class CheckInPage:
    """What came out of a check-in, by side. shape: as of a round; strings: what it asked of the six; goal: what each side says of a goal."""

    headline: str
    standfirst: str
    shape: PerspectivesPage
    strings: Figure | None
    goal: GoalVersion | None
    goal_said: Sequence[str]
    other_goals: Sequence[OtherGoal]
    heard: Sequence[str]

    @property
    def found(self) -> Revealed:
        return self.shape.found


def check_in_page(*, by: Actor, round_id: UUID) -> CheckInPage:
    """by: somebody who may read it, or who took part."""
    shape = perspectives_page(by=by, round_id=round_id)
    row, asked = shape.found.now.row, strings.of_round(round_id)
    figure = figure_of(asked, title=_("How we stand")) if asked else None
    sides = [(side, shape.found.side(side)) for side in ("business", "it")]
    others = list(OtherGoal.objects.select_related("person__team").filter(round=round_id))
    goal_said = [line for side, tally in sides if (line := _goal(side, tally))] if row.goal else []
    heard = [line for side, tally in sides if (line := _heard(side, tally))]
    headline, standfirst = (shape.headline, shape.standfirst) if shape.figure or not asked else said(asked)
    return CheckInPage(headline, standfirst, shape, figure, row.goal, goal_said, others, heard)


def _goal(side: str, tally: Tally | None) -> str:
    """For how many of a side it is still the goal, and for how many it was news: shares with their range."""
    counts = tally.counts.get("goal") if tally else None
    if not counts:
        return ""
    n = sum(counts)
    low, high = wilson(counts[0], n)
    told = {"share": round(100 * counts[0] / n), "low": round(100 * low), "high": round(100 * high), "n": n}
    first = _("Business: still the goal for %(share)d in 100, 9 in 10 between %(low)d and %(high)d; %(n)d answered.")
    if side == "it":
        first = _("IT: still the goal for %(share)d in 100, 9 in 10 between %(low)d and %(high)d; %(n)d answered.")
    low, high = wilson(counts[1], n)
    news = {"share": round(100 * counts[1] / n), "low": round(100 * low), "high": round(100 * high)}
    new = _("News to %(share)d in 100 (%(low)d to %(high)d).") % news if counts[1] else ""
    return " ".join(filter(None, (first % told, new)))


def _heard(side: str, tally: Tally | None) -> str:
    """How well those were heard who had told us something: a mean with its range."""
    one, number = estimate(tally.counts.get("heard") if tally else None), reader.voice().number
    if one is None:
        return ""
    told = {"value": number(round(one.value, 1)), "low": number(round(one.low, 1)), "high": number(round(one.high, 1)), "n": one.n}
    if side == "business":
        return _("Business: %(value)s of 5, 9 in 10 between %(low)s and %(high)s, from %(n)d people who had told us something.") % told
    return _("IT: %(value)s of 5, 9 in 10 between %(low)s and %(high)s, from %(n)d people who had told us something.") % told


@dataclass(frozen=True)
class DonePage:
    """What somebody sees at the end: what becomes of what they said. next_on: the next check-in, if it is known."""

    after: Sequence[str]
    thanks: Sequence[str]
    next_on: date | None


def done_page(part: RoundPart) -> DonePage:
    items = [found.function(person_id=part.person_id, round_id=part.round_id) for found in registry.pulse_item]
    given = Thanks.objects.select_related("person", "team").filter(round=part.round_id, by=part.person_id)
    lines = [line for item in items if item is not None for line in item.after()]
    return DonePage(lines, [one.person.called if one.person else one.team.name for one in given], pulse.next_on())

"""The picture of who stands alone: every team that may be shown on one line, and whoever called it critical by name."""

from django.utils.translation import gettext as _

from accord.base.paper import charts
from accord.base.paper.figure import Figure
from accord.base.people import reader

from ..models import RoundItem
from ..queries.minorities import Minority
from ..queries.revealed import Revealed
from ..rules import Estimate
from ..rules.counts import estimate
from ..sentences import PER_STEP

TEAMS = 3  # fewer than these are no crowd to stand out from
TOP_OF_TEN = 10.0
LOOKS = {"business": "biz", "it": "it"}


def alone_figure(found: Revealed, alone: Minority) -> Figure | None:
    """Who signed stands at the 10 they signed; their team, where it may be shown, in its side's colour where its mean is."""
    sides = {one.team_id: LOOKS[one.side] for one in alone.said if one.team_id}
    seats = []
    for tally in found.teams():
        mean = estimate(_own(tally.counts, alone.item))
        if mean is not None:
            seats.append(_seat(tally.team.name if tally.team else tally.group, mean, sides.get(tally.team_id, "") if tally.team_id else ""))
    if len(seats) < TEAMS:
        return None
    signed = {one.person.called: LOOKS[one.side] for one in alone.said}
    seats += [charts.Seat(name, TOP_OF_TEN, side=side) for name, side in signed.items()]
    subtitle = _("How much it matters to each team, 0 can wait to 10 critical, on average. Only teams of five and more, and what somebody signed.")
    return charts.crowd(seats, voice=reader.voice(), title=_("Who says so, and what each team says"), subtitle=subtitle)


def _own(counts: dict[str, list[list[int] | None]], item: RoundItem) -> list[int] | None:
    own = counts.get("own")
    return own[item.place] if own else None


def _seat(name: str, mean: Estimate, side: str) -> charts.Seat:
    value, low, high = ((end - 1) * PER_STEP for end in (mean.value, mean.low, mean.high))
    return charts.Seat(name, value, low, high, mean.n, side)

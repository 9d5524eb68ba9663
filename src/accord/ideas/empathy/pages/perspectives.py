"""The page of what came out of a round: the finding first, then who would be averaged away, then item by item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.paper import charts
from accord.base.paper.figure import Figure
from accord.base.people import reader
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import STAGES
from accord.ideas.goals.rules import Stage

from .. import queries
from ..models import ROUND, Critical, Named, RoundItem
from ..queries.choosing import shares_asked
from ..queries.latest import Latest
from ..queries.minorities import Minority, minorities
from ..queries.revealed import Revealed
from ..rules import Standing
from ..sentences import PER_STEP, finding, reading
from .alone import alone_figure
from .choosing import ChoiceTold, choice_of
from .guessing import GuessFigure, guessing
from .sides import ApartRow, SidesPart, groups_apart, sides_part, unshown_groups

STAGE_NAMES = dict(STAGES)


@dataclass(frozen=True)
class Alone(Minority):
    """With the picture of it: every team that may be shown on one line. None where they are fewer than three."""

    figure: Figure | None = None


@dataclass(frozen=True)
class PerspectivesPage:
    """Everything that may be shown of a closed round."""

    found: Revealed
    headline: str
    standfirst: str
    minorities: list[Alone]
    critical: list[Critical]  # those most agree with
    figure: Figure | None
    left_out: list[str]
    source: str
    named: list[Named]
    may_edit: bool
    may_repeat: bool  # what was taken in from a file cannot be asked again
    sides: SidesPart | None  # in place of the figure, where there are no guesses to lay beside the marks
    apart: list[ApartRow]
    unshown_groups: str
    guessing: list[GuessFigure]
    choice: ChoiceTold | None  # what was chosen together out of it
    shares: bool  # whether one can choose together out of it


def perspectives_page(*, by: Actor, round_id: UUID) -> PerspectivesPage:
    """by: somebody who may read it, or who took part."""
    found = queries.revealed(round_id)
    headline, standfirst = finding(found.picture, {str(item.id): item.title for item in found.now.items})
    sides = sides_part(found)
    if sides:
        headline, standfirst = sides.headline, sides.standfirst
    alone = [Alone(one.item, one.said, one.rest, alone_figure(found, one)) for one in minorities(found)]
    heard = {one.id for minority in alone for one in minority.said}
    named = [one for one in found.named if one.person is None or not _was_asked(one.person, round_id)]
    left_out = [item.title for item in found.now.items if found.standing(item) is None]
    return PerspectivesPage(
        found=found,
        headline=headline,
        standfirst=standfirst,
        minorities=alone,
        critical=[one for one in found.criticals if one.id not in heard],
        figure=drawn(found),
        left_out=left_out,
        source=_source(found),
        named=named,
        may_edit=by.may("perspectives.edit"),
        may_repeat=found.now.row.kind == ROUND,
        sides=sides,
        apart=groups_apart(found),
        unshown_groups=unshown_groups(found),
        guessing=guessing(found),
        choice=choice_of(found),
        shares=by.may("perspectives.read") and shares_asked(found),
    )


def _was_asked(person: Person, round_id: UUID) -> bool:
    return person.id in queries.asked_ids(round_id)


def drawn(found: Revealed, only: Sequence[RoundItem] | None = None) -> Figure | None:
    """The dumbbells, in the order of what hurts unseen. only: of these items."""
    items = {str(item.id): item for item in only or found.now.items}
    rows = [Latest(items[one.item], one) for one in found.picture.items if one.item in items]
    return dumbbells(rows, source=_source(found)) if rows else None


def dumbbells(rows: Sequence[Latest], source: str = "") -> Figure:
    """Own priority beside the other side's guess of it. rows: with a standing each."""
    stages = goals.stages([one.item.initiative_id for one in rows if one.item.initiative_id])
    voice = reader.voice()
    subtitle = _(
        "0 to 10, on average. Filled marks are what a side said of itself; rings are what the other side guessed. A ring around a mark means: guessed right."
    )
    return charts.dumbbell(
        [_guess(one.item, one.standing, stages) for one in rows if one.standing], voice=voice, title=_("Own priority, and the other side’s guess of it"),
        subtitle=subtitle, least=_("0 can wait"), most=_("critical 10"), source=source,
    )  # fmt: skip


def _guess(item: RoundItem, one: Standing, stages: Mapping[UUID, Stage]) -> charts.Guess:
    stage = stages.get(item.initiative_id) if item.initiative_id else None
    detail = _("Goal") if item.goal_id else str(STAGE_NAMES[stage]) if stage else ""
    numbers = [(mark.value - 1) * PER_STEP for mark in (one.own_a, one.guess_b, one.own_b, one.guess_a)]
    business, it_guesses, it, business_guesses = (round(number) for number in numbers)
    return charts.Guess(item.title, business, it_guesses, it, business_guesses, detail, reading(one))


def _source(found: Revealed) -> str:
    """How many of whom answered, and how far the marks can be trusted."""
    parts = []
    for side, name in (("business", _("business")), ("it", _("IT"))):
        tally = found.side(side)
        if tally is None or tally.answered is None:
            parts.append(_("fewer than five %(side)s people, so they are not shown") % {"side": name})
        else:
            parts.append(_("%(n)d of %(asked)d %(side)s people") % {"n": tally.answered, "asked": tally.asked, "side": name})
    told = _("%(title)s: %(business)s and %(it)s.") % {"title": found.now.row.title, "business": parts[0], "it": parts[1]}
    widths = [one.high - one.low for row in found.picture.items for one in (row.own_a, row.own_b)]
    if widths:
        width = reader.voice().number(round(max(widths) / 2 * PER_STEP, 1))
        told += " " + _("Nine in ten times the mark of all would lie within %(width)s points of these.") % {"width": width}
    proxies = sum(tally.proxies for tally in found.tallies)
    if proxies:
        told += " " + ngettext("One answer was written down by somebody else.", "%(n)d answers were written down by somebody else.", proxies) % {"n": proxies}
    return told

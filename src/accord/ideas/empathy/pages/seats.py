"""The pages of their shoes: choosing a team, and everything as it looks from its seat."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people import reader
from accord.base.people.queries import slug
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import STAGES, Initiative
from accord.ideas.listen.labels import run_in
from accord.ideas.worth.queries.decision import headline

from ..queries.seats import TELLS, ChoiceFelt, MarkedHere, SaidHere, Seat, TeamHeard, seat_of, teams_heard
from ..sentences import PER_STEP

STAGE_NAMES = dict(STAGES)


@dataclass(frozen=True)
class SeatsPage:
    """Teams to choose from, by side. initiative: only what they said about it."""

    headline: str
    sides: list[tuple[str, list[TeamHeard]]]
    initiative: Initiative | None


@dataclass(frozen=True)
class Told:
    """What they say about one aspect, under the question it answers."""

    run_in: str
    sentences: list[SaidHere]


@dataclass(frozen=True)
class Marked:
    """A mark as it is printed, 0 to 10; empty where it may not be shown."""

    item: str
    mean: str
    between: str
    n: int


@dataclass(frozen=True)
class Choice:
    """Work they were heard about. decided: the decision in a sentence, with its reasons."""

    row: ChoiceFelt
    stage: str
    decided: str


@dataclass(frozen=True)
class SeatPage:
    """ask: where the one thing to do leads where nothing was heard; empty for whoever may not."""

    seat: Seat
    headline: str
    told: list[Told]
    marks: list[Marked]
    choices: list[Choice]
    ask: str


def seats_page(*, by: Actor, initiative_id: UUID | None = None) -> SeatsPage:
    teams = teams_heard(by, initiative_id)
    initiative = goals.initiative(initiative_id) if initiative_id else None
    silent = sum(one.last is None for one in teams)
    sides = [(side, [one for one in teams if one.team.side == side]) for side in ("business", "it")]
    return SeatsPage(_silent(len(teams), silent), [(side, rows) for side, rows in sides if rows], initiative)


def _silent(every: int, silent: int) -> str:
    if not every:
        return _("There is no team to sit with yet")
    if silent == every:
        return _("We have not heard from anybody yet")
    if silent:
        return ngettext("From one team we have heard nothing", "From %(words)s teams we have heard nothing", silent) % {"words": apnumber(silent)}
    return _("We have heard from every team")


def seat_page(*, by: Actor, team_id: UUID, initiative_id: UUID | None = None) -> SeatPage:
    seat = seat_of(by, team_id, initiative_id)
    told = [Told(run_in(aspect), rows) for aspect in TELLS if (rows := [one for one in seat.said if one.aspect == aspect])]
    choices = [Choice(one, str(STAGE_NAMES[one.stage.value]), headline(one.decision) if one.decision else "") for one in seat.choices]
    return SeatPage(seat, _headline(seat), told, _marks(seat.marks), choices, _ask(by, seat))


def _headline(seat: Seat) -> str:
    if not seat.said and not seat.criticals:
        return _("We have not heard from %(team)s yet") % {"team": seat.team.name}
    if not seat.said:
        return _("%(team)s signed what is critical to them, and told us nothing more") % {"team": seat.team.name}
    n = len(seat.said)
    words = ngettext("%(team)s told us one thing, and confirmed it", "%(team)s told us %(words)s things, and confirmed them", n)
    return words % {"team": seat.team.name, "words": apnumber(n)}


def _marks(marks: Sequence[MarkedHere]) -> list[Marked]:
    """The same 0 to 10 as everywhere; nothing at all where no mark of the team may be shown."""
    voice = reader.voice()
    found = []
    for one in marks:
        if one.mean is not None:
            mean, low, high = (round((end - 1) * PER_STEP, 1) for end in (one.mean.value, one.mean.low, one.mean.high))
            found.append(Marked(one.item.title, voice.exact(mean), voice.both_ends(low, high), one.mean.n))
    return found


def _ask(by: Actor, seat: Seat) -> str:
    if seat.initiative and by.may("questions.ask"):
        return reverse("listen:ask", kwargs={"client": slug(), "initiative_id": seat.initiative.id})
    return reverse("empathy:start", kwargs={"client": slug()}) if not seat.initiative and by.may("perspectives.edit") else ""

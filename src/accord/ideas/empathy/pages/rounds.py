"""The pages of rounds that are open, of all rounds, and of starting one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people.models import Person, Team
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage

from .. import queries
from ..models import Round, RoundPart
from ..queries.rounds import RoundNow, load


@dataclass(frozen=True)
class RoundPage:
    """A round that is open or was called off. late: who has not answered, for whoever may remind them; looks: who only sees what comes out."""

    now: RoundNow
    headline: str
    standfirst: str
    late: Sequence[Person]
    looks: Sequence[Person]
    may_edit: bool
    everybody: bool


@dataclass(frozen=True)
class RoundsPage:
    """All rounds, newest first."""

    headline: str
    rounds: Sequence[RoundNow]
    may_edit: bool


def round_page_of(*, by: Actor, round_id: UUID) -> RoundPage:
    now, may = queries.now(round_id), by.may("perspectives.edit")
    parts = list(RoundPart.objects.select_related("person").filter(round=round_id)) if may else []
    late = [part.person for part in parts if part.answers and not part.done]
    headline, standfirst = _said(now)
    return RoundPage(now, headline, standfirst, late, [part.person for part in parts if not part.answers], may, now.asked > 0 and now.done == now.asked)


def _said(now: RoundNow) -> tuple[str, str]:
    if now.state == "stopped":
        return _("This round was called off"), now.row.stopped_why
    blind = _("Nobody sees an answer before it is closed, and then only by side.")
    if not now.done:
        return _("Nobody has answered yet"), blind
    if now.done == now.asked:
        return _("Everybody has answered"), _("Open it when you like: nobody has to be waited for.")
    told = ngettext("%(done)d of %(asked)d has answered", "%(done)d of %(asked)d have answered", now.asked)
    return told % {"done": now.done, "asked": now.asked}, blind


def rounds_page(*, by: Actor) -> RoundsPage:
    found = load(Round.objects.select_related("made_by", "client"))
    open_ = sum(one.state == "open" for one in found)
    if not found:
        headline = _("Nobody was asked yet")
    elif open_:
        headline = ngettext("One round waits for answers", "%(n)d rounds wait for answers", open_) % {"n": open_}
    else:
        headline = _("No round is open")
    return RoundsPage(headline, found, by.may("perspectives.edit"))


def choices() -> dict[str, list[tuple[str, str]]]:
    """What a round can ask about, work that is not closed and live goals; and which teams there are to ask."""
    rows = list(Initiative.objects.order_by("-opened_at"))
    stages = goals.stages([row.id for row in rows])
    work = [(str(row.id), row.title) for row in rows if stages[row.id] is not Stage.CLOSED]
    members = Team.objects.annotate(n=Count("people", filter=Q(people__left_at=None))).filter(n__gt=0).order_by("side", "name")
    teams = [(str(one.id), ngettext("%(team)s, one person", "%(team)s, %(n)d people", one.n) % {"team": one.name, "n": one.n}) for one in members]
    return {"teams": teams, "work": work, "goals": [(str(one.goal_id), one.title) for one in goals.newest_versions()]}


def suggested(again: str | None) -> dict[str, Any]:
    """What stands in the form of a new round: what a round before it asked, when there is one to ask again."""
    if not again:
        return {}
    try:
        row = queries.round_of(UUID(again))
    except ValueError:
        return {}
    items, parts = list(row.items.select_related("goal")), list(row.parts.all())
    return {
        "title": row.title,
        "why": row.why,
        "guesses": row.guesses,
        "shares": row.shares,
        "initiative_ids": [str(one.initiative_id) for one in items if one.initiative_id],
        "goal_ids": [str(one.goal.goal_id) for one in items if one.goal],
        "person_ids": [one.person_id for one in parts if one.answers],
        "looks_only_ids": [one.person_id for one in parts if not one.answers],
    }

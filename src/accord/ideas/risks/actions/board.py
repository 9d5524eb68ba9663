"""What the speak application is told of a client: written anew when something of it changes, and a link that can be replaced."""

from collections import Counter
from typing import Any

from accord.base import journal, registry, scope
from accord.base.people.gate import K, gate_views
from accord.base.people.models import SIDES, Client, Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals

from .. import queries
from ..models import Board
from ..rules.unnamed import FACETS_FROM

MOST_GOALS = 12


def refresh_board() -> Board:
    """The board of the client in scope as it should be now, written where it was not so. Inside a transaction."""
    told = _told()
    row = Board.objects.select_for_update(of=("self",)).first()
    if row is None:
        return Board.objects.create(**told)
    if any(getattr(row, name) != value for name, value in told.items()):
        for name, value in told.items():
            setattr(row, name, value)
        row.save()
    return row


def _told() -> dict[str, Any]:
    days, client = queries.handling(), Client.objects.get(id=scope.one())
    listeners = [one for one in days.listeners if one.left_at is None]
    people = list(Person.objects.select_related("team").filter(left_at=None).exclude(id__in=[one.id for one in listeners]))
    return {
        "name": client.name, "currency": client.currency, "people": len(people), "least": K, "groups": _groups(people),
        "goals": [{"id": str(one.id), "title": one.title} for one in goals.live_goals() if not one.contributes_to][:MOST_GOALS],
        "listeners": _named(listeners), "next_voices": _named(one for one in days.ladder if one.left_at is None),
        "read_days": days.read_days, "answer_days": days.answer_days,
        "outer_read_days": days.outer_read_days, "outer_answer_days": days.outer_answer_days,
    }  # fmt: skip


def _named(people: Any) -> list[dict[str, str]]:
    return [{"name": one.name, "job": one.job} for one in people]


def _groups(people: list[Person]) -> list[dict[str, Any]]:
    """Sides and teams that may be named: those the gate shows, so that none can be told from the others by subtraction. None of a small client."""
    if len(people) < FACETS_FROM:
        return []
    cells = Counter((str(one.side), one.team.name if one.team else "", "") for one in people)
    views = gate_views(cells)
    sides, names = Counter(str(one.side) for one in people), {side: str(name) for side, name in SIDES}
    found = [{"key": f"side:{side}", "name": names[side], "people": sides[side]} for side in views.sides.shown]
    teams = Counter(one.team.name for one in people if one.team)
    shown = sorted(name for gate in views.teams.values() for name in gate.shown if name)
    return found + [{"key": f"team:{name}", "name": name, "people": teams[name]} for name in shown]


@registry.action("risks.renew_speak_link", may="risks.edit")
def renew_speak_link(*, by: Actor) -> Board:
    """Replace the link at which people speak without a name. The old one opens nothing from now on, not even with a case code."""
    row = refresh_board()
    row.turn += 1
    row.save(update_fields=["turn"])
    journal.record(by=by, event="risks.speak_link_renewed", subject=row, payload={})
    return row

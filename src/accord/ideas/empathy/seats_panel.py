"""What empathy brings to the page of an initiative: the way to another seat."""

from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.models import Team
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.listen.queries import hearing


@registry.panel.register("seats", order=35)
def another_seat(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    """The teams that confirmed something about it, each with its seat."""
    if not (by.may("perspectives.read") and by.may("requests.read")):
        return None
    found = hearing.of_one(initiative_id)
    teams: dict[UUID, Team] = {}
    for back, one in hearing.standing(found):
        if one.confirmed and back.person.team:
            teams[back.person.team.id] = back.person.team
    context = {"initiative": goals.initiative(initiative_id), "teams": sorted(teams.values(), key=lambda team: team.name)}
    return registry.Panel("seats", _("From another seat"), "empathy/seats_panel.html", context)

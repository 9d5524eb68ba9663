"""What goals bring to other pages: the chapter "Goals it serves" of an initiative, and what happened lately."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.rules import Actor

from . import queries
from .models import GoalVersion, Initiative, Serves


@registry.panel.register("goals", order=30)
def goals_it_serves(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    lineage = queries.lineage(initiative_id)
    served = {goal.id for goal in queries.goals_of(initiative_id)}
    others = [version for version in queries.newest_versions() if version.goal_id not in served] if by.may("goals.edit") else []
    if not lineage and not others and not by.may("goals.edit"):
        return None
    links = {link.row.goal_id: link for link in queries.links_of(initiative_id)}
    upwards = [{"goal": goal, "link": links.get(goal.id)} for goal in lineage]
    context = {"initiative": queries.initiative(initiative_id), "lineage": upwards, "served": served, "others": others, "may_edit": by.may("goals.edit")}
    return registry.Panel("goals", _("Goals it serves"), "goals/panel.html", context)


@registry.happened.register("goals")
def goals_changed(*, by: Actor, since: datetime) -> Iterator[registry.Happened]:
    """What is new in it. How a goal is put, and how far it has come, is told on its own page, and here to those who work for it."""
    mine = Exists(Serves.objects.filter(goal=OuterRef("goal"), speaker=by.person_id, ended_at=None)) if by.person_id else Q(pk=None)
    asks = Q(material=True) | Q(suggested=True)
    found = GoalVersion.objects.select_related("changed_by", "client").filter(asks | mine, at__gte=since).order_by("-at")[:20]
    for version in found:
        url = reverse("goals:goal", kwargs={"client": version.client.slug, "goal_id": version.goal_id})
        lead = _("A goal was set:") if version.number == 1 else _("A goal changed:")
        yield registry.Happened(version.at, lead, f"{version.title}. {version.reason}".strip(), url)


@registry.search_source.register("goals", order=10)
def titles_and_whys(*, by: Actor, words: str) -> Iterator[registry.Hit]:
    """Where an initiative says these words in its title or its why; the why is shown, the title is there anyhow."""
    for one in Initiative.objects.filter(Q(title__icontains=words) | Q(why__icontains=words)):
        yield registry.Hit(one.id, one.why if words.lower() in one.why.lower() else "")

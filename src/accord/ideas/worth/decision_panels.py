"""What decisions and briefs bring to the page of an initiative: its last chapters, and what moves it on."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import clock, registry
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage

from .pages.decision import recorded, told_by
from .queries import decision as decisions
from .queries import papers
from .queries import weighing as weighings
from .rules.decision import Kind


def urls(initiative: Initiative) -> dict[str, str]:
    """Where the pages of a decision are."""
    at = {"client": initiative.client.slug, "initiative_id": initiative.id}
    return {f"{name}_url": reverse(f"worth:{name}", kwargs=at) for name in ("decision", "brief", "hand_over")}


@registry.panel.register("decision", order=90)
def the_decision(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    """What was decided; or what to ask first, or that enough is known."""
    if not by.may("decisions.read"):
        return None
    initiative, history = goals.initiative(initiative_id), decisions.decisions(initiative_id)
    told = told_by(initiative_id)
    if not history and told is None and not by.may("decisions.record"):
        return None
    context: dict[str, Any] = {
        "standing": recorded(history[0], told) if history else None,
        "history": len(history),
        "told": told,
        "planned": decisions.planned([initiative_id]).get(initiative_id),
        "may_record": by.may("decisions.record"),
        **papers.readable(by, initiative_id),
        **urls(initiative),
        **(_read(initiative_id) if by.may("briefs.send") else {}),
    }
    return registry.Panel("decision", _("Decision"), "worth/decision_panel.html", context, margin="worth/decision_margin.html")


@registry.panel.register("review", order=95)
def the_review(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    """What was promised, which the review puts beside what came, and when; nothing before something is being done."""
    row = decisions.standing(initiative_id) if by.may("decisions.read") else None
    if row is None or not row.decided.does_something:
        return None
    taken = weighings.rows([initiative_id], {initiative_id: row.option}).get(initiative_id)
    context = {
        "row": row,
        "ahead": row.review_on is not None and row.review_on > clock.today(),
        "worth": taken if taken and taken.best == row.option else None,
        "may_record": by.may("decisions.record"),
        **urls(goals.initiative(initiative_id)),
    }
    return registry.Panel("review", _("Review"), "worth/review_panel.html", context)


def _read(initiative_id: UUID) -> dict[str, Any]:
    """What those who were sent the newest papers say."""
    sent = papers.sendings(papers.newest_papers([initiative_id]))
    readers = [one for one in sent if one.sending.paper.kind == Kind.BRIEF.value]
    return {
        "sent": len(readers),
        "acknowledged": sum(one.state == "acknowledged" for one in readers),
        "objected": sum(one.state == "objected" for one in readers),
        "handed": any(one.state == "acknowledged" for one in sent if one.sending.paper.is_hand_over),
    }


@registry.next_step.register("decision", order=35)
def what_moves_it_on(*, by: Actor, initiative_id: UUID) -> Iterator[registry.NextStep]:
    """A decision that nobody was told of wants its brief; one that does something wants its hand-over."""
    row = decisions.standing(initiative_id)
    if row is None or not by.may("briefs.send") or goals.stages([initiative_id])[initiative_id] is not Stage.DECISION:
        return
    at = urls(goals.initiative(initiative_id))
    sent = {paper.kind for paper in papers.newest_papers([initiative_id]) if paper.decision_id == row.id}
    if Kind.BRIEF.value not in sent:
        yield registry.NextStep(_("Send the brief"), at["brief_url"])
    elif row.decided.does_something and Kind.HAND_OVER.value not in sent:
        yield registry.NextStep(_("Hand it over"), at["hand_over_url"])

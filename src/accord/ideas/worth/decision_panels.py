"""What decisions and briefs bring to the page of an initiative: the last chapter, and what happened."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage

from .models import Acknowledgement, Decision, Sending
from .pages.decision import recorded, told_by
from .queries import decision as decisions
from .queries import papers
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
    row = next(iter(decisions.decisions(initiative_id)), None)
    if row is None or not by.may("briefs.send") or goals.stages([initiative_id])[initiative_id] is not Stage.DECISION:
        return
    at = urls(goals.initiative(initiative_id))
    sent = {paper.kind for paper in papers.newest_papers([initiative_id]) if paper.decision_id == row.id}
    if Kind.BRIEF.value not in sent:
        yield registry.NextStep(_("Send the brief"), at["brief_url"])
    elif row.decided.does_something and Kind.HAND_OVER.value not in sent:
        yield registry.NextStep(_("Hand it over"), at["hand_over_url"])


def _decided(row: Decision, here: bool = False) -> registry.Happened:
    """here: on the initiative's own page, which needs no title of it."""
    told = decisions.headline(row)
    return registry.Happened(row.at, _("Decided:"), told if here else f"{told} ({row.initiative.title})", urls(row.initiative)["decision_url"])


def _said(word: Acknowledgement, here: bool = False) -> registry.Happened:
    sending = word.sending
    if sending.paper.is_hand_over:
        told = _("%(who)s misses something in the hand-over") if word.objects_to_it else _("%(who)s has what is needed to begin")
    else:
        told = _("%(who)s objects to the brief") if word.objects_to_it else _("%(who)s acknowledged the brief")
    lead = "" if here else f"{sending.paper.initiative.title}:"
    return registry.Happened(word.at, lead, told % {"who": sending.person.called}, urls(sending.paper.initiative)[f"{sending.paper.kind}_url"])


def _sent(row: Sending) -> registry.Happened:
    told = _("It was handed over to the %(who)s") if row.paper.is_hand_over else _("The brief went to the %(who)s")
    return registry.Happened(row.at, "", told % {"who": row.person.called}, urls(row.paper.initiative)[f"{row.paper.kind}_url"])


@registry.happened.register("decision")
def decided_lately(*, by: Actor, since: datetime) -> Iterator[registry.Happened]:
    if by.may("decisions.read"):
        yield from map(_decided, Decision.objects.select_related("initiative__client").filter(at__gte=since).order_by("-at")[:20])
    if by.may("briefs.send"):
        yield from map(_said, _words().filter(at__gte=since).order_by("-at")[:20])


@registry.story.register("decision")
def decided_here(*, by: Actor, initiative_id: UUID) -> Iterator[registry.Happened]:
    if by.may("decisions.read"):
        yield from (_decided(row, here=True) for row in Decision.objects.select_related("initiative__client").filter(initiative=initiative_id))
    if by.may("briefs.send"):
        yield from (_said(word, here=True) for word in _words().filter(sending__paper__initiative=initiative_id))
        yield from map(_sent, Sending.objects.select_related("person", "paper__initiative__client").filter(paper__initiative=initiative_id))


def _words() -> Any:
    found = Acknowledgement.objects.select_related("sending__person", "sending__paper__initiative__client")
    return found.defer("text", "sending__paper__kept", "sending__paper__text")

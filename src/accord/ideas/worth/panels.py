"""What worth brings to the page of an initiative: its chapter, what moves it on, and what happened."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people import reader
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.rules import Stage

from . import figures
from .models import RangeReply
from .pages.case import answer
from .pages.history import history_page
from .queries import decision as decisions
from .queries.loading import load
from .queries.probing import yearly
from .queries.weighing import WeighedCase, last_weighings, row_of, weigh
from .replies import in_words


@registry.panel.register("worth", order=20)
def what_it_is_worth(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    """The short form: what doing nothing costs, what the case says, twenty futures of each path."""
    if not by.may("worth.read"):
        return None
    row = row_of(initiative_id)
    if row is None and not by.may("worth.edit"):
        return None
    initiative = goals.initiative(initiative_id)
    context: dict[str, object] = {"url": reverse("worth:case", kwargs={"client": initiative.client.slug, "initiative_id": initiative_id})}
    if row is None:
        return registry.Panel("worth", _("Worth"), "worth/panel.html", context)
    loaded = load(row)
    found = weigh(loaded)
    if isinstance(found, WeighedCase):
        settled = decisions.settled(initiative) is not None
        told = answer(loaded, found, settled=settled)
        context |= {"settled": settled, "answer": told, "short": figures.options(found.weighed, told.facts, full=False), "costs": _costs(found)}
    else:
        context["trouble"] = found.message
    return registry.Panel("worth", _("Worth"), "worth/panel.html", context, margin="worth/panel_margin.html")


def _costs(found: WeighedCase) -> tuple[str, str] | None:
    spread = yearly(found)
    money = reader.voice(found.currency)
    return (money.both_ends(spread.low, spread.high), money.about(spread.typical)) if spread else None


@registry.next_step.register("worth", order=30)
def what_moves_it_on(*, by: Actor, initiative_id: UUID) -> Iterator[registry.NextStep]:
    """While it is at worth: the question most worth asking, or that there is none."""
    if not by.may("worth.edit") or goals.stages([initiative_id])[initiative_id] is not Stage.WORTH:
        return
    row = row_of(initiative_id)
    kept = next(iter(last_weighings([initiative_id])), None) if row else None
    if row is None or kept is None:
        return
    url = reverse("worth:case", kwargs={"client": row.initiative.client.slug, "initiative_id": initiative_id})
    if kept.facts["next"]:
        yield registry.NextStep(_("Ask what is most worth knowing"), url)


@registry.happened.register("worth")
def ranges_came(*, by: Actor, since: datetime) -> Iterator[registry.Happened]:
    """Replies that came by link."""
    if not by.may("worth.read"):
        return
    found = RangeReply.objects.select_related("question__asking__person", "question__asking__case__initiative", "question__quantity", "client")
    for reply in found.filter(at__gte=since).order_by("-at")[:20]:
        initiative = reply.question.asking.case.initiative
        url = reverse("worth:case", kwargs={"client": reply.client.slug, "initiative_id": initiative.id})
        yield registry.Happened(reply.at, f"{initiative.title}:", in_words(reply), url)


@registry.story.register("worth")
def what_happened_here(*, by: Actor, initiative_id: UUID) -> Iterator[registry.Happened]:
    """Every change of the case, as its history tells it."""
    row = row_of(initiative_id)
    if row is None or not by.may("worth.read"):
        return
    url = reverse("worth:history", kwargs={"client": row.initiative.client.slug, "initiative_id": initiative_id})
    for line in history_page(row):
        yield registry.Happened(line.at, f"{line.who}:" if line.who else "", line.what, url)

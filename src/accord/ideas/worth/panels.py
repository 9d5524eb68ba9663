"""What worth brings to other pages: the chapter of an initiative, rows of Today, what happened, and the next best question."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals

from . import figures, wording
from .models import RangeAsking, RangeReply
from .pages.case import answer
from .queries.loading import load
from .queries.probing import yearly
from .queries.weighing import WeighedCase, row_of, weigh
from .rules.shape import Reply


@registry.panel.register("worth", order=20)
def what_it_is_worth(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    """The short form: what doing nothing costs, what the case says, twenty futures of each path."""
    if not by.may("worth.read"):
        return None
    row = row_of(initiative_id)
    if row is None and not by.may("worth.edit"):
        return None
    slug = goals.initiative(initiative_id).client.slug
    context: dict[str, object] = {"url": reverse("worth:case", kwargs={"client": slug, "initiative_id": initiative_id})}
    if row is None:
        return registry.Panel("worth", _("Worth"), "worth/panel.html", context)
    loaded = load(row)
    found = weigh(loaded)
    if isinstance(found, WeighedCase):
        told = answer(loaded, found)
        context |= {"answer": told, "short": figures.options(found.weighed, told.facts, full=False), "costs": _costs(found)}
    else:
        context["trouble"] = found.message
    return registry.Panel("worth", _("Worth"), "worth/panel.html", context, margin="worth/panel_margin.html")


def _costs(found: WeighedCase) -> tuple[str, str] | None:
    spread = yearly(found)
    money = wording.voice(found.currency)
    return (money.both_ends(spread.low, spread.high), money.about(spread.typical)) if spread else None


@registry.owed.register("worth")
def waits_for_me(*, by: Actor) -> Iterator[registry.Owed]:
    """A range somebody asked me for; and for facilitators, a case that replies have changed."""
    if by.person_id is None:
        return
    yield from _asked_of_me(by)
    if by.may("worth.edit"):
        yield from _to_look_at()


def _asked_of_me(by: Actor) -> Iterator[registry.Owed]:
    mine = RangeAsking.objects.select_related("asked_by", "client").prefetch_related("questions__replies").filter(person=by.person_id, taken_back_at=None)
    for asking in mine:
        left = [question for question in asking.questions.all() if not question.replies.all()]
        if not left:
            continue
        yield registry.Owed(
            key=f"worth.range/{asking.id}", kind="worth.range", title=left[0].words, detail=asking.reason or _("A range is enough: two ends."),
            url=reverse("worth:mine", kwargs={"client": asking.client.slug, "asking_id": asking.id}), action_label=_("Answer"), since=asking.asked_at,
            person_name=asking.asked_by.name, person_job=asking.asked_by.job, side=asking.asked_by.side, minutes=len(left),
        )


def _to_look_at() -> Iterator[registry.Owed]:
    """One row for each case with replies nobody has looked at."""
    replies = RangeReply.objects.select_related("question__asking__person", "question__asking__case__initiative", "question__quantity", "client")
    last = replies.annotate(looked=Max("question__asking__case__looks__at")).order_by("at")
    fresh: dict[UUID, list[RangeReply]] = {}
    for reply in last:
        if reply.looked is None or reply.at > reply.looked:  # type: ignore[attr-defined]
            fresh.setdefault(reply.question.asking.case_id, []).append(reply)
    for found in fresh.values():
        reply, person = found[0], found[0].question.asking.person
        initiative = reply.question.asking.case.initiative
        yield registry.Owed(
            key=f"worth.look/{reply.question.asking.case_id}/{found[-1].id}", kind="worth.look", title=_("Look again at “%(title)s”") % {"title": initiative.title},
            detail=_reply_in_words(reply), url=reverse("worth:case", kwargs={"client": reply.client.slug, "initiative_id": initiative.id}),
            action_label=_("Look again"), since=reply.at, person_name=person.name, person_job=person.job, side=person.side, minutes=2,
        )


def _reply_in_words(reply: RangeReply) -> str:
    told = {"who": reply.question.asking.person.called, "what": reply.question.quantity.label}
    return {
        Reply.RANGE: _("The %(who)s answered: %(what)s"),
        Reply.UNKNOWN: _("The %(who)s does not know: %(what)s"),
        Reply.NOT_MINE: _("The %(who)s passed it on: %(what)s"),
    }[Reply(reply.kind)] % told


@registry.happened.register("worth")
def ranges_came(*, by: Actor, since: datetime) -> Iterator[registry.Happened]:
    """Replies that came by link."""
    if not by.may("worth.read"):
        return
    found = RangeReply.objects.select_related("question__asking__person", "question__asking__case__initiative", "question__quantity", "client")
    for reply in found.filter(at__gte=since).order_by("-at")[:20]:
        initiative = reply.question.asking.case.initiative
        url = reverse("worth:case", kwargs={"client": reply.client.slug, "initiative_id": initiative.id})
        yield registry.Happened(reply.at, f"{initiative.title}:", _reply_in_words(reply), url)

"""What worth brings to Today: ranges I was asked for, cases that replies changed, and the question most worth asking."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people import queries as people
from accord.base.people import reader
from accord.base.people.rules import Actor

from . import headlines, wording
from .figures import BARS
from .models import Looked, Quantity, RangeAsking, RangeReply
from .queries.weighing import next_question
from .replies import in_words
from .rules.facts import Facts


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
    looks = Looked.objects.filter(case=OuterRef("question__asking__case")).order_by("-at").values("at")[:1]
    fresh: dict[UUID, list[RangeReply]] = {}
    for reply in replies.annotate(looked=Subquery(looks)).filter(Q(looked=None) | Q(at__gt=F("looked"))).order_by("at"):
        fresh.setdefault(reply.question.asking.case_id, []).append(reply)
    for found in fresh.values():
        reply, person = found[0], found[0].question.asking.person
        initiative = reply.question.asking.case.initiative
        url = reverse("worth:case", kwargs={"client": reply.client.slug, "initiative_id": initiative.id})
        yield registry.Owed(
            key=f"worth.look/{reply.question.asking.case_id}/{found[-1].id}", kind="worth.look",
            title=_("Look again at “%(title)s”") % {"title": initiative.title}, detail=in_words(reply), url=url,
            action_label=_("Look again"), since=reply.at, person_name=person.name, person_job=person.job, side=person.side, minutes=2,
        )


@registry.next_question.register("worth")
def most_worth_asking(*, by: Actor) -> Iterator[registry.NextQuestion]:
    """The best question of all open cases, as they were weighed last."""
    found = next_question(by=by)
    asked = found.facts.next if found else None
    if found is None or asked is None:
        return
    kwargs = {"client": people.slug(), "initiative_id": found.initiative_id}
    ids = Quantity.objects.filter(case__initiative=found.initiative_id, ended_at=None, name__in=asked.quantities).values_list("id", flat=True)
    query = urlencode({"person": asked.person_id, "quantity": [str(id) for id in ids]}, doseq=True)
    yield registry.NextQuestion(
        gain=asked.worth - asked.cost, question=wording.question(asked.words, asked.unit),
        person_job=asked.person, side=found.person.side if found.person else "",
        minutes=max(1, round(asked.minutes)), turns=headlines.turns(found.facts), bars=bars(found.facts),
        url=f"{reverse('worth:ask', kwargs=kwargs)}?{query}", action_label=_("Send the question"), how_url=reverse("worth:case", kwargs=kwargs),
    )


def bars(facts: Facts) -> tuple[registry.Bar, ...]:
    """What an exact answer about each of the best few would be worth; within the error of the draws it reads “under”."""
    money, most = reader.voice(facts.unit), max((one.worth for one in facts.known), default=0.0) or 1.0
    return tuple(registry.Bar(one.label, headlines.worth_of(one, money), max(0.0, min(1.0, one.worth / most))) for one in facts.known[:BARS])

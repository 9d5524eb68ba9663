"""What listening brings to other pages: the chapter "Why" of an initiative, and what happened lately."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as initiatives

from .labels import aspect_title, run_in, the_person
from .models import Request
from .queries import hearing, happening, waiting
from .queries.hearing import AspectHeard, HeardSentence


@dataclass(frozen=True)
class Told:
    """One aspect as the chapter tells it; quote: the sentence whose speaker's own words stand below, on the first one only."""

    run_in: str
    sentences: list[HeardSentence]
    quote: HeardSentence | None


@registry.panel.register("why", order=10)
def why(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    """Paraphrases that were confirmed, the speaker's own words once, and what is not told yet."""
    if not by.may("requests.read"):
        return None
    found = hearing.of_one(initiative_id)
    heard = hearing.told(initiative_id, found)
    told = [one for one in heard.aspects if one.sentences]
    context = {
        "initiative": initiatives.initiative(initiative_id),
        "heard": heard,
        "chapters": [_told(one, first=one is told[0]) for one in told],
        "not_told": [aspect_title(key) for key in heard.coverage.open],
        "known": len(heard.aspects) - len(heard.coverage.open),
        "squares": [place < heard.confirmed for place in range(heard.said)],
        "to_review": len(waiting.to_review(found)),
        "may_talk": by.may("questions.ask"),
    }
    return registry.Panel("why", _("Why"), "listen/panel.html", context, "listen/panel_margin.html")


def _told(one: AspectHeard, *, first: bool) -> Told:
    quote = next((sentence for sentence in one.sentences if sentence.quote and not sentence.theirs), None) if first else None
    return Told(run_in(one.key), one.sentences, quote)


@registry.happened.register("listen")
def heard_lately(*, by: Actor, since: datetime) -> Iterator[registry.Happened]:
    """Requests that were filed, and playbacks that were confirmed or corrected: both are listening."""
    if not by.may("requests.read"):
        return
    for request in Request.objects.select_related("initiative", "asked_by", "client").filter(filed_at__gte=since)[:20]:
        yield registry.Happened(request.filed_at, _("Asked:"), request.initiative.title, _address(request.client.slug, request.initiative_id))
    for row in happening.words_since(since):
        lead = _("%(who)s corrected what we heard:") if row.corrected else _("%(who)s confirmed what we heard:")
        yield registry.Happened(row.at, lead % {"who": the_person(row.person)}, row.initiative.title, _address(row.slug, row.initiative.id))


def _address(slug: str, initiative_id: UUID) -> str:
    return reverse("initiative", kwargs={"client": slug, "initiative_id": initiative_id})

"""What listening brings to other pages: the chapter "Why" of an initiative, and its words where somebody searches."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as initiatives

from .labels import aspect_title, run_in
from .models import Request, Sentence
from .queries import hearing, waiting
from .queries.hearing import AspectHeard, HeardSentence

MOST_HITS = 50


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


@registry.search_source.register("listen")
def words_heard(*, by: Actor, words: str) -> Iterator[registry.Hit]:
    """What was asked for and what was confirmed; answers are for those who listened."""
    if not by.may("requests.read"):
        return
    for id, text in Request.objects.filter(problem__icontains=words).values_list("initiative_id", "problem")[:MOST_HITS]:
        yield registry.Hit(id, text)
    agreed = Q(verdicts__agrees=True) | Q(theirs=True)
    found = Sentence.objects.filter(agreed, words__icontains=words).values_list("version__playback__initiative_id", "words").distinct()
    for id, text in found[:MOST_HITS]:
        yield registry.Hit(id, text)

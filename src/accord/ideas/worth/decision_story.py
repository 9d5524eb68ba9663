"""What happened to decisions and briefs, on Today and on the page of an initiative."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import registry
from accord.base.people.rules import Actor
from accord.ideas.listen.labels import named, the_person

from .decision_panels import urls
from .models import Acknowledgement, Decision, Sending
from .queries import decision as decisions
from .queries.reading import reader


def _decided(row: Decision, here: bool = False) -> registry.Happened:
    """here: on the initiative's own page, which needs no title of it."""
    told = decisions.headline(row)
    return registry.Happened(row.at, _("Decided:"), told if here else f"{told} ({row.initiative.title})", urls(row.initiative)["decision_url"])


def _said(word: Acknowledgement) -> registry.Happened:
    paper = word.sending.paper
    told = _what_they_said(paper.is_hand_over, word.objects_to_it, 1) % {"who": the_person(word.sending.person)}
    return registry.Happened(word.at, f"{paper.initiative.title}:", told, urls(paper.initiative)[f"{paper.kind}_url"])


def _what_they_said(hand_over: bool, objects: bool, people: int) -> str:
    if hand_over:
        missing = ngettext("%(who)s misses something in the hand-over", "%(who)s miss something in the hand-over", people)
        return missing if objects else ngettext("%(who)s has what is needed to begin", "%(who)s have what is needed to begin", people)
    objecting = ngettext("%(who)s objects to the brief", "%(who)s object to the brief", people)
    return objecting if objects else ngettext("%(who)s acknowledged the brief", "%(who)s acknowledged the brief", people)


def _words_here(initiative_id: UUID) -> Iterator[registry.Happened]:
    """What readers said, those of one day who said the same together."""
    found = sorted(_words().filter(sending__paper__initiative=initiative_id), key=lambda word: word.at)
    for (kind, objects, _day), words in _by_day(found, lambda word: (word.sending.paper.kind, word.objects_to_it)):
        paper, who = words[-1].sending.paper, reader("").listed([named(word.sending.person) for word in words])
        told = _what_they_said(paper.is_hand_over, objects, len(words)) % {"who": who[:1].upper() + who[1:]}
        yield registry.Happened(words[-1].at, "", told, urls(paper.initiative)[f"{kind}_url"])


def _sent_here(initiative_id: UUID) -> Iterator[registry.Happened]:
    """To whom papers went, one line for each kind and day."""
    rows = Sending.objects.select_related("person", "paper__initiative__client").filter(paper__initiative=initiative_id).order_by("at")
    for (kind, _day), sent in _by_day(rows, lambda row: (row.paper.kind,)):
        told = _("It was handed over to %(who)s") if sent[-1].paper.is_hand_over else _("The brief went to %(who)s")
        who = reader("").listed([named(row.person) for row in sent])
        yield registry.Happened(sent[-1].at, "", told % {"who": who}, urls(sent[-1].paper.initiative)[f"{kind}_url"])


def _by_day(rows: Iterable[Any], alike: Callable[[Any], tuple[Any, ...]]) -> Iterator[tuple[tuple[Any, ...], list[Any]]]:
    """Rows that are alike and of one day, together."""
    found: dict[tuple[Any, ...], list[Any]] = {}
    for row in rows:
        found.setdefault((*alike(row), timezone.localtime(row.at).date()), []).append(row)
    yield from found.items()


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
        yield from _words_here(initiative_id)
        yield from _sent_here(initiative_id)


def _words() -> Any:
    found = Acknowledgement.objects.select_related("sending__person", "sending__paper__initiative__client")
    return found.defer("text", "sending__paper__kept", "sending__paper__text")

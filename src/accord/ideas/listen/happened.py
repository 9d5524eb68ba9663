"""What happened in listening, as other pages tell it: lately at this client, and everything about one initiative. Never anybody's words."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import registry
from accord.base.people.rules import Actor
from accord.base.registry import Happened

from .labels import named, the_person
from .models import Request
from .queries import happening, hearing
from .queries.hearing import Material


@registry.happened.register("listen")
def heard_lately(*, by: Actor, since: datetime) -> Iterator[Happened]:
    """Requests that were filed, and playbacks that were confirmed or corrected: both are listening."""
    if not by.may("requests.read"):
        return
    for request in Request.objects.select_related("initiative", "client").filter(filed_at__gte=since)[:20]:
        yield Happened(request.filed_at, _("Asked:"), request.initiative.title, _address(request.client.slug, request.initiative_id))
    for row in happening.words_since(since):
        yield Happened(row.at, _said(row), row.initiative.title, _address(row.slug, row.initiative.id))


def _said(row: happening.WordsSaid) -> str:
    words = _("%(who)s corrected what we heard:") if row.corrected else _("%(who)s confirmed what we heard:")
    return words % {"who": the_person(row.person)}


def _address(slug: str, initiative_id: UUID) -> str:
    return reverse("initiative", kwargs={"client": slug, "initiative_id": initiative_id})


@registry.story.register("listen", order=10)
def story(*, by: Actor, initiative_id: UUID) -> Iterator[Happened]:
    if not by.may("requests.read"):
        return
    found = hearing.of_one(initiative_id)
    yield from _filed(found)
    yield from _asked(found)
    yield from _said_back(found)
    for row in happening.words_about(initiative_id):
        yield Happened(row.at, "", _said(row).rstrip(":"))


def _filed(found: Material) -> Iterator[Happened]:
    request = found.request
    if request is None:
        return
    who = the_person(request.asked_by)
    filed = _("%(who)s said what is wrong") if not request.on_behalf else _("%(by)s filed it for %(who)s")
    yield Happened(request.filed_at, "", filed % {"who": who if not request.on_behalf else named(request.asked_by), "by": the_person(request.filed_by)})
    for joined in happening.joined(request):
        yield Happened(joined.at, "", _("%(who)s has the same problem") % {"who": the_person(joined.person)})


def _asked(found: Material) -> Iterator[Happened]:
    """One line for each time somebody was asked, and one for each answer by link."""
    asked: dict[UUID, int] = {}
    for one in found.questions:
        if one.by_link:
            asked[one.asking.id] = asked.get(one.asking.id, 0) + 1
            if one.answers:
                yield Happened(one.answers[0].at, "", _("%(who)s answered") % {"who": the_person(one.person)})
    for put in {one.asking.id: one.asking for one in found.questions if one.by_link}.values():
        words = ngettext("One question went to %(who)s", "%(n)d questions went to %(who)s", asked[put.id])
        yield Happened(put.asked_at, "", words % {"n": asked[put.id], "who": named(put.person)})


def _said_back(found: Material) -> Iterator[Happened]:
    for back in found.playbacks:
        for version in back.versions:
            if version.written_by_id:
                yield Happened(version.at, "", _("What was heard was said back to %(who)s") % {"who": named(back.person)})

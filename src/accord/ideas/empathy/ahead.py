"""What rounds did lately, and when the next one is opened."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.rules import Actor

from .models import Round
from .owed import address, wrote
from .queries import open_rounds
from .queries.rounds import load


@registry.happened.register("empathy.rounds")
def rounds_happened(*, by: Actor, since: datetime) -> Iterator[registry.Happened]:
    """Rounds that were closed."""
    if not by.may("perspectives.read"):
        return
    for now in load(Round.objects.filter(closed_at__gte=since)):
        if now.row.closed_at:
            yield registry.Happened(now.row.closed_at, _("What both sides said:"), now.row.title, address(now))


@registry.coming.register("empathy.rounds")
def rounds_coming(*, by: Actor) -> Iterator[registry.Coming]:
    """Rounds that close."""
    if not by.may("perspectives.read"):
        return
    for now in open_rounds():
        day: date = now.row.closes_on
        yield registry.Coming(day, _("Opened: %(title)s") % {"title": now.row.title}, wrote(now), address(now))

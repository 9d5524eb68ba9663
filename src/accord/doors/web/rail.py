"""The pages of the rail. An idea's page is listed here once its addresses exist."""

from django.utils.translation import gettext_lazy as _

from accord.base import registry
from accord.base.people.rules import Actor

from .nav import Page, add


def _waiting(actor: Actor) -> int:
    return sum(not owed.can_wait for owed in registry.owed.collect(by=actor))


add(Page("today", _("Today"), 10, _waiting, _("waiting for you")))
add(Page("initiatives", _("Initiatives"), 20, covers=("initiative", "listen", "worth")))
add(Page("goals:goals", _("Goals"), 30, covers=("goals",)))

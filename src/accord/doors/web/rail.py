"""The pages of the rail. An idea's page is listed here once its addresses exist."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accord.ideas.goals import queries as goals

from . import waiting
from .nav import Page, add


def _waiting(request: HttpRequest) -> int:
    return waiting.on(request).count


def _open(request: HttpRequest) -> int:
    return goals.open_count()


add(Page("today", _("Today"), 10, _waiting, _("waiting for you")))
add(Page("initiatives", _("Initiatives"), 20, _open, _("open"), covers=("initiative", "listen", "worth")))
add(Page("goals:goals", _("Goals"), 30, covers=("goals",)))

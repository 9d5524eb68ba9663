"""The pages of the rail. An idea's page is listed here once its addresses exist."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accord.ideas.goals import queries as goals
from accord.ideas.risks.queries import register as warnings

from . import waiting
from .nav import Page, add


def _waiting(request: HttpRequest) -> int:
    return waiting.on(request).count


def _open(request: HttpRequest) -> int:
    return goals.open_count()


def _unanswered(request: HttpRequest) -> int:
    return warnings.waiting_count()


add(Page("today", _("Today"), 10, _waiting, _("waiting for you")))
add(Page("initiatives", _("Initiatives"), 20, _open, _("open"), covers=("initiative", "listen", "worth")))
add(Page("goals:goals", _("Goals"), 30, covers=("goals",)))
add(Page("empathy:perspectives", _("Perspectives"), 40, covers=("empathy",)))
add(Page("risks:register", _("Early warnings"), 50, _unanswered, _("without an answer"), covers=("risks",)))

PEOPLE = ("people:person", "people:add_person", "people:add_team", "people:rename_team")
add(Page("people:people", _("People and teams"), 80, covers=PEOPLE, quiet=True, seen_by=lambda by: by.may("people.edit")))
add(Page("people:tokens", _("Keys for programs"), 85, quiet=True, seen_by=lambda by: by.may("people.edit") or by.side == "it"))
add(Page("people:new_client", _("Add a client"), 90, quiet=True, seen_by=lambda by: by.may("clients.add")))

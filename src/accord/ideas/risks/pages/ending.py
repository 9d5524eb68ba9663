"""The page on which a warning is ended, and the page on which something is written down that came true."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accord.base import clock
from accord.base.people import queries as people
from accord.base.people.models import Client
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage

from .. import queries
from ..models import ENDED, Event, Risk
from .record import day

RECENT = timedelta(days=90)  # what came true lately, of which a warning may have been as well
MOST, MOST_WORK = 12, 500
Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class EndPage:
    """refused: why this person cannot end it and who can; empty where they can. may_write: they may also write down what came true."""

    risk: Risk
    refused: str
    may_write: bool
    currency: str


def end_page(*, by: Actor, risk_id: UUID) -> EndPage:
    row = queries.risk(risk_id)
    return EndPage(row, _refused(by, row), by.may("risks.edit"), row.client.currency)


def _refused(by: Actor, row: Risk) -> str:
    if not row.is_open:
        return _("This warning is over already.")
    mine, looks_after = by.person_id is not None and by.person_id == row.raised_by_id, by.may("risks.edit")
    if by.person_id == row.answerer_id:
        return _("You must answer this warning, so somebody else says that it is over: %(who)s.") % {"who": _who_can(row)}
    return "" if mine or looks_after else _("This warning is ended by %(who)s.") % {"who": _who_can(row)}


def _who_can(row: Risk) -> str:
    """Whoever raised it, and those who look after the client; never whoever must answer it."""
    found = [row.raised_by] if row.raised_by else []
    found += [one for one in people.facilitators() if one.id not in (row.answerer_id, row.raised_by_id)]
    return ", ".join(dict.fromkeys(one.called for one in found if one.left_at is None)) or _("somebody who looks after this client")


def known() -> Choices:
    """What came true lately: a warning may have been of it as well."""
    recent = Event.objects.filter(happened_on__gte=clock.today() - RECENT)[:MOST]
    return [(str(one.id), f"{one.title}, {day(one.happened_on)}") for one in recent]


def choices() -> dict[str, Choices]:
    """For what came true: live goals, work that is not closed, and open warnings, those whose day is nearest first."""
    work = Initiative.objects.exclude(stages__stage=Stage.CLOSED).order_by("-opened_at").values_list("id", "title")[:MOST_WORK]
    today = clock.today()
    near = Risk.objects.exclude(state=ENDED).select_related("goal").filter(bites_on__lte=today + RECENT)[:MOST]
    return {
        "goals": [(str(one.goal_id), one.title) for one in goals.newest_versions()],
        "work": [(str(id), title) for id, title in work],
        "warnings": [(str(one.id), Truncator(one.sees).chars(140)) for one in near],
    }


def currency(by: Actor) -> str:
    return Client.objects.get(id=by.client_id).currency

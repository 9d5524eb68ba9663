"""The page of what both sides talk about: what is open with its figures, and what came out of the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import apnumber
from django.template.defaultfilters import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.paper.figure import Figure
from accord.base.people.rules import Actor
from accord.ideas.goals.models import Reset

from ..forms.agenda import SettleForm
from ..queries import agenda
from ..queries.agenda import Topic
from .perspectives import drawn


@dataclass(frozen=True)
class OpenTopic:
    """Something to talk about. figure: how both sides stand, where that may be shown; reset: the meeting that could take it over."""

    topic: Topic
    figure: Figure | None
    reset: Reset | None
    form: SettleForm


@dataclass(frozen=True)
class AgendaPage:
    headline: str
    standfirst: str
    open: list[OpenTopic]
    over: Sequence[Topic]
    may_edit: bool


def agenda_page(*, by: Actor, given: dict[str, SettleForm] | None = None) -> AgendaPage:
    """given: a form of the page that was sent and does not fit, by its prefix."""
    every = agenda.topics()
    waiting = [one for one in every if one.row.is_open]
    may = by.may("perspectives.edit")
    resets = agenda.resets_about([one.item for one in waiting]) if may else {}
    found = [_open(one, resets.get(one.item.id), given or {}) for one in waiting]
    over = sorted((one for one in every if not one.row.is_open), key=lambda one: one.row.settled_at or one.row.at, reverse=True)
    return AgendaPage(_headline(len(waiting), len(over)), _standfirst(waiting), found, over, may)


def prefix_of(topic: Topic) -> str:
    return f"settle-{topic.row.id}"


def _open(one: Topic, reset: Reset | None, given: dict[str, SettleForm]) -> OpenTopic:
    prefix = prefix_of(one)
    return OpenTopic(one, drawn(one.found, [one.item]), reset, given.get(prefix) or SettleForm(prefix=prefix))


def _headline(waiting: int, over: int) -> str:
    if waiting:
        words = capfirst(str(apnumber(waiting)))
        return ngettext("One thing to talk about", "%(words)s things to talk about", waiting) % {"words": words}
    return _("Everything was talked about") if over else _("Nothing to talk about yet")


def _standfirst(waiting: list[Topic]) -> str:
    if waiting:
        return _("To differ is fine. Each of these is here because one side does not know how the other sees it, or because it is critical to a few.")
    return _("What a round brings to light is put here, with its figures, and ticked off with one line of what came out.")

"""The page of one initiative: a story made of the chapters that ideas bring, and of everything that happened."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import registry
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.base.registry import Happened, NextStep, Panel
from accord.doors.web import days
from accord.doors.web.counting import in_words
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.listen.models import Request
from accord.ideas.listen.queries.hearing import of_one
from accord.ideas.listen.queries.rows import row_of

LINES = 8  # of what happened; the others unfold


@dataclass(frozen=True)
class InitiativePage:
    """chapters: in reading order, none for an idea with nothing to say. story: newest first, what is alike told once; every: line by line,
    where that is more. next: the one way on, if any.
    written_by: who wrote the request down, where that is somebody else than who asked."""

    initiative: Initiative
    asked_by: Person
    written_by: Person | None
    stage: str
    standfirst: str
    chapters: list[Panel]
    story: list[Happened]
    every: list[Happened]
    next: NextStep | None
    may_edit: bool


def initiative_page(*, by: Actor, initiative_id: UUID) -> InitiativePage:
    initiative = goals.initiative(initiative_id)
    every = sorted(registry.story.collect(by=by, initiative_id=initiative_id), key=lambda line: line.at)[::-1]
    story = list(_shortened(every))[:LINES]
    request = of_one(initiative_id).request if by.may("requests.read") else None
    return InitiativePage(
        initiative=initiative,
        asked_by=request.asked_by if request else initiative.opened_by,
        written_by=request.filed_by if request and request.on_behalf else None,
        stage=goals.stage_of(initiative),
        standfirst=_standfirst(initiative, request),
        chapters=registry.panel.collect(by=by, initiative_id=initiative_id),
        story=story,
        every=every if len(every) > len(story) else [],
        next=registry.next_step.first(by=by, initiative_id=initiative_id),
        may_edit=by.may("goals.edit"),
    )


def _shortened(lines: list[Happened]) -> Iterator[Happened]:
    """Lines of one person on one day that follow each other are one: the newest of them, and how many more there are."""
    for (lead, _day), run in groupby(lines, key=lambda line: (line.lead, days.local(line.at))):
        alike = list(run)
        if not lead or len(alike) == 1:
            yield from alike
            continue
        more = ngettext("%(line)s, and one more change", "%(line)s, and %(n)s more changes", len(alike) - 1)
        yield replace(alike[0], text=more % {"line": alike[0].text, "n": in_words(len(alike) - 1)})


def _standfirst(initiative: Initiative, request: Request | None) -> str:
    """What was asked for and what we heard, each only once it is known; what it comes to is told by the chapters."""
    heard = row_of(of_one(initiative.id)) if request else None
    asked, why = (request.asked_for if request else ""), initiative.why or (heard.why_line if heard else "")
    said = [
        _("Asked for: %(what)s") % {"what": asked} if asked else "",
        (_("What we heard: %(what)s") % {"what": why} if asked else why) if why and not same(why, initiative.title) else "",
    ]
    return " ".join(_sentence(one) for one in said if one)


def _sentence(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?", "…", "”")) else f"{text.rstrip()}."


def same(one: str, other: str) -> bool:
    """Whether two sentences say the same but for their ends."""
    return one.strip().rstrip(".").lower() == other.strip().rstrip(".").lower()

"""The why-ladder of one initiative: from what was asked for up to a goal."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.ideas.goals.models import Initiative

from .. import rules
from ..labels import level_title
from ..models import LadderStep, Request

ROOT = "root"


@dataclass(frozen=True)
class Rung:
    """A step with those that explain it."""

    step: LadderStep
    level: str
    above: list["Rung"]


@dataclass(frozen=True)
class Climb:
    """begin: what was asked for, the foot of the ladder; sentence: how far it goes."""

    begin: str
    rungs: list[Rung]
    sentence: str
    choices: list[tuple[str, str]]  # steps that can be explained further


def climb(initiative: Initiative, request: Request | None) -> Climb:
    steps = list(LadderStep.objects.select_related("said_by", "goal").filter(initiative=initiative, taken_out_at=None).order_by("level", "at", "id"))
    begin = (request.asked_for or request.problem) if request else initiative.title
    return Climb(begin, list(_rungs(steps, None)), _sentence(steps), [(str(one.id), one.words) for one in steps if one.level < rules.TOP])


def _rungs(steps: list[LadderStep], below: UUID | None) -> Iterator[Rung]:
    for step in steps:
        if step.below_id == below:
            yield Rung(step, level_title(step.level), list(_rungs(steps, step.id)))


def _sentence(steps: list[LadderStep]) -> str:
    """How far the ladder goes, in words."""
    if not steps:
        return ""
    nodes = {ROOT: 0} | {str(one.id): one.level for one in steps}
    found = rules.ladder(ROOT, nodes, [(str(one.below_id) if one.below_id else ROOT, str(one.id)) for one in steps])
    depth, branches = found.depth or 0, found.branches or 1
    up = ngettext("One step up", "%(n)d steps up", depth) % {"n": depth}
    ways = ngettext("one way", "%(n)d ways", branches) % {"n": branches}
    end = _("it reaches a goal both sides share") if found.reached_goal else _("no shared goal is reached yet")
    return f"{up}, {ways}: {end}."

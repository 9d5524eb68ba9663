"""What the pages of resets are built from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import registry
from accord.base.people.rules import Actor

from ..forms.resets import DayForm, InviteForm, ItemForm, MinutesForm, PointForm, SettleForm, StopForm
from ..models import GoalVersion
from ..queries import links, owners, resets
from ..queries.contributors import LinkNow
from ..queries.resets import ResetNow
from ..rules import Step
from .goals import Line, changed_lines


@dataclass(frozen=True)
class Settled:
    """A goal of the reset: what stands, what it said before, what changed, and the form to settle it."""

    goal_id: UUID
    version: GoalVersion
    before: GoalVersion
    done: bool
    lines: list[Line]
    form: forms.Form | None


@dataclass(frozen=True)
class ResetPage:
    """One reset: how far it is, in a sentence, and everything that may be seen of it now."""

    now: ResetNow
    headline: str
    standfirst: str
    goals: list[Settled]
    forms: Mapping[str, forms.Form]
    may_edit: bool
    waits: Sequence[registry.Waits]  # what else holds it open, beside the links

    @property
    def step(self) -> str:
        return self.now.step.value

    @property
    def is_open(self) -> bool:
        return self.now.row.opened_at is not None

    @property
    def is_over(self) -> bool:
        return self.now.step in (Step.IN_ACCORD, Step.STOPPED)

    @property
    def sides(self) -> list[tuple[str, str, int, list[Any]]]:
        """business and it: a class, a name, how many were asked, who wrote what."""
        names = (("biz", _("Business"), "business"), ("it", _("IT"), "it"))
        return [(look, name, len(found := self.now.side(side)), [one for one in found if one.picture]) for look, name, side in names]

    @property
    def wrote(self) -> str:
        """How many of each side have written; that is all anybody sees before it is opened."""
        business, it = self.now.side("business"), self.now.side("it")
        counts = {"b": sum(one.wrote for one in business), "bs": len(business), "i": sum(one.wrote for one in it), "its": len(it)}
        return _("%(b)d of %(bs)d business, %(i)d of %(its)d IT have written") % counts

    @property
    def why(self) -> list[Any]:
        return [one for one in self.now.agenda if one.url]

    @property
    def held(self) -> list[LinkNow]:
        """What holds the agreement, and said in own words what it changes."""
        return [one for one in self.now.links if one.is_current and one.said]

    @property
    def minutes(self) -> int:
        return sum(one.minutes for one in self.now.agenda)

    @property
    def walk(self) -> list[tuple[str, str]]:
        """The stages of a reset with where this one is: done, now or ahead."""
        order = [Step.WRITING, Step.MEETING, Step.CONFIRMING, Step.IN_ACCORD]
        names = [_("Both sides write"), _("We meet"), _("Confirming"), _("In accord")]
        at = order.index(self.now.step) if self.now.step in order else -1
        return [(name, "done" if place < at else "now" if place == at else "") for place, name in enumerate(names)]


def reset_page(*, by: Actor, reset_id: UUID, given: Mapping[str, forms.Form] | None = None) -> ResetPage:
    """given: forms that were sent and did not fit, by their name."""
    now = resets.reset(reset_id)
    given = given or {}
    told = [
        Settled(one.goal_id, now.titles[one.goal_id], one.before, one.after_id is not None,
                changed_lines(one.before, one.after) if one.after and one.after_id != one.before_id else [],
                _settling(now, one.goal_id, given))
        for one in now.goals
    ]  # fmt: skip
    blank: dict[str, forms.Form] = {
        "item": ItemForm(prefix="item"), "point": PointForm(prefix="point"), "stop": StopForm(prefix="stop"),
        "minutes": MinutesForm(prefix="minutes", initial={"words": now.note.words if now.note else ""}),
        "look": DayForm(prefix="look", initial={"on": now.row.look_again}),
    }  # fmt: skip
    if now.step is Step.WRITING and by.may("goals.edit"):
        blank["invite"] = InviteForm(prefix="invite")
    waits = registry.reset_waits.collect(reset_id=reset_id) if now.step is Step.CONFIRMING else []
    headline, standfirst = _said(now, len(now.links) - now.current, waits)
    return ResetPage(now, headline, standfirst, told, blank | dict(given), by.may("goals.edit"), waits)


def _settling(now: ResetNow, goal_id: UUID, given: Mapping[str, forms.Form]) -> forms.Form:
    stands = now.titles[goal_id]
    initial = {name: getattr(stands, name) for name in ("title", "why", "measure", "target", "due")} | {"look_again": now.row.look_again}
    return given.get(f"settle-{goal_id}") or SettleForm(prefix=f"settle-{goal_id}", initial=initial)


def _said(now: ResetNow, waiting: int, waits: Sequence[registry.Waits]) -> tuple[str, str]:
    """The finding, and what comes next."""
    n, every = now.wrote, len(now.parts)
    apart = sum(one.apart for one in now.points)
    match now.step:
        case Step.STOPPED:
            return _("This reset was called off"), now.row.stopped_why
        case Step.WRITING if n == 0:
            return _("Nobody has written yet what success looks like"), _("Nobody sees another’s words before all have written.")
        case Step.WRITING:
            told = _("%(n)d of %(every)d have written what success looks like") % {"n": n, "every": every}
            return told, _("Nobody sees another’s words before all have written.")
        case Step.MEETING if not now.points:
            return _("Both sides wrote; now we can meet"), _("Read both, and write down the points where they differ.")
        case Step.MEETING:
            told = _("The two sides are apart on %(n)d of %(every)d points") % {"n": apart, "every": len(now.points)}
            return told, _("Settle each goal in a sentence both can sign.")
        case Step.CONFIRMING if waits and not waiting:
            return _("We agreed, and all have confirmed"), " ".join(one.sentence for one in waits)
        case Step.CONFIRMING:
            said = ngettext("We agreed, and one still has to confirm", "We agreed, and %(n)d still have to confirm", waiting) % {"n": waiting}
            return said, _("It ends by itself when everything that works for the goal holds what was agreed.")
    told = ngettext("Both sides hold the same goal again", "Both sides hold the same goals again", len(now.goals))
    matched = _("Before they met, both sides were apart on %(n)d of %(every)d points.") % {"n": apart, "every": len(now.points)}
    return told, matched if now.points else _("Everything that works for it holds what was agreed.")


def suggested(goal_ids: list[UUID]) -> set[UUID]:
    """Who would take part in a reset of goals: whoever answers for them, and whoever speaks for what serves them."""
    found = {one.row.speaker_id for one in links(sorted(goal_ids)) if one.row.speaker_id} if goal_ids else set()
    return {id for id in found | {owner for id in goal_ids for owner in owners(id)} if id}

"""A warning as a row of the register, of a panel and of the empty page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock
from accord.base.paper.figure import Markup
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .. import queries
from ..models import ACCEPTED, DECLINED, ENDED, OPEN, WAITS, Estimate, Risk, Turn
from ..naming import the
from ..queries import register
from . import wording
from .frame import Framed, framed
from .glyphs import Axes

PRESSING = 2  # days before an answer is due from which it stands out


@dataclass(frozen=True)
class State:
    """What a row says of the answer. look: `good`, `drift` or nothing; icon beside the words; detail below them, in the words of whoever answered."""

    words: str
    icon: str
    look: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Row:
    """face: who said it or passed it on; nobody where there is no name, which is drawn as a dashed circle."""

    risk: Risk
    framed: Framed
    face: Person | None
    raised: str
    others: str
    day: str
    ahead: str
    needs: str
    chance: Markup | None
    chance_said: str
    cost: Markup | None
    cost_said: str
    answer_by: str
    state: State
    may_answer: bool

    @property
    def waits(self) -> bool:
        return self.risk.state == WAITS


def may_answer(by: Actor, risk: Risk) -> bool:
    """Whoever must answer it, or looks after the client."""
    return risk.is_open and by.may("risks.answer") and (by.person_id == risk.answerer_id or by.may("risks.edit"))


def rows_of(*, by: Actor, risks: Sequence[Risk], currency: str) -> tuple[list[Row], Axes]:
    """In a constant number of queries."""
    ids = [one.id for one in risks]
    told, answers, first = queries.told_of(ids), register.answers_of(ids), register.first_said(ids)
    axes = Axes.of([told[id].current for id in ids], currency)
    return [_row(by, one, told[one.id], answers.get(one.id), first.get(one.id), axes) for one in risks], axes


def _row(by: Actor, risk: Risk, told: queries.Told, answer: Turn | None, first: Estimate | None, axes: Axes) -> Row:
    now = told.current
    return Row(
        risk=risk,
        framed=framed(risk),
        face=risk.raised_by if risk.how == OPEN else None,
        raised=wording.raised(risk, by.person_id),
        others=wording.others(told.seen),
        day=wording.coming(risk.bites_on) if risk.bites_on else "",
        ahead=wording.ahead_of(risk.bites_on) if risk.bites_on and risk.is_open else "",
        needs=wording.needs(risk),
        chance=axes.chance_of(now),
        chance_said=wording.chance(now),
        cost=axes.cost_of(now),
        cost_said=wording.loss(now, axes.currency),
        answer_by=wording.weekday(risk.answer_by),
        state=state_of(risk, answer, first, now),
        may_answer=may_answer(by, risk),
    )


def state_of(risk: Risk, answer: Turn | None = None, first: Estimate | None = None, now: Estimate | None = None) -> State:
    """What became of it, or how long there is."""
    if risk.state == ENDED:
        return _over(risk)
    if risk.state == WAITS:
        return _left(risk)
    said = answer.words if answer else ""
    if risk.state == ACCEPTED and risk.review_on:
        who = _("By %(who)s. It comes back by itself.") % {"who": the(answer.by)} if answer and answer.by else _("It comes back by itself.")
        return State(_("accepted until %(day)s") % {"day": wording.coming(risk.review_on)}, "clock", detail=who)
    if risk.state == DECLINED:
        return State(_("declined, with a reason"), "quiet", detail=said)
    return State(wording.answered(risk), "check", "good", " ".join(filter(None, (said, _moved(first, now)))))


def _moved(first: Estimate | None, now: Estimate | None) -> str:
    """What the chance was before something was done; nothing where it is the same."""
    before = wording.chance(first)
    return _("Chance was %(chance)s.") % {"chance": before} if before and before != wording.chance(now) else ""


def _left(risk: Risk) -> State:
    n = (risk.answer_by - clock.today()).days
    if n < 0:
        return State(ngettext("was due %(n)d day ago", "was due %(n)d days ago", -n) % {"n": -n}, "clock", "drift")
    if n == 0:
        return State(_("due today"), "clock", "drift")
    return State(ngettext("%(n)d day left", "%(n)d days left", n) % {"n": n}, "clock", "drift" if n <= PRESSING else "")


def _over(risk: Risk) -> State:
    ending = getattr(risk, "ending", None)
    if ending is None:
        return State(_("over"), "check")
    if ending.came_true:
        return State(_("came true"), "flag", detail=ending.event.title if ending.event else "")
    return State(_("did not come true"), "check", detail=ending.words)

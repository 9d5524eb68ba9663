"""Raising a warning, openly or for somebody; saying more, more strongly, or that one sees it too; and saying how likely and how dear it is."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import GoalVersion, Initiative

from .. import queries, telling
from ..models import CONCERN, CURRENT, LOUDER, OPEN, PROXY, SAID, STOP, UNCOMFORTABLE, UNNAMED, Estimate, Risk, Seen
from ..queries.handling import answerer_for
from ..queries.risks import RiskShown
from ..rules import answer_day
from .held import locked, raised, said, turn
from .words import BOTH, Amount, Basis, Chance, RiskId, Words

LOUDER_THAN = {CONCERN: UNCOMFORTABLE, UNCOMFORTABLE: STOP, STOP: STOP}
Needs = Annotated[int | None, Field(description="Days it takes to act; nine times in ten between the two.", ge=0, le=3650)]
Level = Annotated[
    Literal["inherent", "current", "residual"],
    Field(description="`inherent`: had nothing been done; `current`: as it is; `residual`: once what is planned is done."),
]


@dataclass(frozen=True)
class Slots:
    """What a warning says. The last day to act and the day it would bite are ahead, or were when it was said."""

    sees: str
    goal_id: UUID | None = None
    initiative_id: UUID | None = None
    costs: str = ""
    asks: str = ""
    act_by: date | None = None
    bites_on: date | None = None
    needs_low: int | None = None
    needs_high: int | None = None

    def fields(self) -> dict[str, Any]:
        low, high = ordered(self.needs_low, self.needs_high, "needs_high")
        if self.act_by and self.bites_on and self.act_by > self.bites_on:
            raise registry.Mistake(_("Acting still helps until %(day)s at the latest, when it would bite.") % {"day": self.bites_on.isoformat()}, "act_by")
        words = {"costs": self.costs.strip(), "asks": self.asks.strip()}
        return {"sees": said(self.sees, "sees"), **words, "act_by": self.act_by, "bites_on": self.bites_on, "needs_low": low, "needs_high": high}


def ordered(low: Any, high: Any, field: str) -> tuple[Any, Any]:
    """Both ends of a range; one alone stands for both. A Mistake where the upper is below the lower."""
    low, high = low if low is not None else high, high if high is not None else low
    if low is not None and low > high:
        raise registry.Mistake(_("“To” must be at least “from”, which is %(low)s.") % {"low": f"{low:g}"}, field)
    return low, high


@registry.action("risks.raise_risk", may="risks.raise", doors=BOTH, shows=RiskShown.of)
def raise_risk(
    *,
    by: Actor,
    sees: Annotated[str, Field(description="What you see: facts, such as what, where, how often.", min_length=1, max_length=1000)],
    goal_id: Annotated[UUID | None, Field(description="The goal it threatens.")] = None,
    initiative_id: Annotated[UUID | None, Field(description="The initiative it is about.")] = None,
    costs: Annotated[str, Field(description="What it may cost, in words.", max_length=300)] = "",
    asks: Annotated[str, Field(description="What you ask for.", max_length=600)] = "",
    act_by: Annotated[date | None, Field(description="The last day on which acting still helps.")] = None,
    bites_on: Annotated[date | None, Field(description="The day it would come true.")] = None,
    needs_low: Needs = None,
    needs_high: Needs = None,
    chance_low: Chance = None,
    chance_high: Chance = None,
    loss_low: Amount = None,
    loss_high: Amount = None,
    basis: Basis = "",
    for_somebody: Annotated[bool, Field(description="Whether you pass it on for somebody: your name is shown, theirs is asked nowhere.")] = False,
    band: Annotated[str, Field(description="When you pass it on: what they do, if they agree to say it.", max_length=80)] = "",
    answerer_id: Annotated[UUID | None, Field(description="Who must answer; left out, whoever answers for the goal.")] = None,
    reference: Annotated[str, Field(description="What it is called where it comes from; the same one sent twice is kept once.", max_length=200)] = "",
) -> Risk:
    """Raise an early warning: the goal it threatens, what you see, what it may cost, what you ask, by when. Somebody must answer it by a day."""
    if by.person_id is None:
        raise registry.Refused("risks.raise")
    source, reference = by.door, reference.strip()
    if reference and (same := Risk.objects.filter(source=source, reference=reference).first()):
        return same
    slots = Slots(sees, goal_id, initiative_id, costs, asks, act_by, bites_on, needs_low, needs_high)
    who = {"how": PROXY, "raised_by_id": by.person_id, "band": band.strip()} if for_somebody else {"how": OPEN, "raised_by_id": by.person_id, "side": by.side}
    row = keep(by=by, slots=slots, warned_on=clock.today(), answerer_id=answerer_id, source=source, reference=reference, **who)
    keep_estimate(by=by, row=row, level=CURRENT, chance=(chance_low, chance_high), loss=(loss_low, loss_high), basis=basis)
    telling.raised(by=by, row=row)
    return row


def keep(*, by: Actor, slots: Slots, warned_on: date, answerer_id: UUID | None = None, **who: Any) -> Risk:
    """Write a warning down, with whoever must answer it and by when. Inside an act. who: further fields of the row."""
    fields = slots.fields()
    goal = goals.version(slots.goal_id) if slots.goal_id else None
    initiative = goals.initiative(slots.initiative_id) if slots.initiative_id else None
    answers = answerer_for(named=answerer_id, also=_close_to(goal, initiative), raised_by_id=who.get("raised_by_id"))
    if answers is None:
        raise registry.Mistake(_("Nobody could answer it. Say who must."), "answerer_id")
    days = queries.handling()
    answer_by = answer_day(clock.today(), slots.act_by, days.read_days, days.answer_days)
    row = Risk.objects.create(goal=goal, initiative=initiative, warned_on=warned_on, answerer=answers, answer_by=answer_by, **fields, **who)
    payload = {"how": row.how, "sees": row.sees, "goal": str(slots.goal_id or ""), "initiative": str(slots.initiative_id or ""), "until": answer_by.isoformat()}
    journal.record(by=by, event="risks.raised", subject=row, payload=payload)
    return row


def _close_to(goal: GoalVersion | None, initiative: Initiative | None) -> tuple[Person | None, ...]:
    return (initiative.lead if initiative else None, goal.owner if goal else None)


def raise_unnamed(*, by: Actor, slots: Slots, week: date, crowd: int, band: str, warned_on: date, answerer_id: UUID | None = None) -> Risk:
    """Write down in a listener's words what somebody said without a name. Inside the listener's act; `warned_on` is the day it arrived."""
    row = keep(by=by, slots=slots, warned_on=warned_on, answerer_id=answerer_id, source="speak", how=UNNAMED, week=week, crowd=crowd, band=band.strip())
    telling.raised(by=by, row=row)
    return row


@registry.action("risks.estimate", may="risks.answer", doors=BOTH, shows=RiskShown.of)
def estimate(
    *,
    by: Actor,
    risk_id: RiskId,
    level: Level = "current",
    chance_low: Chance = None,
    chance_high: Chance = None,
    loss_low: Amount = None,
    loss_high: Amount = None,
    basis: Basis = "",
) -> Risk:
    """Say how likely a warning is to come true and what it would cost, each as a range. What was said before stays readable; the newest counts."""
    row = locked(risk_id)
    if by.person_id not in (row.answerer_id, row.raised_by_id) and not by.may("risks.edit"):
        raise registry.Refused("risks.answer") if by.may("risks.read") else registry.NotThere(str(risk_id))
    if all(one is None for one in (chance_low, chance_high, loss_low, loss_high)):
        raise registry.Mistake(_("Give a chance or an amount, each from and to."), "chance_low")
    keep_estimate(by=by, row=row, level=level, chance=(chance_low, chance_high), loss=(loss_low, loss_high), basis=basis)
    return row


def keep_estimate(
    *, by: Actor, row: Risk, level: str, chance: tuple[float | None, float | None], loss: tuple[float | None, float | None], basis: str
) -> Estimate | None:
    """Inside an act. Nothing where nothing was said; what is left out stays as it was said before."""
    low, high = ordered(*chance, "chance_high")
    least, most = ordered(*loss, "loss_high")
    if low is None and least is None:
        return None
    before = Estimate.objects.filter(risk=row, level=level).last()
    if low is not None:
        low, high = low / 100, high / 100
    elif before is not None:
        low, high = before.chance_low, before.chance_high
    if least is None and before is not None:
        least, most = before.loss_low, before.loss_high
    made = Estimate.objects.create(
        risk=row, level=level, chance_low=low, chance_high=high, loss_low=least, loss_high=most, basis=basis.strip(), person_id=by.person_id
    )
    journal.record(by=by, event="risks.estimated", subject=row, payload={"level": level, "chance": [low, high], "loss": [least, most]})
    return made


@registry.action("risks.see_too", may="risks.raise", doors=BOTH, shows=RiskShown.of)
def see_too(
    *, by: Actor, risk_id: RiskId, words: Annotated[str, Field(description="What of it you see, if you like.", max_length=600)] = ""
) -> Risk:
    """Say that you see it too: a warning that several see is heard sooner. Said twice it counts once."""
    row = locked(risk_id)
    if by.person_id is None or by.person_id == row.raised_by_id:
        raise registry.Mistake(_("You raised it yourself. Say more of it instead."))
    _seen, new = Seen.objects.get_or_create(risk=row, person_id=by.person_id, defaults={"words": words.strip(), "on": clock.today()})
    if new:
        journal.record(by=by, event="risks.seen_too", subject=row, payload={})
    return row


@registry.action("risks.say_more", may="risks.raise", doors=BOTH, shows=RiskShown.of)
def say_more(*, by: Actor, risk_id: RiskId, words: Words) -> Risk:
    """Say more about a warning of yours, or answer what you were asked about it."""
    row = raised(by, risk_id)
    turn(by=by, row=row, kind=SAID, words=said(words))
    return row


@registry.action("risks.speak_louder", may="risks.raise", doors=BOTH, shows=RiskShown.of)
def speak_louder(*, by: Actor, risk_id: RiskId, words: Words = "") -> Risk:
    """Say a warning of yours more strongly: it goes one step up, to the next who must answer."""
    row = raised(by, risk_id)
    go_up(by=by, row=row, words=words.strip())
    return row


def go_up(*, by: Actor, row: Risk, words: str) -> None:
    """One voice louder, and whoever comes next answers, soon. Inside an act. With nobody named to come next it stays where it is, louder."""
    days, louder = queries.handling(), LOUDER_THAN[row.voice]
    comes = days.next_voice(louder)
    row.answer_by = answer_day(clock.today(), row.act_by, days.read_days, days.read_days)
    row.read_on = row.read_on if comes is None or comes.id == row.answerer_id else None
    turn(by=by, row=row, kind=LOUDER, words=words, voice=louder, to_id=comes.id if comes else None)

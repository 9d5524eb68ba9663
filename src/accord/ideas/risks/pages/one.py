"""The page of one warning: what was said, what became of it, and what whoever looks may do."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.base import clock
from accord.base.people import sealed
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .. import queries
from ..actions.answering import place_of
from ..models import (
    ACCEPTED,
    ACTING,
    ACTS,
    ANSWERS,
    CONCERN,
    DECLINED,
    ENDED,
    LEVELS,
    OPEN,
    SAID,
    STOP,
    UNCOMFORTABLE,
    UNNAMED,
    WAITS,
    Estimate,
    Note,
    Risk,
    Seen,
    Turn,
)
from ..naming import the
from . import wording
from .frame import Framed, framed
from .rows import may_answer

SAYS = {
    "read": gettext_lazy("has read it"),
    "asked": gettext_lazy("asks back"),
    "said": gettext_lazy("says more"),
    "acts": gettext_lazy("says what is done"),
    "accepts": gettext_lazy("accepts it until %(until)s"),
    "declines": gettext_lazy("declines, with a reason"),
    "handed": gettext_lazy("hands it to %(to)s"),
    "louder": gettext_lazy("says it more strongly: %(to)s answers from here on"),
    "looked": gettext_lazy("has looked again"),
    "reopened": gettext_lazy("opens it again"),
    "ends": gettext_lazy("says that it is over"),
}
LOUDER_ALONE = gettext_lazy("says it more strongly")
LEVEL_NAMES = dict(LEVELS)


@dataclass(frozen=True)
class Spoken:
    """A turn of the conversation. mine: of the side that warned; face: nobody for Accord and for somebody without a name."""

    who: str
    face: Person | None
    says: str
    day: str
    words: str
    mine: bool


@dataclass(frozen=True)
class Guess:
    """One estimate of a level: the newest counts, those before stay readable."""

    chance: str
    loss: str
    basis: str
    who: str
    day: str


@dataclass(frozen=True)
class Level:
    name: str
    now: Guess
    before: list[Guess]


@dataclass(frozen=True)
class Due:
    """One clock: what, by when, and whether it was; late: its day has passed and it was not."""

    what: str
    by: str
    done: str
    late: bool


@dataclass(frozen=True)
class Noted:
    """A note of those who answer; words: nothing where this installation cannot open it."""

    who: str
    day: str
    words: str


@dataclass(frozen=True)
class May:
    """What whoever looks may do now."""

    answer: bool
    look: bool
    see_too: bool
    more: bool
    louder: bool
    estimate: bool
    ask: bool
    end: bool


@dataclass(frozen=True)
class OnePage:
    """changed: what was done about it, in the words of whoever answered. notes: None for whoever may not read them."""

    risk: Risk
    framed: Framed
    headline: str
    standfirst: str
    raised: str
    face: Person | None
    changed: Turn | None
    day: str
    ahead: str
    needs: str
    loss: str
    act_by: str
    talk: list[Spoken]
    levels: list[Level]
    seen: list[Seen]
    clocks: list[Due]
    outer: str
    voice: str
    notes: list[Noted] | None
    may: May
    next_voice: str  # the Chief Information Officer; empty where nobody was named

    @property
    def waits(self) -> bool:
        return self.risk.state == WAITS


def one_page(*, by: Actor, risk_id: object) -> OnePage:
    risk = queries.risk(risk_id)  # type: ignore[arg-type]
    turns, seen = queries.turns_of(risk.id), list(Seen.objects.select_related("person").filter(risk=risk))
    answer = next((one for one in reversed(turns) if one.kind in ANSWERS), None)
    days = queries.handling()
    return OnePage(
        risk=risk,
        framed=framed(risk),
        headline=_headline(risk),
        standfirst=_standfirst(risk, answer),
        raised=wording.raised(risk, by.person_id),
        face=risk.raised_by if risk.how == OPEN else None,
        changed=answer if risk.state == ACTING and answer and answer.kind == ACTS else None,
        day=wording.coming(risk.bites_on) if risk.bites_on else "",
        ahead=wording.ahead_of(risk.bites_on) if risk.bites_on else "",
        needs=wording.days_to_act(risk),
        loss=wording.loss(queries.told(risk.id).current, risk.client.currency),
        act_by=wording.weekday(risk.act_by) if risk.act_by else "",
        talk=[_spoken(risk, one, by) for one in turns],
        levels=_levels(risk),
        seen=seen,
        clocks=_clocks(risk, days),
        outer=_outer(risk, days),
        voice=str(risk.get_voice_display()),
        notes=_notes(by, risk),
        may=_may(by, risk, seen),
        next_voice=_next_voice(risk, days),
    )


def _next_voice(risk: Risk, days: queries.HandlingNow) -> str:
    """Who answers once it is said more strongly; empty where that changes nothing."""
    comes = days.next_voice(UNCOMFORTABLE if risk.voice == CONCERN else STOP)
    return the(comes) if comes and comes.id != risk.answerer_id else ""


def _headline(risk: Risk) -> str:
    """What became of it, in a sentence."""
    today = clock.today()
    if risk.state == ENDED:
        ending = getattr(risk, "ending", None)
        return _("It came true") if ending and ending.came_true else _("It is over, and did not come true")
    if risk.state == ACTING:
        return _("Somebody acts on it")
    if risk.state == ACCEPTED and risk.review_on:
        return _("It is accepted until %(day)s") % {"day": wording.coming(risk.review_on)}
    if risk.state == DECLINED:
        return _("It was declined, with a reason")
    if risk.answer_by < today:
        return _("It was to be answered by %(day)s") % {"day": wording.weekday(risk.answer_by)}
    return _("It waits for an answer until %(day)s") % {"day": wording.weekday(risk.answer_by)}


def _standfirst(risk: Risk, answer: Turn | None) -> str:
    if risk.state == ENDED:
        ending = getattr(risk, "ending", None)
        return (ending.event.title if ending.event else ending.words) if ending else ""
    if answer and risk.state in (ACCEPTED, DECLINED):
        return answer.words
    parts = [_("%(who)s answers it.") % {"who": capfirst(the(risk.answerer))}]
    if risk.bites_on and risk.bites_on >= clock.today():
        told = {"ahead": wording.ahead_of(risk.bites_on), "needs": wording.days_to_act(risk)}
        parts.append(_("It would bite %(ahead)s, and acting takes %(needs)s.") % told if told["needs"] else _("It would bite %(ahead)s.") % told)
    return " ".join(parts)


def _spoken(risk: Risk, turn: Turn, by: Actor) -> Spoken:
    mine = turn.kind in (SAID, "louder") and (turn.by_id is None or turn.by_id == risk.raised_by_id)
    unnamed = turn.by is None and turn.kind == SAID
    day = wording.plain(turn.on)
    if unnamed:
        day = _("week of %(week)s") % {"week": wording.plain(turn.on - timedelta(days=turn.on.weekday()))}
    nobody = _("Somebody without a name") if unnamed else _("Accord")
    who = nobody if turn.by is None else _("You") if turn.by_id == by.person_id else turn.by.called
    told = {"until": wording.plain(turn.until) if turn.until else "", "to": the(turn.to) if turn.to else ""}
    says = str(LOUDER_ALONE if turn.kind == "louder" and not turn.to else SAYS[turn.kind])
    return Spoken(who, turn.by, says % told if "%(" in says else says, day, turn.words, mine)


def _levels(risk: Risk) -> list[Level]:
    """As it would be with nothing done, as it is, and once what is planned is done; newest first in each."""
    every = list(Estimate.objects.select_related("person").filter(risk=risk))[::-1]
    of = {level: list(some) for level, some in groupby(sorted(every, key=lambda one: one.level), key=lambda one: one.level)}
    found = []
    for level, name in LEVELS:
        guesses = [_guess(one, risk) for one in of.get(level, [])]
        if guesses:
            found.append(Level(str(name), guesses[0], guesses[1:]))
    return found


def _guess(said: Estimate, risk: Risk) -> Guess:
    unnamed = said.person is None and risk.how == UNNAMED
    who = said.person.called if said.person else _("Somebody without a name") if unnamed else _("Nobody in particular")
    day = wording.plain(risk.week) if unnamed and risk.week else wording.plain(said.at.date())
    return Guess(wording.chance(said), wording.loss(said, risk.client.currency), said.basis, who, day)


def _clocks(risk: Risk, days: queries.HandlingNow) -> list[Due]:
    """Read, answered, looked at again."""
    today = clock.today()
    read_by = _begun(risk) + timedelta(days=days.read_days)
    found = [
        Due(_("Read by whoever answers"), wording.weekday(read_by), wording.plain(risk.read_on) if risk.read_on else "", not risk.read_on and read_by < today),
        Due(_("Answered"), wording.weekday(risk.answer_by), _answered(risk), risk.state == WAITS and risk.answer_by < today),
    ]
    if risk.review_on:
        what = _("Comes back by itself") if risk.state == ACCEPTED else _("Looked at again")
        found.append(Due(what, wording.weekday(risk.review_on), "", risk.review_on < today))
    return found


def _answered(risk: Risk) -> str:
    return wording.plain(risk.answered_on) if risk.answered_on and risk.state != WAITS else ""


def _begun(risk: Risk) -> date:
    """From when days count: where only the week is known, from its Monday."""
    return risk.week if risk.how == UNNAMED and risk.week else risk.warned_on


def _outer(risk: Risk, days: queries.HandlingNow) -> str:
    if risk.state != WAITS:
        return ""
    begun = _begun(risk)
    told = {"read": wording.plain(begun + timedelta(days=days.outer_read_days)), "answer": wording.plain(begun + timedelta(days=days.outer_answer_days))}
    return _("Whatever happens, it is read by %(read)s and answered by %(answer)s.") % told


def _notes(by: Actor, risk: Risk) -> list[Noted] | None:
    """For those who answer alone; whoever raised it never reads them, whatever else they may."""
    if by.person_id == risk.raised_by_id or not (by.person_id == risk.answerer_id or by.may("risks.edit")):
        return None
    return [Noted(one.by.called, wording.plain(one.at.date()), _opened(one, risk)) for one in Note.objects.select_related("by").filter(risk=risk)]


def _opened(note: Note, risk: Risk) -> str:
    try:
        return sealed.unseal(note.sealed, about=place_of(risk))
    except sealed.CannotOpen:
        return ""


def _may(by: Actor, risk: Risk, seen: list[Seen]) -> May:
    mine, edits, open_ = by.person_id is not None and by.person_id == risk.raised_by_id, by.may("risks.edit"), risk.is_open
    answers = may_answer(by, risk)
    return May(
        answer=answers,
        look=answers and risk.state != WAITS,
        see_too=open_ and not mine and by.person_id != risk.answerer_id and by.may("risks.raise") and by.person_id not in [one.person_id for one in seen],
        more=open_ and mine and by.may("risks.raise"),
        louder=open_ and mine and by.may("risks.raise") and risk.voice != STOP,
        estimate=open_ and (mine or answers),
        ask=open_ and edits,
        end=open_ and (mine or edits) and by.person_id != risk.answerer_id,
    )

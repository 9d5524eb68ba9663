"""A warning on a phone: for whoever must answer it, for whoever raised it, and for whoever is asked whether they see it too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base.people.models import Person
from accord.ideas.listen.labels import named

from .. import queries
from ..models import (
    ACCEPTED,
    ACCEPTS,
    ACTING,
    ACTS,
    ASKED,
    DECLINED,
    DECLINES,
    ENDED,
    ENDS,
    HANDED,
    LOOKED,
    LOUDER,
    OPEN,
    PROXY,
    READ,
    REOPENED,
    SAID,
    STOP,
    WAITS,
    Estimate,
    Risk,
    Turn,
)  # fmt: skip
from . import wording
from .frame import Framed, framed

Slots = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Line:
    """One turn. mine: whoever reads it said it. face: nobody where Accord did it or nobody is named."""

    kind: str
    who: str
    face: Person | None
    did: str
    words: str
    mine: bool


@dataclass(frozen=True)
class HandPage:
    """What was said, by whom, what it would cost, and what came of it; headline and standfirst are for whoever reads."""

    risk: Risk
    framed: Framed
    slots: Slots
    raised: str
    face: Person | None
    others: str
    headline: str
    standfirst: str
    lines: Sequence[Line]
    news: str

    @property
    def waits(self) -> bool:
        return self.risk.state == WAITS

    @property
    def unread(self) -> bool:
        return self.waits and self.risk.read_on is None

    @property
    def open(self) -> bool:
        return self.risk.is_open

    @property
    def asked(self) -> bool:
        """Whether a question waits for whoever raised it."""
        return self.open and bool(self.lines) and self.lines[-1].kind == ASKED

    @property
    def louder(self) -> bool:
        """Whether it can be said more strongly."""
        return self.open and self.risk.voice != STOP


def slots_of(risk: Risk, said: Estimate | None, currency: str) -> Slots:
    """What stands behind the first sentence: cost, what is asked, by when, how likely, when it would bite; what nobody said is left out."""
    cost = " · ".join(filter(None, (risk.costs, wording.loss(said, currency))))
    found = (
        (_("What it may cost"), cost),
        (_("What is asked"), risk.asks),
        (_("By when"), wording.plain(risk.act_by) if risk.act_by else ""),
        (_("How likely"), wording.chance(said)),
        (_("When it would bite"), wording.plain(risk.bites_on) if risk.bites_on else ""),
    )
    return [(label, words) for label, words in found if words]


def hand_page(risk_id: UUID, *, reader: Person, answers: bool = False) -> HandPage:
    """answers: for whoever must answer; otherwise for whoever raised it."""
    risk, told = queries.risk(risk_id), queries.told(risk_id)
    turns = queries.turns_of(risk_id)
    headline, standfirst = _to_answer(risk) if answers else _became(risk)
    return HandPage(
        risk=risk,
        framed=framed(risk),
        slots=slots_of(risk, told.current, risk.client.currency),
        raised=wording.raised(risk, reader.id),
        face=risk.raised_by if risk.how == OPEN else None,
        others=wording.others(told.seen),
        headline=headline,
        standfirst=standfirst,
        lines=[_line(one, risk, reader) for one in turns],
        news=next((one.words for one in reversed(turns) if one.kind in (ACTS, ACCEPTS, DECLINES)), "") if risk.answered_on else "",
    )


def _line(turn: Turn, risk: Risk, reader: Person) -> Line:
    mine = turn.by_id == reader.id
    if mine:
        who = _("You")
    elif turn.by:
        who = turn.by.called
    else:
        who = "Accord" if turn.kind != SAID else _("Somebody")
    return Line(turn.kind, who, None if mine else turn.by, _did(turn, risk), turn.words, mine)


def _did(turn: Turn, risk: Risk) -> str:
    """What somebody did, behind their name; the day is left out where it would say more of whoever gave no name than the week."""
    to = turn.to.called if turn.to else ""
    until = wording.plain(turn.until) if turn.until else ""
    said = {
        READ: _("has read it"),
        ASKED: _("asks back"),
        SAID: _("said more"),
        ACTS: _("something changes"),
        ACCEPTS: _("accepted until %(day)s") % {"day": until},
        DECLINES: _("declined, with a reason"),
        HANDED: _("handed it to %(who)s") % {"who": to},
        LOUDER: _("one step up, to %(who)s") % {"who": to} if to else _("said more strongly"),
        LOOKED: _("looked at it again"),
        REOPENED: _("opened it again"),
        ENDS: _("it is over"),
    }[turn.kind]
    return said if turn.kind == SAID and risk.how not in (OPEN, PROXY) else f"{said}, {wording.plain(turn.on)}"


def _to_answer(risk: Risk) -> tuple[str, str]:
    """For whoever must answer."""
    if not risk.is_open:
        return _became(risk)
    if risk.state != WAITS:
        return _("You answered this warning"), _after(risk)
    who = risk.raised_by.called if risk.how == OPEN and risk.raised_by else ""
    headline = _("%(who)s sees something coming") % {"who": who} if who else _("Somebody sees something coming")
    return headline, _("You answer by %(day)s, %(ahead)s.") % {"day": wording.weekday(risk.answer_by), "ahead": wording.ahead_of(risk.answer_by)}


def _after(risk: Risk) -> str:
    if risk.state == ACCEPTED and risk.review_on:
        return _("It is accepted until %(day)s, and comes back by itself then.") % {"day": wording.plain(risk.review_on)}
    if risk.review_on:
        return _("You look at it again on %(day)s.") % {"day": wording.plain(risk.review_on)}
    return _("It stays open until somebody says that it came true, or that its day has passed.")


def _became(risk: Risk) -> tuple[str, str]:
    """For whoever raised it."""
    told = {"who": named(risk.answerer), "day": wording.weekday(risk.answer_by)}
    if risk.state == ENDED:
        return _over(risk)
    if risk.state == ACTING:
        return _("You were heard, and something changes"), _capital(wording.answered(risk))
    if risk.state == ACCEPTED and risk.review_on:
        return _("You were heard, and it is accepted for a time"), _("Until %(day)s. Then it comes back by itself.") % {"day": wording.plain(risk.review_on)}
    if risk.state == DECLINED:
        return _("You were heard, and it was declined"), _("With a reason, below. Your warning stays written down, and counts should it come true.")
    if risk.read_on:
        return _("Your warning was read"), _("An answer comes from %(who)s by %(day)s. If not, it goes one step up.") % told
    return _("Your warning is with %(who)s") % {"who": named(risk.answerer)}, _("They answer by %(day)s. If not, it goes one step up.") % told


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _over(risk: Risk) -> tuple[str, str]:
    ending = risk.ending
    if not ending.came_true or ending.event is None:
        return _("It did not come true"), _("It was right to say it: a warning that comes to nothing costs little.")
    return _("What you saw coming came true"), " ".join(filter(None, (f"{ending.event.title}.", ahead(risk, ending.event.happened_on), _learned(risk))))


def ahead(risk: Risk, happened_on: date) -> str:
    """We were told 41 days ahead and answered on day 3. Never counted where only the week is known."""
    days = (happened_on - risk.warned_on).days
    if risk.how not in (OPEN, PROXY) or days <= 0:
        return ""
    if risk.answered_on is None or risk.answered_on > happened_on:
        return _("We were told %(days)d days ahead, and had not answered.") % {"days": days}
    return _("We were told %(days)d days ahead, and answered on day %(day)d.") % {"days": days, "day": (risk.answered_on - risk.warned_on).days}


def _learned(risk: Risk) -> str:
    event = risk.ending.event
    return _("Since then: %(words)s") % {"words": event.learned} if event and event.learned else ""

"""Answering a warning: that it was read, a question back, what is done, accepted for a time, declined; handing it on, looking again."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people import sealed
from accord.base.people.rules import Actor

from .. import queries
from ..models import ACCEPTED, ACCEPTS, ACTING, ACTS, ASKED, DECLINED, DECLINES, HANDED, LOOKED, READ, REOPENED, WAITS, Note, Risk
from ..queries.risks import RiskShown
from ..rules import answer_day
from .held import locked, said, to_answer, turn
from .words import BOTH, Day, PersonId, RiskId, Words


def place_of(row: Risk) -> str:
    """Where a note of a warning belongs: sealed there, it opens nowhere else."""
    return f"risks.note:{row.client_id}:{row.id}"


@registry.action("risks.read", may="risks.answer", doors=BOTH, shows=RiskShown.of)
def read(*, by: Actor, risk_id: RiskId) -> Risk:
    """Say that you have read a warning you must answer. Whoever raised it is told."""
    row = to_answer(by, risk_id)
    if row.read_on is None:
        _mark_read(by, row)
    return row


def _mark_read(by: Actor, row: Risk) -> None:
    row.read_on = clock.today()
    turn(by=by, row=row, kind=READ)


def _answer(by: Actor, row: Risk, kind: str, words: str, state: str, review_on: date | None) -> Risk:
    """An answer says that it was read, too."""
    row.read_on = row.read_on or clock.today()
    row.state, row.review_on = state, review_on
    turn(by=by, row=row, kind=kind, words=words, until=review_on)
    return row


def _ahead(day: date | None, field: str) -> date | None:
    if day is not None and day <= clock.today():
        raise registry.Mistake(_("Choose a day from tomorrow on."), field)
    return day


@registry.action("risks.ask_back", may="risks.answer", doors=BOTH, shows=RiskShown.of)
def ask_back(*, by: Actor, risk_id: RiskId, words: Words) -> Risk:
    """Ask whoever raised a warning something about it. It still waits for an answer."""
    row = to_answer(by, risk_id)
    row.read_on = row.read_on or clock.today()
    turn(by=by, row=row, kind=ASKED, words=said(words))
    return row


@registry.action("risks.act", may="risks.answer", doors=BOTH, shows=RiskShown.of)
def act(*, by: Actor, risk_id: RiskId, words: Words, review_on: Day = None) -> Risk:
    """Answer a warning: something changes. Say what, and when it is looked at again if you know."""
    return _answer(by, to_answer(by, risk_id), ACTS, said(words), ACTING, _ahead(review_on, "review_on"))


@registry.action("risks.accept", may="risks.answer", doors=BOTH, shows=RiskShown.of)
def accept(
    *, by: Actor, risk_id: RiskId, words: Words, until: Annotated[date, Field(description="The day it comes back by itself.")]
) -> Risk:
    """Answer a warning: it is accepted until a day, with the reason. On that day it comes back by itself."""
    return _answer(by, to_answer(by, risk_id), ACCEPTS, said(words), ACCEPTED, _ahead(until, "until"))


@registry.action("risks.decline", may="risks.answer", doors=BOTH, shows=RiskShown.of)
def decline(*, by: Actor, risk_id: RiskId, words: Words) -> Risk:
    """Answer a warning: nothing is done, with the reason. It stays written down, and counts should it come true."""
    return _answer(by, to_answer(by, risk_id), DECLINES, said(words), DECLINED, None)


@registry.action("risks.hand_over", may="risks.answer", doors=BOTH, shows=RiskShown.of)
def hand_over(*, by: Actor, risk_id: RiskId, person_id: PersonId, words: Words = "") -> Risk:
    """Have somebody else answer a warning. The day by which it is answered stays."""
    row, comes = to_answer(by, risk_id), people.person(person_id)
    if comes.left_at is not None or comes.id in (row.answerer_id, row.raised_by_id):
        raise registry.Mistake(_("Choose somebody else: they are here, and neither raised it nor answer it already."), "person_id")
    row.read_on = None
    turn(by=by, row=row, kind=HANDED, words=words.strip(), to_id=comes.id)
    return row


@registry.action("risks.look_again", may="risks.answer", doors=BOTH, shows=RiskShown.of)
def look_again(*, by: Actor, risk_id: RiskId, words: Words, review_on: Day = None) -> Risk:
    """Say after another look why a warning still stands as it does. What is accepted needs the day until which it stays so."""
    row = to_answer(by, risk_id)
    if row.state == ACCEPTED and review_on is None:
        raise registry.Mistake(_("Say until when it stays accepted."), "review_on")
    row.review_on = _ahead(review_on, "review_on")
    turn(by=by, row=row, kind=LOOKED, words=said(words), until=row.review_on)
    return row


@registry.action("risks.reopen", may="risks.answer", doors=BOTH, shows=RiskShown.of)
def reopen(*, by: Actor, risk_id: RiskId, words: Words) -> Risk:
    """Take back an answer: the warning waits for one again."""
    row = to_answer(by, risk_id)
    if row.state == WAITS:
        raise registry.Conflict(_("It waits for an answer already."))
    wait_again(by=by, row=row, words=said(words))
    return row


def wait_again(*, by: Actor, row: Risk, words: str) -> None:
    """Inside an act."""
    days = queries.handling()
    row.state, row.review_on = WAITS, None
    row.answer_by = answer_day(clock.today(), row.act_by, days.read_days, days.answer_days)
    turn(by=by, row=row, kind=REOPENED, words=words)


@registry.action("risks.note", may="risks.answer")
def note(*, by: Actor, risk_id: RiskId, words: Words) -> Note:
    """Note something for those who answer. Nobody else ever reads it."""
    row = to_answer(by, risk_id)
    made = Note.objects.create(risk=row, sealed=sealed.seal(said(words), about=place_of(row)), by_id=by.person_id)
    journal.record(by=by, event="risks.noted", subject=row, payload={})
    return made


def give_back(*, by: Actor, row: Risk) -> None:
    """An acceptance ended by itself: it waits for an answer again. Inside an act."""
    wait_again(by=by, row=locked(row.id), words=_("It was accepted until today, and comes back by itself."))

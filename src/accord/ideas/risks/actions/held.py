"""A warning held until the act is over, and who may do what to it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor

from .. import telling
from ..models import ANSWERS, Risk, Turn
from .posts import pass_back


def held(risk_id: UUID) -> Risk:
    """One warning, or NotThere."""
    row = Risk.objects.select_for_update(of=("self",)).filter(id=risk_id).first()
    if row is None:
        raise registry.NotThere(str(risk_id))
    return row


def locked(risk_id: UUID) -> Risk:
    """One that is not over. NotThere, or a Conflict once it is."""
    row = held(risk_id)
    if not row.is_open:
        raise registry.Conflict(_("This warning is over. Raise a new one if you see it coming again."))
    return row


def to_answer(by: Actor, risk_id: UUID) -> Risk:
    """The same for whoever must answer it, or looks after the client; to anybody else who came by a link it is not there."""
    row = locked(risk_id)
    if by.person_id != row.answerer_id and not by.may("risks.edit"):
        raise registry.Refused("risks.answer") if by.may("risks.read") else registry.NotThere(str(risk_id))
    return row


def raised(by: Actor, risk_id: UUID) -> Risk:
    """The same for whoever raised it, or looks after the client."""
    row = locked(risk_id)
    if (by.person_id is None or by.person_id != row.raised_by_id) and not by.may("risks.edit"):
        raise registry.Refused("risks.raise") if by.may("risks.read") else registry.NotThere(str(risk_id))
    return row


def said(words: str, field: str = "words") -> str:
    """The words, or a Mistake where there are none."""
    if not words.strip():
        raise registry.Mistake(_("Say it in a sentence: whoever raised it reads it."), field)
    return words.strip()


def turn(*, by: Actor, row: Risk, kind: str, words: str = "", **more: Any) -> Turn:
    """Write down what happened to a warning, and what of it stands from here on, and write to whoever it is for. Inside an act. more: fields of the turn."""
    made = Turn.objects.create(risk=row, kind=kind, words=words, by_id=by.person_id, on=clock.today(), **more)
    if kind in ANSWERS and row.answered_on is None:
        row.answered_on = clock.today()
    before = row.answerer if made.to_id and made.to_id != row.answerer_id else None
    if made.to_id:
        row.answerer_id = made.to_id
    if made.voice:
        row.voice = made.voice
    row.save()
    journal.record(by=by, event="risks.turned", subject=row, payload={"kind": kind} | _told(words, **more))
    telling.turned(by=by, row=row, turn=made, before=before)
    pass_back(made)
    return made


def _told(words: str, *, until: date | None = None, voice: str = "", to_id: UUID | None = None) -> dict[str, str]:
    said = {"words": words, "until": until.isoformat() if until else "", "voice": voice, "to": str(to_id) if to_id else ""}
    return {name: value for name, value in said.items() if value}

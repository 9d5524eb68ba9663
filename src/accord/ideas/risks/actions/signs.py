"""Signs: looked for every night, set aside with a word, or raised as a warning."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry, scope
from accord.base.jobs import every, job
from accord.base.people.access import accord_itself
from accord.base.people.rules import Actor
from accord.base.registry import WarningSign

from ..foreseeing import Foreseeing, grounds
from ..models import Risk, Suggestion
from ..queries.risks import risk
from ..queries.signs import SignShown, open_sign, open_signs
from ..rules.signs import TIME
from .raising import raise_risk
from .words import BOTH, RiskId

SignId = Annotated[UUID, Field(description="The sign.")]


@every(hours=24, at="05:40", each_client=True)
@job()
def look_for_signs() -> None:
    """Keep what the facts suggest tonight: what is new, what is still so, and what is not so any more."""
    by, foreseeing = accord_itself(scope.one()), Foreseeing(clock.today())
    for found in registry.warning_signal:
        signs = list(found.function(by=by))
        with registry.acting(by, "risks.look_for_signs"):
            _keep(found.name, signs, foreseeing)


def _keep(kind: str, signs: list[WarningSign], foreseeing: Foreseeing) -> None:
    today = clock.today()
    keys = {one.key: one for one in signs}
    known = {row.key: row for row in Suggestion.objects.filter(key__in=list(keys))}
    for key, row in known.items():
        row.last_seen, row.gone_on, row.facts, row.bites_on = today, None, keys[key].facts, keys[key].bites_on
    Suggestion.objects.bulk_update(known.values(), ["last_seen", "gone_on", "facts", "bites_on"], batch_size=200)
    new = [_new(kind, one, foreseeing, today) for key, one in keys.items() if key not in known]
    Suggestion.objects.bulk_create(new, batch_size=200)
    Suggestion.objects.filter(kind=kind, gone_on=None, last_seen__lt=today).update(gone_on=today)


def _new(kind: str, one: WarningSign, foreseeing: Foreseeing, today: date) -> Suggestion:
    row = Suggestion(
        key=one.key, kind=kind, initiative_id=one.initiative_id, goal_id=one.goal_id, facts=one.facts, since=one.since, bites_on=one.bites_on,
        first_seen=today, last_seen=today, due_on=today + TIME,
    )  # fmt: skip
    found = foreseeing.of(kind, one)
    if found:
        row.chance_low, row.chance_high, row.grounds = found.chance_low, found.chance_high, grounds(kind, found)
    return row


def _held(sign_id: UUID) -> Suggestion:
    """A sign nobody has decided about, or NotThere or a Conflict."""
    row = open_sign(Suggestion.objects.select_for_update(of=("self",)), sign_id)
    if row.set_aside_on or row.risk_id:
        raise registry.Conflict(_("Somebody has set this sign aside, or raised it, already."))
    return row


@registry.action("risks.dismiss_sign", may="risks.edit", doors=BOTH, shows=SignShown.of)
def dismiss_sign(
    *, by: Actor, sign_id: SignId, why: Annotated[str, Field(description="Why not now, in a few words.", min_length=1, max_length=300)]
) -> Suggestion:
    """Set a sign aside with a word. It counts all the same when one looks back at how often such signs came true."""
    if not why.strip():
        raise registry.Mistake(_("Say in a few words why not now."), "why")
    row = _held(sign_id)
    row.set_aside_by_id, row.set_aside_why, row.set_aside_on = by.person_id, why.strip(), clock.today()
    row.save(update_fields=["set_aside_by", "set_aside_why", "set_aside_on"])
    journal.record(by=by, event="risks.sign_set_aside", subject=row, payload={"kind": row.kind, "why": row.set_aside_why})
    return row


def raise_from(*, by: Actor, sign_id: UUID | None, **said: Any) -> Risk:
    """Raise a warning, made of a sign where there was one. One that somebody raised or set aside meanwhile stays as it is."""
    with registry.acting(by, "risks.raise_risk"):
        row = raise_risk(by=by, **said)
        if sign_id and open_signs().filter(id=sign_id).exists():
            take_sign(by=by, sign_id=sign_id, risk_id=row.id)
        return row


@registry.action("risks.take_sign", may="risks.raise", doors=BOTH, shows=SignShown.of)
def take_sign(*, by: Actor, sign_id: SignId, risk_id: RiskId) -> Suggestion:
    """Say that a sign was raised as a warning, so that it is suggested no more."""
    row = _held(sign_id)
    row.risk = risk(risk_id)
    row.save(update_fields=["risk"])
    journal.record(by=by, event="risks.sign_raised", subject=row, payload={"kind": row.kind, "risk": str(risk_id)})
    return row

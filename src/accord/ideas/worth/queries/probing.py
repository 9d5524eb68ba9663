"""What one step of a case comes to by itself: a question to the same engine, with the step as the only option."""

import json
from dataclasses import replace

from accord.base import estimate
from accord.base.estimate import Outcome, Role

from ..rules.draft import Choice
from .weighing import WeighedCase, answered

YEARLY = "loss a year"


def yearly(found: WeighedCase) -> Outcome | None:
    """What the problem costs a year, in the case's currency; None where the case has no such step."""
    return step(found, YEARLY, f"{YEARLY} * 1 year") if any(one.name == YEARLY for one in found.draft.steps) else None


def step(found: WeighedCase, name: str, formula: str) -> Outcome | None:
    """The spread of a formula over the case's quantities; None when it does not come out in the case's currency."""
    used = tuple(one for one in found.draft.steps)
    draft = replace(found.draft, choices=(Choice(name, formula, Role.OTHER),), steps=used, people=(), groups=())
    try:
        _case, weighed = answered(json.dumps(draft.to_data(), sort_keys=True), estimate.TYPING)
    except (estimate.CaseError, estimate.NotFinite):
        return None
    return weighed.options[0]

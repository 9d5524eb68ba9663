"""The page on which is set how warnings are handled."""

from typing import Any

from .. import queries


def initial() -> dict[str, Any]:
    """As it stands, for the form."""
    now = queries.handling()
    here = [one for one in now.ladder if one.left_at is None]
    listeners = {f"listener_{place}": one.id for place, one in enumerate(now.listeners, 1)}
    return {"read_days": now.read_days, "answer_days": now.answer_days, **listeners, **{f"next_{place}": one.id for place, one in enumerate(here[:2], 1)}}

"""Trying an action from a form: what it refuses is shown where it belongs, and what was typed stays."""

from collections.abc import Callable

from django import forms

from accord.base import registry

DONE, REFUSED, CONFLICT = 200, 422, 409


def attempt(form: forms.Form, act: Callable[[], object]) -> int:
    """DONE when the form was right and the action did it; otherwise the status of the page that shows the form again."""
    if not form.is_valid():
        return REFUSED
    try:
        act()
    except registry.Mistake as mistake:
        place = {"person_id": "who"}.get(mistake.field or "", mistake.field)
        form.add_error(mistake.field if mistake.field in form.fields else place if place in form.fields else None, mistake.message)
        form.sketch = getattr(mistake, "sketch", "")  # type: ignore[attr-defined]
        return CONFLICT if isinstance(mistake, registry.Conflict) else REFUSED
    return DONE

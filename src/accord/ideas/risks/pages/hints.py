"""Hints at the wording of a warning: beside the field, never in the way."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.base.people.models import Person

from ..rules import framing
from ..rules.framing import Hint

MOST = 3
WHOLE: dict[str, str | Promise] = {
    framing.NO_FACT: gettext_lazy("Say one thing that somebody else could look at."),
    framing.NO_NUMBER: gettext_lazy("A number helps: how many, how often, how long."),
    framing.NO_DATE: gettext_lazy("A day helps: when it would bite, or until when acting helps."),
}


def hints_of(sees: str, *, costs: str, asks: str, has_number: bool, has_day: bool) -> list[str]:
    """A few sentences, those about people first. Nothing of it is kept or counted."""
    found = framing.hints(sees, costs=costs, asks=asks, names=_names_in(sees), has_number=has_number, has_day=has_day)
    return [_said(one, sees) for one in sorted(found, key=lambda one: (not one.is_blame, one.start == one.end))[:MOST]]


def _names_in(text: str) -> list[str]:
    """Names of people here that stand in the text."""
    small = text.lower()
    names = {part for name in Person.objects.filter(left_at=None).values_list("name", flat=True) for part in (name, *name.split()) if len(part) > 2}
    return sorted(name for name in names if name.lower() in small)


def _said(hint: Hint, text: str) -> str:
    words = {"words": text[hint.start : hint.end], "instead": hint.instead}
    if hint.kind in WHOLE:
        return str(WHOLE[hint.kind])
    if hint.is_blame and hint.instead:
        return _("“%(words)s” points at people. “%(instead)s” says the same of the thing. Use that, or keep yours.") % words
    if hint.is_blame:
        return _("“%(words)s” points at people. What was there, or was not, is easier to hear. Change it, or keep yours.") % words
    return _("“%(words)s” can mean much. Say what, where and how often, or keep it.") % words

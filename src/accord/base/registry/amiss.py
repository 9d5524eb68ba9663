"""What does not fit in what was sent to a verb: where, and one plain sentence. Every door tells the same."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic import ValidationError

_BROKEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Amiss:
    """One thing that does not fit. `where` is a path such as `options.2.name`, empty for the whole."""

    where: str
    what: str


def is_broken(given: Any) -> bool:
    """Whether text anywhere in it holds characters no database keeps: control characters, halves of surrogate pairs."""
    waiting = [given]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str) and _BROKEN.search(value):
            return True
        if isinstance(value, dict):
            waiting += [part for pair in value.items() for part in pair]
        elif isinstance(value, list | tuple):
            waiting += value
    return False


def told(error: ValidationError) -> Iterator[Amiss]:
    """Everything that does not fit, in the order of the fields."""
    return (amiss(one, one["loc"]) for one in error.errors(include_url=False, include_input=False))


def amiss(one: Any, loc: tuple[Any, ...]) -> Amiss:
    """One of pydantic's errors in our words, at the place its door calls `loc`."""
    return Amiss(_BROKEN.sub("", ".".join(str(part) for part in loc)), _sentence(one["type"], one.get("ctx", {})))


def _sentence(kind: str, context: dict[str, Any]) -> str:
    if kind in _EXACT:
        return _EXACT[kind](context)
    for start, sentence in _BEGINS.items():
        if kind.startswith(start):
            return sentence(context)
    return _("It does not fit what this field is for.")


def _characters(n: int) -> str:
    return ngettext("Write at most %(n)d character.", "Write at most %(n)d characters.", n) % {"n": n}


def _own(context: dict[str, Any]) -> str:
    return str(context.get("error", "")) or _("It does not fit what this field is for.")


_EXACT: dict[str, Callable[[dict[str, Any]], str]] = {
    "missing": lambda c: _("This is needed."),
    "extra_forbidden": lambda c: _("There is no such field. Leave it out."),
    "value_error": _own,
    "string_too_short": lambda c: _("Write something here.") if c["min_length"] == 1 else _("Write at least %(n)d characters.") % {"n": c["min_length"]},
    "string_too_long": lambda c: _characters(c["max_length"]),
    "string_pattern_mismatch": lambda c: _("It does not have the form this field asks for."),
    "literal_error": lambda c: _("Choose one of: %(these)s.") % {"these": str(c["expected"]).replace(" or ", ", ")},
    "enum": lambda c: _("Choose one of: %(these)s.") % {"these": str(c["expected"]).replace(" or ", ", ")},
    "greater_than": lambda c: _("Write a number above %(n)s.") % {"n": c["gt"]},
    "greater_than_equal": lambda c: _("Write a number from %(n)s on.") % {"n": c["ge"]},
    "less_than": lambda c: _("Write a number below %(n)s.") % {"n": c["lt"]},
    "less_than_equal": lambda c: _("Write a number up to %(n)s.") % {"n": c["le"]},
    "decimal_max_digits": lambda c: _("Write at most %(n)d digits.") % {"n": c["max_digits"]},
    "decimal_max_places": lambda c: _("Write at most %(n)d digits after the point.") % {"n": c["decimal_places"]},
    "decimal_whole_digits": lambda c: _("Write at most %(n)d digits before the point.") % {"n": c["whole_digits"]},
    "too_short": lambda c: _("Send at least %(n)d of them.") % {"n": c["min_length"]},
    "too_long": lambda c: _("Send at most %(n)d of them.") % {"n": c["max_length"]},
    "list_type": lambda c: _("Send a list."),
}
_BEGINS: dict[str, Callable[[dict[str, Any]], str]] = {
    "uuid": lambda c: _("Write an id, such as 01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f."),
    "string": lambda c: _("Write it as text."),
    "int": lambda c: _("Write a whole number."),
    "float": lambda c: _("Write a number."),
    "finite_number": lambda c: _("Write a number."),
    "decimal": lambda c: _("Write a number."),
    "bool": lambda c: _("Write true or false."),
    "date": lambda c: _("Write a date, such as 2026-10-24."),
    "model": lambda c: _("Send an object with its fields."),
    "dataclass": lambda c: _("Send an object with its fields."),
    "dict": lambda c: _("Send an object with its fields."),
}

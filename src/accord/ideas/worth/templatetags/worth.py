"""`{% load worth %}`: chances as so many of twenty, and figures of a quantity in its own unit."""

from django import template
from django.utils.translation import gettext as _

from accord.base.people import reader

from .. import wording

register = template.Library()


@register.filter
def of_twenty(chance: float) -> str:
    """0.56 gives “11 of 20”."""
    return _("%(n)s of 20") % {"n": round(20 * chance)}


@register.filter
def in_words(unit: str) -> str:
    """A unit as the reader says it."""
    return wording.unit(unit)


@register.filter
def counted_in(unit: str) -> str:
    """“in claims a working day”, and “out of 100” where that is the unit."""
    return _("out of 100") if unit == "of 100" else _("in %(unit)s") % {"unit": wording.unit(unit)}


@register.filter
def near(value: float, unit: str) -> str:
    """An uncertain number with its unit: €57 an hour."""
    return wording.about(value, unit)


@register.simple_tag
def between(low: float, high: float, unit: str) -> str:
    """{% between 38 46 "€ an hour" %}: €38 to €46 an hour."""
    return wording.between(low, high, unit)


@register.filter
def exactly(value: float, unit: str) -> str:
    """A known number with its whole unit: €38 an hour."""
    money, rest = wording.parted(unit)
    return " ".join(filter(None, [reader.voice(money).exact(value), rest]))


@register.filter
def plainly(value: float) -> str:
    """A number by itself, never grouped: a year stays 1889."""
    return wording.typed(value) if value >= 10_000 else f"{value:g}"


@register.filter
def of_100(share: float) -> int:
    """0.437 gives 44."""
    return round(100 * share)


@register.filter
def over(value: float, other: float) -> float:
    """How many times `other`, which is not 0."""
    return value / other

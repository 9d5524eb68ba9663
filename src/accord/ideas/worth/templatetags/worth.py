"""`{% load worth %}`: chances as so many of twenty, and figures of a quantity in its own unit."""

from django import template
from django.utils.translation import gettext as _

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
def near(value: float, unit: str) -> str:
    """An uncertain number with its unit: €57 an hour."""
    return wording.about(value, unit)


@register.simple_tag
def between(low: float, high: float, unit: str) -> str:
    """{% between 38 46 "€ an hour" %}: €38 to €46 an hour."""
    return wording.between(low, high, unit)

"""`{% load worth %}`: chances as so many of twenty."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def of_twenty(chance: float) -> str:
    """0.56 gives “11 of 20”."""
    return _("%(n)s of 20") % {"n": round(20 * chance)}

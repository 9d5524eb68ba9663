"""`{% load heard %}`: what belongs to one thing, out of what was found for many."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def of(found: Mapping[Any, Any], key: Any) -> Any:
    """{{ hearings|of:critical.id }}; None where there is none."""
    return found.get(key)

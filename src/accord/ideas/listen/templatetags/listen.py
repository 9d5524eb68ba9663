"""`{% load listen %}`: what the screen calls aspects and marks."""

from django import template

from ..labels import MARKS, aspect_title

register = template.Library()
register.filter("aspect", aspect_title)


@register.filter
def mark(kind: str) -> str:
    """Why a word of ours is marked."""
    return str(MARKS[kind])

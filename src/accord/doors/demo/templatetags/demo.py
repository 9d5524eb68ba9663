"""`{% load demo %}`: the bar at the foot of every page of a demo."""

from typing import Any

from django import template

from accord.doors.demo.faces import FACES

register = template.Library()


@register.inclusion_tag("demo/_roles.html", takes_context=True)
def roles(context: dict[str, Any]) -> dict[str, Any]:
    """Whom one can be; the one that one is is not a button."""
    email = getattr(context.get("user"), "email", "")
    return {"faces": [(one, one.email == email) for one in FACES], "csrf_token": context.get("csrf_token")}

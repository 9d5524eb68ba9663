"""A warning as one reads it: the goal first, then what somebody sees."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..models import Risk


@dataclass(frozen=True)
class Framed:
    """lead: the goal it threatens, set in bold, may be empty. words: theirs, as they stand."""

    lead: str
    words: str


def framed(risk: Risk) -> Framed:
    lead = risk.goal.title if risk.goal else ""
    return Framed(_("%(goal)s:") % {"goal": lead} if lead else "", risk.sees)

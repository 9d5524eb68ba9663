"""A warning as one reads it: the goal first, then what is needed and what somebody sees. Accord puts the sentence together; the words are theirs."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..models import Risk
from ..rules import framing

NEEDS = ("we need ", "we would need ", "wir brauchen ")  # only then what is asked can stand behind “we need”


@dataclass(frozen=True)
class Framed:
    """lead: the goal it threatens, set in bold, may be empty; words: what follows it, beginning where the lead ends."""

    lead: str
    words: str


def framed(risk: Risk) -> Framed:
    """“To decide claims in three days, we need the tests finished. They end on the 8th.”"""
    asks = risk.asks if risk.asks.lower().startswith(NEEDS) else ""
    drafted = framing.frame(risk.goal.title if risk.goal else "", asks)
    if drafted.key == framing.NONE:
        return Framed("", risk.sees)
    lead = _("To %(goal)s") if drafted.key == framing.TO else _("For “%(goal)s”")
    told = {"need": drafted.need, "sees": risk.sees}
    return Framed(lead % {"goal": drafted.goal}, (_(", we need %(need)s. %(sees)s") if drafted.need else _(": %(sees)s")) % told)


def framed_words(goal: str, sees: str) -> str:
    """The same in one line, for what is no warning of the register yet."""
    drafted = framing.frame(goal, "")
    if drafted.key == framing.NONE:
        return sees
    lead = _("To %(goal)s") if drafted.key == framing.TO else _("For “%(goal)s”")
    return lead % {"goal": drafted.goal} + _(": %(sees)s") % {"sees": sees}

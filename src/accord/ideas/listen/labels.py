"""What the screen calls aspects, states and levels, in the language of whoever reads."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ASPECT_TITLES = {
    "goal": gettext_lazy("Why we are doing this"),
    "if_not": gettext_lazy("What if we do not"),
    "day_to_day": gettext_lazy("How it fits their day"),
    "new_risk_or_effort": gettext_lazy("What new risk or effort it brings"),
    "impact_numbers": gettext_lazy("What it costs, in hours or money"),
    "people_and_politics": gettext_lazy("Who is touched by it"),
    "done_means": gettext_lazy("How we would see that it is solved"),
    "tried_so_far": gettext_lazy("What was tried so far"),
}
RUN_INS = {
    "goal": gettext_lazy("Why are we doing this?"),
    "if_not": gettext_lazy("What if we don’t?"),
    "day_to_day": gettext_lazy("How does it fit their day?"),
    "new_risk_or_effort": gettext_lazy("What new risk or effort would it bring?"),
    "impact_numbers": gettext_lazy("What does it cost?"),
    "people_and_politics": gettext_lazy("Who is touched by it?"),
    "done_means": gettext_lazy("How would we see that it is solved?"),
    "tried_so_far": gettext_lazy("What was tried so far?"),
}
STATES = {
    "open": gettext_lazy("open"),
    "unknown_owned": gettext_lazy("somebody finds out"),
    "answered": gettext_lazy("answered, not confirmed"),
    "confirmed": gettext_lazy("confirmed"),
}
LEVELS = (
    gettext_lazy("What was asked for"),
    gettext_lazy("What it does"),
    gettext_lazy("What changes in people’s day"),
    gettext_lazy("What the business gets, with a number"),
    gettext_lazy("A goal both sides share"),
)


def aspect_title(key: str) -> str:
    return str(ASPECT_TITLES.get(key, _("The request itself")))


def run_in(key: str) -> str:
    """The aspect as the bold question a chapter begins with."""
    return str(RUN_INS[key])


def state_title(key: str) -> str:
    return str(STATES[key])


def level_title(level: int) -> str:
    return str(LEVELS[level])

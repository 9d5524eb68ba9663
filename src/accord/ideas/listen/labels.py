"""What the screen calls aspects, states and levels, in the language of whoever reads."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.base.people.models import Person

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
LANGUAGES = {"en": gettext_lazy("English"), "de": gettext_lazy("German")}
STATES = {
    "open": gettext_lazy("open"),
    "unknown_owned": gettext_lazy("somebody finds out"),
    "answered": gettext_lazy("answered, not confirmed"),
    "confirmed": gettext_lazy("confirmed"),
}
MARKS = {
    "trade": gettext_lazy("your word, not theirs"),
    "number": gettext_lazy("your number, not theirs"),
    "name": gettext_lazy("your name for it, not theirs"),
    "vague": gettext_lazy("says little: how often, how much, which ones?"),
}
FIRST_QUESTIONS = {
    "what_happens_today_that_made_you_ask": gettext_lazy("What happens today that made you ask for this?"),
    "what_if_we_do_not": gettext_lazy("What happens if this is not done?"),
    "who_is_affected_and_how_in_their_day": gettext_lazy("Who is affected, and how does it show in their day?"),
    "what_are_you_trying_to_get_done": gettext_lazy("What are you trying to get done?"),
    "what_else_would_solve_it": gettext_lazy("What else would solve it?"),
}
LEVELS = (
    gettext_lazy("What was asked for"),
    gettext_lazy("What it does"),
    gettext_lazy("What changes in people’s day"),
    gettext_lazy("What the business gets, with a number"),
    gettext_lazy("A goal both sides share"),
)


def the_person(person: Person) -> str:
    """“The Head of Claims”: by what they do, or by name where nobody wrote down what they do. At the beginning of a sentence."""
    return _("The %(job)s") % {"job": person.job} if person.job else person.name


def named(person: Person) -> str:
    """The same inside a sentence: “the Head of Claims”."""
    return _("the %(job)s") % {"job": person.job} if person.job else person.name


def of_eight(n: int) -> str:
    """A number of aspects as a word that begins a sentence."""
    return (_("None"), _("One"), _("Two"), _("Three"), _("Four"), _("Five"), _("Six"), _("Seven"), _("Eight"))[n]


def aspect_title(key: str) -> str:
    return str(ASPECT_TITLES.get(key, _("The request itself")))


def run_in(key: str) -> str:
    """The aspect as the bold question a chapter begins with."""
    return str(RUN_INS[key])


def state_title(key: str) -> str:
    return str(STATES[key])


def first_question(key: str) -> str:
    """What to ask first about a request, by the key its hint names."""
    return str(FIRST_QUESTIONS[key])


def level_title(level: int) -> str:
    return str(LEVELS[level])

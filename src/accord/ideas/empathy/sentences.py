"""What the figures of a round say, in sentences. Each is a rule over computed facts, and says so when it is not clear yet."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .rules import Estimate, Picture, Standing, State, headline
from .rules.said import STEPS

PER_STEP = 2.5  # a step of the five in points of ten
FAR = 2.0  # points of ten before a gap is named


def ten(mark: float) -> str:
    """A mark of the five steps on 0 to 10."""
    return f"{(mark - 1) * PER_STEP:.0f}"


def _points(one: Estimate) -> float:
    return one.value * PER_STEP


def reading(one: Standing) -> str:
    """How to read one row."""
    if not one.clear:
        return _("Not clear yet: the answers are too few or too far apart.")
    match one.state:
        case State.CONSENSUS:
            return _("In accord, and both know it.") if one.right_a and one.right_b else _("In accord.")
        case State.FALSE_CONFLICT:
            return " ".join(filter(None, (_("Closer than either believes."), _cares_more(one))))
        case State.OPEN_DISAGREEMENT:
            return _("A known difference, read correctly. Fine to leave.") if one.right_a and one.right_b else _("A known difference.")
    return _missed(one)


def _cares_more(one: Standing) -> str:
    if _points(one.wrong_a) <= -FAR:
        return _("IT cares more than the business thinks.")
    if _points(one.wrong_b) <= -FAR:
        return _("The business cares more than IT thinks.")
    return ""


def _missed(one: Standing) -> str:
    """Apart, and somebody does not know: whose guess is further off, and which way."""
    a, b = _points(one.wrong_a), _points(one.wrong_b)
    off = b if abs(b) >= abs(a) else a
    n = round(abs(off))
    by = ngettext("One point off.", "%(n)d points off.", n) % {"n": n}
    if abs(b) >= abs(a):
        if b < 0:
            told = _("IT does not see that this is critical.") if one.own_a.value > STEPS - 1 else _("IT does not see how much this matters to the business.")
        else:
            told = _("IT thinks the business cares more than it does.")
    else:
        told = _("The business does not see how much this matters to IT.") if a < 0 else _("The business thinks IT cares more than it does.")
    return f"{told} {by}"


FINDINGS: dict[str, Callable[[], str]] = {
    "too_few_answers": lambda: _("Too few answered to show anything"),
    "all_right": lambda: _("We know what matters to each other"),
    "mostly_right": lambda: _("Mostly, we guess each other right"),
    "half_right": lambda: _("Half the time, we guess each other wrong"),
    "mostly_wrong": lambda: _("Mostly, we guess each other wrong"),
    "at_least_a_third_wrong": lambda: _("A third of the time at least, we guess each other wrong"),
    "at_most_two_thirds_wrong": lambda: _("Some of the time, we guess each other wrong"),
    "not_clear": lambda: _("Not clear yet how well we guess each other"),
}
THEN: dict[str, Callable[[], str]] = {
    "false_consensus": lambda: _("Not knowing is what costs: on “%(item)s” we differ, and not both know it."),
    "false_conflict": lambda: _("On “%(item)s” we are closer than either believes."),
    "open_disagreement": lambda: _("To differ is fine: on “%(item)s” we do, and both know it."),
    "consensus": lambda: _("We see it alike, and both know it."),
}


def finding(picture: Picture, titles: Mapping[str, str]) -> tuple[str, str]:
    """The sentence first, and what it means. titles: of the items, by their ids."""
    told = headline(picture)
    if told.key == "too_few_answers":
        return FINDINGS[told.key](), _("Figures are never shown for fewer than five people of a side.")
    numbers = told.numbers
    sure, every = int(numbers["right"] + numbers["wrong"]), int(numbers["guesses"])
    counted = _("Of %(every)d guesses %(right)d were right and %(wrong)d wrong.") % {"every": every, "right": numbers["right"], "wrong": numbers["wrong"]}
    open_ = ngettext("One is not clear yet.", "%(n)d are not clear yet.", every - sure) % {"n": every - sure} if every > sure else ""
    then = THEN[told.then]() % {"item": titles.get(told.item, "")} if told.then else ""
    return FINDINGS[told.key](), " ".join(filter(None, (then, counted, open_)))

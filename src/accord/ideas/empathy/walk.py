"""The way through a round: which pages somebody sees, in their order. Further pages are added by `walk.page`."""

from collections.abc import Callable
from dataclasses import dataclass

from .forms.shares import of_set
from .forms.steps import BecauseForm, GuessForm, HundredForm, NamedForm, OwnForm, StepForm
from .models import BEST_WORST, HUNDRED, PULSE, Round
from .rules.sets import MOST_ITEMS, sets_for
from .rules.sheets import Said

FIRST = "marks"  # the page a round begins with


@dataclass(frozen=True)
class Page:
    """key: the step of the address. applies: whether this round, with what was said so far, has it."""

    key: str
    order: int
    form: type[StepForm]
    template: str
    applies: Callable[[Round, Said], bool]


_pages: dict[str, Page] = {}


def page(key: str, order: int, form: type[StepForm], template: str, applies: Callable[[Round, Said], bool]) -> None:
    """Declare a page; declared again it is the same one."""
    _pages[key] = Page(key, order, form, template, applies)


def pages(row: Round, said: Said) -> list[Page]:
    """The pages of this round for somebody who said so much, in order."""
    return [one for one in sorted(_pages.values(), key=lambda one: one.order) if one.applies(row, said)]


page(FIRST, 10, OwnForm, "empathy/guest_marks.html", lambda row, said: True)
page("because", 20, BecauseForm, "empathy/guest_because.html", lambda row, said: bool(said.critical))
page("guess", 30, GuessForm, "empathy/guest_guess.html", lambda row, said: row.guesses)
page("points", 40, HundredForm, "empathy/guest_points.html", lambda row, said: row.shares == HUNDRED)
page("others", 90, NamedForm, "empathy/guest_others.html", lambda row, said: row.kind != PULSE)


def _has_set(number: int) -> Callable[[Round, Said], bool]:
    return lambda row, said: row.shares == BEST_WORST and number < sets_for(row.size)


for number in range(sets_for(MOST_ITEMS)):
    page(f"most-{number + 1}", 50 + number, of_set(number), "empathy/guest_most.html", _has_set(number))

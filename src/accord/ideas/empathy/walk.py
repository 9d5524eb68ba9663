"""The way through a round: which pages somebody sees, in their order. Further pages are added by `walk.page`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django import forms

from accord.base import registry
from accord.base.people.rules import Actor

from .forms.shares import of_set
from .forms.steps import BecauseForm, GuessForm, HundredForm, NamedForm, OwnForm, StepForm
from .models import BEST_WORST, HUNDRED, PULSE, Round, RoundPart
from .rules.said import Said
from .rules.sets import MOST_ITEMS, sets_for

Applies = Callable[[Round, Said], bool]

FIRST = "marks"  # the page a round begins with
LAST = 100  # pages of the sheet come before this


@dataclass(frozen=True)
class Page:
    """key: the step of the address. applies: whether this round, with what was said so far, has it. whom: whether it is for this person; None for
    everybody. keep: does at once what its form says, where that is not of the sheet."""

    key: str
    order: int
    form: Callable[..., forms.Form]
    template: str
    applies: Applies
    whom: Callable[[RoundPart], bool] | None = None
    keep: Callable[[Actor, forms.Form], None] | None = None


_pages: dict[str, Page] = {}


def page(
    key: str, order: int, form: type[StepForm], template: str, applies: Applies, whom: Callable[[RoundPart], bool] | None = None
) -> None:
    """Declare a page; declared again it is the same one."""
    _pages[key] = Page(key, order, form, template, applies, whom)


def pages(row: Round, said: Said, part: RoundPart | None = None) -> list[Page]:
    """The pages of this round for somebody who said so much, in order. part: theirs; without it only pages that are for everybody."""
    found = [one for one in _pages.values() if one.applies(row, said) and (one.whom is None or (part is not None and one.whom(part)))]
    if part is not None and row.kind == PULSE:
        found += _brought(part)
    return sorted(found, key=lambda one: one.order)


def _brought(part: RoundPart) -> Iterator[Page]:
    """What other ideas end a check-in with, behind everything that is on the sheet."""
    for found in registry.pulse_item:
        item = found.function(person_id=part.person_id, round_id=part.round_id)
        if item is not None:
            yield Page(f"pulse-{found.name}", LAST + found.order, _form_of(item), item.template, lambda row, said: True, None, item.keep)


def _form_of(item: registry.PulseItem) -> Callable[..., forms.Form]:
    return lambda data, **_around: item.form(data)


page(FIRST, 10, OwnForm, "empathy/guest_marks.html", lambda row, said: True)
page("because", 20, BecauseForm, "empathy/guest_because.html", lambda row, said: bool(said.critical))
page("guess", 30, GuessForm, "empathy/guest_guess.html", lambda row, said: row.guesses)
page("points", 40, HundredForm, "empathy/guest_points.html", lambda row, said: row.shares == HUNDRED)
page("others", 90, NamedForm, "empathy/guest_others.html", lambda row, said: row.kind != PULSE)


def _has_set(number: int) -> Callable[[Round, Said], bool]:
    return lambda row, said: row.shares == BEST_WORST and number < sets_for(row.size)


for number in range(sets_for(MOST_ITEMS)):
    page(f"most-{number + 1}", 50 + number, of_set(number), "empathy/guest_most.html", _has_set(number))

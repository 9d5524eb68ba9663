"""How figures are said to one reader: their words, their locale and the unit of the figures at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from accord.base.paper import numbers
from accord.base.paper.words import Words, words


@dataclass(frozen=True)
class Voice:
    """unit: an ISO 4217 code (EUR), `%`, a phrase (`minutes`), or nothing."""

    words: Words
    locale: str = "en_GB"
    unit: str = "EUR"

    @classmethod
    def of(cls, translate: Callable[[str], str] = str, locale: str = "en_GB", unit: str = "EUR") -> Voice:
        """Whoever reads a page has theirs from `accord.base.people.reader`."""
        return cls(words(translate), locale, unit)

    def using(self, unit: str) -> Voice:
        """The same voice for figures of another unit."""
        return replace(self, unit=unit)

    def exact(self, x: float) -> str:
        """As it was said or booked: €1,284."""
        return numbers.amount(x, self.unit, self.locale)

    def about(self, x: float) -> str:
        """An uncertain number, two significant figures: €57,000."""
        return numbers.rounded(x, self.unit, self.locale)

    def short(self, x: float) -> str:
        """For axes only: €150k."""
        w = self.words
        return numbers.compact(x, self.unit, self.locale, w.thousand, w.million, w.billion)

    def range(self, low: float, high: float) -> str:
        """−€58,000 to €300,000. A unit that is a phrase is said once: 8 to 34 minutes."""
        return self._pair(self.words.range, *numbers.ends(low, high))

    def exact_range(self, low: float, high: float) -> str:
        """A range as it was typed: €90,000 to €134,000."""
        return self._pair(self.words.range, low, high)

    def ends(self, low: float, high: float) -> tuple[str, str]:
        """Both ends apart, for a sentence of the caller's; a unit that is a phrase stands with the second only."""
        return self._apart(*numbers.ends(low, high))

    def both_ends(self, low: float, high: float) -> str:
        """After the word “between”: −€58,000 and €300,000."""
        return self._pair(self.words.both_ends, *numbers.ends(low, high))

    def number(self, x: float) -> str:
        """A bare number, grouped: 1,284."""
        return numbers.number(x, self.locale)

    def percent(self, share: float) -> str:
        """A share as a whole per cent, for tables only: 0.56 gives 56%. Between 0 and 1 never reads as 0% or 100%."""
        whole = round(100 * share)
        if 0 < share < 1:
            whole = min(99, max(1, whole))
        return numbers.amount(whole, "%", self.locale)

    def _pair(self, template: str, low: float, high: float) -> str:
        if low == high:
            return self.exact(low)
        first, second = self._apart(low, high)
        return template.format(low=first, high=second)

    def _apart(self, low: float, high: float) -> tuple[str, str]:
        wordy = bool(self.unit) and not numbers.is_money(self.unit) and self.unit != "%"
        return numbers.number(low, self.locale) if wordy else self.exact(low), self.exact(high)

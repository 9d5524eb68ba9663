"""Chances in words, as everybody counts: 7 in 10, 1 in 20."""

from django.utils.translation import gettext as _

from accord.base.people import reader

SURE, OFTEN, NEVER = 0.95, 0.35, 0.001


def one_in(share: float) -> str:
    """Of a step of an axis: 0.05 gives “1 in 20”."""
    return _("1 in %(n)s") % {"n": reader.voice().number(round(1 / share))}


def said(chance: float) -> str:
    """Tenths where it is likely, one in so many where it is not; never more exact than it is known."""
    if chance > SURE:
        return _("more than 19 in 20")
    if chance >= OFTEN:
        return _("%(n)s in 10") % {"n": reader.voice().number(min(9, round(10 * chance)))}
    if chance < NEVER:
        return _("less than 1 in 1,000")
    n = 1 / chance
    step = 1 if n < 15 else 5 if n < 50 else 10 if n < 100 else 50 if n < 500 else 100
    return _("1 in %(n)s") % {"n": reader.voice().number(round(n / step) * step)}


def between(low: float, high: float) -> str:
    """After the word “between”."""
    first, second = said(low), said(high)
    return first if first == second else _("%(low)s and %(high)s") % {"low": first, "high": second}

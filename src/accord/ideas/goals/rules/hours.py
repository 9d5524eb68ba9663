"""How long a cell of a sheet says something took, in hours, and in which month. What can be read in two ways is not guessed."""

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from .cells import Unclear, day, number

SECONDS, MINUTES, HOURS, DAYS = "seconds", "minutes", "hours", "days"
_IN_HOURS = {SECONDS: Decimal(1) / 3600, MINUTES: Decimal(1) / 60, HOURS: Decimal(1)}
MOST = Decimal(100_000)  # hours in one row
_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$")
_WORDS = "w|wk|weeks?|d|days?|t|tage?|h|hrs?|hours?|std|stunden?|m|mins?|minutes?|minuten?|s|secs?|seconds?"
_PARTS = re.compile(rf"(\d+(?:[.,]\d+)?)\s*({_WORDS})(?=[\s\d,;]|$)[\s,;]*", re.I)
_EPOCH = re.compile(r"1970-01-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$")  # ServiceNow writes a duration as a moment after 1970
_TIME = re.compile(r"[T,]?\s+\d{1,2}[:.]\d{2}.*$|T\d{1,2}:\d{2}.*$")
_SHORT_YEAR = re.compile(r"(\d{1,2}[-/ .]+[^\W\d_]+\.?[-/ ,]+)(\d{2})$")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})$")


@cache
def data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files(__package__).joinpath("effort_columns.toml").read_text("utf-8"))


def unit_of(header: str) -> str:
    """The unit a header names, such as Hours or Time spent (seconds); empty where it names none."""
    words = set(re.findall(r"[^\W\d_]+", header.casefold()))
    return next((unit for unit, names in data()["units"].items() if words & set(names)), "")


def duration(cell: Any, unit: str, per_day: Decimal, *, comma: bool = False) -> Decimal:
    """Hours. unit: what a plain number counts; where it is empty, a plain number is unclear. Raises Unclear: `duration`, `unit`, `large` or `below`."""
    text = " ".join(str(cell).split())
    if found := _EPOCH.match(text):
        days, hours, minutes, seconds = (int(one or 0) for one in found.groups())
        text = f"{(days - 1) * 24 + hours}:{minutes:02}:{seconds:02}"
    if found := _CLOCK.match(text):
        return _kept(Decimal(found[1]) + Decimal(found[2]) / 60 + Decimal(found[3] or 0) / 3600)
    if re.search(r"[^\W\d_]", text) and not isinstance(cell, float):
        return _kept(_spelt(text, per_day))
    try:
        value, sign = number(cell, comma=comma)
    except Unclear:
        raise Unclear("duration") from None
    if sign:
        raise Unclear("duration")
    if not unit and value:
        raise Unclear("unit")
    return _kept(value * per_day if unit == DAYS else value * _IN_HOURS[unit or HOURS])


def _spelt(text: str, per_day: Decimal) -> Decimal:
    """2d 3h 30m, 38h, 1 week."""
    parts = list(_PARTS.finditer(text))
    if "".join(one[0] for one in parts).strip() != text:
        raise Unclear("duration")
    size = {"w": 5 * per_day, "d": per_day, "t": per_day, "h": Decimal(1), "m": _IN_HOURS[MINUTES], "s": _IN_HOURS[SECONDS]}
    return sum((Decimal(one[1].replace(",", ".")) * (size["h"] if one[2].lower().startswith("st") else size[one[2][0].lower()]) for one in parts), Decimal(0))


def _kept(hours: Decimal) -> Decimal:
    if hours < 0:
        raise Unclear("below")
    if hours > MOST:
        raise Unclear("large")
    return hours.quantize(Decimal("0.0001"))


def _bare(cell: Any) -> Any:
    """A day's text without the time behind it, and with a whole year."""
    if isinstance(cell, date):
        return cell
    text = _TIME.sub("", " ".join(str(cell).split())).strip()
    if found := _SLASHED.match(text):
        return f"{found[1]}/{found[2]}/{_year(found[3])}"
    return _SHORT_YEAR.sub(lambda short: f"{short[1]}{_year(short[2])}", text)


def _year(text: str) -> str:
    return text if len(text) == 4 else f"20{text}"


def order(cells: Iterable[Any]) -> str:
    """How a column writes days with strokes: `day` or `month` first where one of them can be nothing else, otherwise empty."""
    pairs = [(int(found[1]), int(found[2])) for cell in cells if (found := _SLASHED.match(str(_bare(cell))))]
    first, second = any(one > 12 for one, _two in pairs), any(two > 12 for _one, two in pairs)
    return "" if first == second else "day" if first else "month"


def month(cell: Any, written: str = "") -> tuple[date, date]:
    """The day, and the first day of its month. Raises Unclear."""
    bare = _bare(cell)
    if written and not isinstance(bare, date) and (found := _SLASHED.match(bare)):
        one, two, year = map(int, found.groups())
        try:
            on = date(year, two, one) if written == "day" else date(year, one, two)
        except ValueError:
            raise Unclear("day") from None
    else:
        on = day(bare)
    return on, on.replace(day=1)

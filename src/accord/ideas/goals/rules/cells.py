"""What a cell of a sheet says: a number, a day, a name. What can be read in two ways is not guessed."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib import resources
from typing import Any

_DAY = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$|(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$|"
    r"(\d{1,2})[-/ .]+([^\W\d_]+)\.?[-/ ,]+(\d{4})$|([^\W\d_]+)\.? (\d{1,2}),? (\d{4})$"
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")
_THREES = re.compile(r"[1-9]\d{0,2}([.,'\u2019\u00a0\u202f ])\d{3}$")
MOST = Decimal("99999999999999")  # what a goal's numbers have room for


class Unclear(ValueError):
    """A cell that cannot be read. The message is `number`, `two numbers`, `large`, `day` or `two days`."""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("columns.toml").read_text("utf-8"))


def plain(text: str) -> str:
    """In small letters, without marks, accents and what stands in brackets: how headers and names are compared."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text) or text
    letters = unicodedata.normalize("NFKD", bare.casefold().replace("ß", "ss"))
    return " ".join(re.sub(r"[^\w]+|_", " ", "".join(one for one in letters if not unicodedata.combining(one))).split())


def same(name: str) -> str:
    """A name as names are compared: in small letters, its words one space apart."""
    return " ".join(name.split()).casefold()


def columns(headers: tuple[str, ...], called: Mapping[str, Sequence[str]] | None = None) -> dict[str, int]:
    """Which field stands in which column, from 0; a field's first name that is there counts. called: the names of each field; of goals where left out."""
    places: dict[str, int] = {}
    for place, header in enumerate(headers):
        places.setdefault(plain(header), place)
    found: dict[str, int] = {}
    for field, names in (called or _data()["columns"]).items():
        at = next((places[name] for name in names if name in places), None)
        if at is not None and at not in found.values():
            found[field] = at
    return found


def number(cell: Any, *, comma: bool = False) -> tuple[Decimal, str]:
    """A number, and the unit that is written behind it where it is a sign such as %. comma: a comma is the decimal sign. Raises Unclear."""
    if isinstance(cell, bool | date):
        raise Unclear("number")
    if isinstance(cell, int | float):
        return _kept(repr(cell)), ""
    text = " ".join(str(cell).split()).replace("\u2212", "-")
    unit = next((sign for sign in "%€$£" if text.endswith(sign) or text.startswith(sign)), "")
    text = text.strip("%€$£ ")
    sign, text = ("-", text[1:].strip()) if text.startswith("-") else ("", text)
    found = _THREES.match(text)
    if found and found[1] in ".,":
        if (found[1] == ",") != comma:
            raise Unclear("two numbers")
        return _kept(sign + text.replace(",", ".")), unit
    text = re.sub(r"(?<=\d)['\u2019\u00a0\u202f ](?=\d{3})", "", text)
    if "," in text and "." in text:
        last = max(text.rfind(","), text.rfind("."))
        other = "." if text[last] == "," else ","
        text = text.replace(other, "")
    elif text.count(",") > 1 or text.count(".") > 1:
        text = text.replace(",", "").replace(".", "")
    return _kept(sign + text.replace(",", ".")), unit


def _kept(text: str) -> Decimal:
    if not re.fullmatch(r"-?\d+(\.\d*)?(e[+-]?\d{1,3})?", text):
        raise Unclear("number")
    try:
        found = Decimal(text)
        if abs(found) > MOST:
            raise Unclear("large")
        return found.quantize(Decimal("0.0001"))
    except InvalidOperation:
        raise Unclear("number") from None


def day(cell: Any) -> date:
    """A day: 2027-06-30, 30.06.2027, 30 June 2027, June 30, 2027, or 30/06/2027 where only one reading is a date. Raises Unclear."""
    if isinstance(cell, date):
        return cell
    text = " ".join(str(cell).split())
    try:
        if slashed := _SLASHED.match(text):
            return _slashed(*map(int, slashed.groups()))
        if found := _DAY.match(text):
            year, month, of, day_, month_, year_, day2, name2, year2, name3, day3, year3 = found.groups()
            if year:
                return date(int(year), int(month), int(of))
            if day_:
                return date(int(year_), int(month_), int(day_))
            return date(int(year2 or year3), _month(name2 or name3), int(day2 or day3))
    except ValueError as error:
        raise error if isinstance(error, Unclear) else Unclear("day") from None
    raise Unclear("day")


def _slashed(first: int, second: int, year: int) -> date:
    if first <= 12 and second <= 12 and first != second:
        raise Unclear("two days")
    return date(year, first, second) if second > 12 else date(year, second, first)


def _month(name: str) -> int:
    for place, names in enumerate(_data()["months"]["names"], 1):
        if plain(name) in names.split():
            return place
    raise Unclear("day")


def several(cell: str) -> list[str]:
    """What stands in one cell, between semicolons or on lines."""
    return [one for part in re.split(r"[;\n]", cell) if (one := " ".join(part.split()))]

"""What is to be put right in a sheet of warnings, in words: which file, which row, which column, and what to do."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from accord.base.paper.sheet_in import Unreadable
from accord.base.people import files

from .rules.taking_in import Fault


def file_said(name: str, unreadable: Unreadable) -> str:
    """A sheet of warnings that cannot be read at all."""
    return files.said(name, unreadable, rows=_("Write one warning on each row."), wide=_("Take away what is not of warnings."))


def said(name: str, number: int, fault: Fault, headers: Mapping[str, str]) -> str:
    """One mistake of one row."""
    column = headers.get(fault.field)
    where = {"file": name, "row": number, "column": column}
    place = _("%(file)s, row %(row)d, column %(column)s:") % where if column else _("%(file)s, row %(row)d:") % where
    return f"{place} {_what(fault)}"


def _what(fault: Fault) -> str:
    told = {"told": fault.told[:80]}
    match fault.code:
        case "empty":
            return _("it says nothing. Write what is seen, or take the row out.")
        case "twice":
            return _("the same warning stands in this file more than once. Keep one of the rows.")
        case "long":
            return _("the text has more than %(told)s letters. Shorten it.") % told
        case "number":
            return _("“%(told)s” is no number. Write digits only.") % told
        case "two numbers":
            return _("“%(told)s” can be read as two numbers. Write it without a sign between thousands.") % told
        case "large":
            return _("“%(told)s” is larger than can be kept. Use a larger unit.") % told
        case "day":
            return _("“%(told)s” is no date. Write it as 2027-06-30.") % told
        case "two days":
            return _("“%(told)s” can be read as two dates. Write it as 2027-06-30.") % told
        case "days":
            return _("“%(told)s” is no count of days. Write a whole number.") % told
        case "chance":
            return _("“%(told)s” is no chance. Write it in 100, from 0 to 100.") % told
        case "loss":
            return _("“%(told)s” is no cost. Write an amount above 0, or empty the cell.") % told
    return _("“%(told)s” is less than where the range begins. Put both ends right.") % told

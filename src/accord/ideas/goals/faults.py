"""What is to be put right in a sheet, in words: which file, which row, which column, and what to do."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from accord.base.paper.sheet_in import Unreadable
from accord.base.people import files

from .rules.importing import Fault, Row


def file_said(name: str, unreadable: Unreadable) -> str:
    """A sheet of goals that cannot be read at all."""
    return files.said(name, unreadable, rows=_("Write one goal on each row."), wide=_("Take away what is not of goals."))


def effort_file_said(name: str, unreadable: Unreadable) -> str:
    """A sheet of time entries or tickets that cannot be read at all."""
    return files.said(name, unreadable, rows=_("Write one entry on each row."), wide=_("Take away what is not of the work."))


def said(name: str, row: Row, fault: Fault, headers: Mapping[str, str]) -> str:
    """One mistake of one row."""
    return f"{_place(name, row.number, fault, headers)} {_what(fault)}"


def effort_said(name: str, number: int, fault: Fault, headers: Mapping[str, str]) -> str:
    """One mistake of one row of time entries or tickets."""
    return f"{_place(name, number, fault, headers)} {_of_effort(fault)}"


def _place(name: str, number: int, fault: Fault, headers: Mapping[str, str]) -> str:
    column = headers.get(fault.field)
    where = {"file": name, "row": number, "column": column}
    return _("%(file)s, row %(row)d, column %(column)s:") % where if column else _("%(file)s, row %(row)d:") % where


def _of_effort(fault: Fault) -> str:
    told = {"told": fault.told[:80]}
    match fault.code:
        case "duration":
            return _("“%(told)s” is no length of time. Write hours such as 1.5, or 1:30, or 1h 30m.") % told
        case "unit":
            return _("“%(told)s” could be hours, minutes or seconds. Write the unit into the header, such as Hours.") % told
        case "below":
            return _("“%(told)s” is below zero. Take the row out, or write the time that was spent.") % told
        case "large":
            return _("“%(told)s” is more than one row can hold. Look at its unit.") % told
        case "no day":
            return _("there is no day. Write one, such as 2027-06-30, or take the row out.")
        case "far day":
            return _("“%(told)s” is before the year 2000 or still to come. Put the day right.") % told
    return _what(fault)


def _what(fault: Fault) -> str:
    told = {"told": fault.told[:80]}
    match fault.code:
        case "empty":
            return _("the goal has no name. Write one, or take the row out.")
        case "id":
            return _("“%(told)s” is no live goal here. Empty the cell to go by the name.") % told
        case "many":
            return _("several goals are called “%(told)s”. Give the id of the one you mean, as our export does.") % told
        case "twice":
            return _("the goal stands in this file more than once. Keep one of the rows.")
        case "long":
            return _("the text has more than %(told)s letters. Shorten it.") % told
        case "unknown":
            return _("nobody here is called “%(told)s”. Write the e-mail address of somebody who is here, or choose one person for all such rows.") % told
        case "two people":
            return _("several people are called “%(told)s”. Write the e-mail address.") % told
        case "nobody":
            return _("a new goal needs somebody who answers for it. Write their name or e-mail address, or choose one person for all such rows.")
        case "number":
            return _("“%(told)s” is no number. Write digits only; words belong to the measure.") % told
        case "two numbers":
            return _("“%(told)s” can be read as two numbers. Write it without a sign between thousands, or with four places behind the point.") % told
        case "large":
            return _("“%(told)s” is larger than can be kept. Use a larger unit.") % told
        case "day":
            return _("“%(told)s” is no date. Write it as 2027-06-30.") % told
        case "two days":
            return _("“%(told)s” can be read as two dates. Write it as 2027-06-30.") % told
        case "no parent":
            return _("no goal in this file or here is called “%(told)s”. Write its name as it stands, or empty the cell.") % told
        case "itself":
            return _("the goal cannot be above itself. Empty the cell, or name another.")
    return _("with this goal above it, “%(told)s” would be above itself. Name another.") % told

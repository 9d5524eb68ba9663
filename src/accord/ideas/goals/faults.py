"""What is to be put right in a sheet, in words: which file, which row, which column, and what to do."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from accord.base.paper.sheet_in import BROKEN, EMPTY, KIND, LETTERS, LONG, MOST_BYTES, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, SIZE, TEXT, WIDE, Unreadable

from .rules.importing import Fault, Row


def file_said(name: str, unreadable: Unreadable) -> str:
    """A file that cannot be read at all."""
    what = {
        BROKEN: _("it cannot be read as a sheet. Save it anew as XLSX or CSV."),
        EMPTY: _("there is no row below the headers. Write one goal on each row."),
        KIND: _("only CSV and XLSX are read. Save it as one of them."),
        LETTERS: _("row %(row)d has a cell of more than %(letters)d letters. Shorten it.") % {"row": unreadable.row, "letters": MOST_LETTERS},
        LONG: _("it has more than %(rows)d rows. Split it into several files.") % {"rows": MOST_ROWS},
        SIZE: _("it is larger than %(mb).1f MB, or unpacks to far more. Split it into several files.") % {"mb": MOST_BYTES / 1_000_000},
        TEXT: _("its letters cannot be read. Save it as CSV in UTF-8."),
        WIDE: _("row %(row)d has more than %(columns)d columns. Take away what is not of goals.") % {"row": unreadable.row, "columns": MOST_COLUMNS},
    }[unreadable.why]
    return f"{name}: {what}"


def said(name: str, row: Row, fault: Fault, headers: Mapping[str, str]) -> str:
    """One mistake of one row."""
    column = headers.get(fault.field)
    where = {"file": name, "row": row.number, "column": column}
    place = _("%(file)s, row %(row)d, column %(column)s:") % where if column else _("%(file)s, row %(row)d:") % where
    return f"{place} {_what(fault)}"


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

"""What is to be put right in a file of ratings, in words: which file, which row, which column, and what to do."""

from django.utils.translation import gettext as _

from accord.base.paper.sheet_in import BROKEN, EMPTY, KIND, LETTERS, LONG, MOST_BYTES, MOST_COLUMNS, MOST_LETTERS, SIZE, TEXT, WIDE, Unreadable

from .rules.importing import Misread

MOST_ROWS = 50_000  # short ones: the bytes are the tighter limit


def file_said(name: str, unreadable: Unreadable) -> str:
    """A file that cannot be read at all."""
    what = {
        BROKEN: _("it cannot be read as a sheet. Save it anew as XLSX or CSV."),
        EMPTY: _("there is no row below the headers. Write one rating on each row."),
        KIND: _("only CSV and XLSX are read. Save it as one of them."),
        LETTERS: _("row %(row)d has a cell of more than %(letters)d letters. Shorten it.") % {"row": unreadable.row, "letters": MOST_LETTERS},
        LONG: _("it has more than %(rows)d rows. Split it into several files.") % {"rows": MOST_ROWS},
        SIZE: _("it is larger than %(mb).1f MB, or unpacks to far more. Split it into several files.") % {"mb": MOST_BYTES / 1_000_000},
        TEXT: _("its letters cannot be read. Save it as CSV in UTF-8."),
        WIDE: _("row %(row)d has more than %(columns)d columns. Take away what is no rating.") % {"row": unreadable.row, "columns": MOST_COLUMNS},
    }[unreadable.why]
    return f"{name}: {what}"


def said(name: str, fault: Misread) -> str:
    """One mistake of one cell."""
    if fault.code == "no_column":
        return _("%(file)s: there is no column %(column)s. Add it, or choose another layout.") % {"file": name, "column": fault.column}
    place = _("%(file)s, row %(row)d, column %(column)s:") % {"file": name, "row": fault.row, "column": fault.column}
    return f"{place} {_what(fault)}"


def _what(fault: Misread) -> str:
    told = {"told": fault.told[:80]}
    match fault.code:
        case "empty":
            return _("the cell is empty. Fill it, or take the row out.")
        case "no_number":
            return _("“%(told)s” is no number. Write digits only.") % told
        case "off_scale":
            return _("“%(told)s” is not on the scale of this layout. Put it right, or choose another layout.") % told
        case "unknown_word":
            return _("“%(told)s” is not a word this layout knows. Put it right, or choose another layout.") % told
        case "twice":
            return _("the same person rates “%(told)s” a second time. Keep one of the rows.") % told
        case "two_groups":
            return _("the same person stands in two groups, and would count as two. Put them into one.")
    return _("the name has more than %(told)s letters. Shorten it.") % told

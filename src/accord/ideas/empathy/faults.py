"""What is to be put right in a file of ratings, in words: which file, which row, which column, and what to do."""

from django.utils.translation import gettext as _

from accord.base.paper.sheet_in import Unreadable
from accord.base.people import files

from .rules.importing import Misread

MOST_ROWS = 50_000  # short ones: the bytes are the tighter limit


def file_said(name: str, unreadable: Unreadable) -> str:
    """A file that cannot be read at all."""
    return files.said(name, unreadable, rows=_("Write one rating on each row."), wide=_("Take away what is no rating."), most_rows=MOST_ROWS)


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

"""Files people give: chosen in a form, carried by a page from its dry run to the end, sent as Base64, and in words what is wrong with one."""

import base64
import binascii
import zlib
from typing import Annotated, Any, Self

from django import forms
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import registry
from accord.base.paper.sheet_in import BROKEN, EMPTY, KIND, LETTERS, LONG, MOST_BYTES, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, SIZE, TEXT, WIDE, Unreadable

Content = Annotated[str, Field(description="The file, in Base64.", max_length=2_100_000)]


class FileForm(forms.Form):
    """A file is chosen; the forms that are made of this one say which."""

    file = forms.FileField()

    def sheet(self) -> tuple[str, bytes]:
        """The name, of a long one its end, and what is in it. Raises Mistake for a file that is too large to look at."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise registry.Mistake(_("%(file)s is larger than 1.5 MB. Split it into several files.") % {"file": file.name}, "file")
        return str(file.name)[-200:], file.read()

    @classmethod
    def refused(cls, why: str) -> Self:
        """An empty form to choose again, with what was wrong."""
        form = cls({})
        form.errors.clear()
        form.add_error("file", why)
        return form


class AgainForm(forms.Form):
    """After the dry run: the same file once more, as the page kept it, with whatever was chosen."""

    name = forms.CharField(max_length=200, widget=forms.HiddenInput)
    packed = forms.CharField(widget=forms.HiddenInput)

    def come_along(self) -> tuple[str, bytes]:
        """The name and what is in it. Raises Mistake where the page lost something on the way."""
        if not self.is_valid():
            raise registry.Mistake(_lost(), "file")
        return self.cleaned_data["name"], unpacked(self.cleaned_data["packed"])


def _lost() -> str:
    return _("The file did not come along whole. Choose it again.")


def packed(content: bytes) -> str:
    """A file as a hidden field carries it."""
    return base64.b64encode(zlib.compress(content, 9)).decode()


def unpacked(text: str) -> bytes:
    """Raises Mistake for what is no file; of one that would become too large only so much that it is refused as such."""
    try:
        opened = zlib.decompressobj()
        return opened.decompress(base64.b64decode(text, validate=True), MOST_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error):
        raise registry.Mistake(_lost(), "file") from None


def encoded(content: bytes) -> str:
    """As an action takes it."""
    return base64.b64encode(content).decode()


def decoded(content: str) -> bytes:
    """As a door was given it. Raises Mistake on `content`."""
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        raise registry.Mistake(_("This is not Base64. Encode the whole file."), "content") from None


def said(name: str, unreadable: Unreadable, *, rows: str, wide: str, most_rows: int = MOST_ROWS) -> str:
    """A file that cannot be read at all. rows: what to write on each row of one that has none; wide: what to take away from one that is too wide."""
    told: dict[str, Any] = {"row": unreadable.row, "letters": MOST_LETTERS, "rows": most_rows, "columns": MOST_COLUMNS, "mb": MOST_BYTES / 1_000_000}
    what = {
        BROKEN: _("it cannot be read as a sheet. Save it anew as XLSX or CSV."),
        EMPTY: f"{_('there is no row below the headers.')} {rows}",
        KIND: _("only CSV and XLSX are read. Save it as one of them."),
        LETTERS: _("row %(row)d has a cell of more than %(letters)d letters. Shorten it.") % told,
        LONG: _("it has more than %(rows)d rows. Split it into several files.") % told,
        SIZE: _("it is larger than %(mb).1f MB, or unpacks to far more. Split it into several files.") % told,
        TEXT: _("its letters cannot be read. Save it as CSV in UTF-8."),
        WIDE: f"{_('row %(row)d has more than %(columns)d columns.') % told} {wide}",
    }[unreadable.why]
    return f"{name}: {what}"

"""The forms of taking goals in from a file, and of choosing how they are worded."""

import base64
import binascii
import zlib
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from accord.base import registry
from accord.base.paper.sheet_in import MOST_BYTES
from accord.base.people.forms import PersonField

from ..rules import labelling


class FileForm(forms.Form):
    """A sheet of goals."""

    file = forms.FileField(label=_("A sheet of goals"), help_text=_("CSV or XLSX, up to 5,000 rows. The first row names the columns."))

    def sheet(self) -> tuple[str, bytes]:
        """The name and what is in it. Raises Mistake for a file that is too large to look at."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise registry.Mistake(gettext("%(file)s is larger than 1.5 MB. Split it into several files.") % {"file": file.name}, "file")
        return str(file.name)[:200], file.read()


class TakeInForm(forms.Form):
    """After the dry run: the same file once more, as the page kept it, and the choices."""

    name = forms.CharField(max_length=200, widget=forms.HiddenInput)
    packed = forms.CharField(widget=forms.HiddenInput)
    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    otherwise_id = PersonField(
        label=_("Who answers where nobody of that name is here"), named=str, required=False, empty_label=_("Nobody: such rows are mistakes")
    )
    reason = forms.CharField(label=_("Why goals change"), help_text=_("One line. Left empty, the file is named."), max_length=500, required=False)
    tell = forms.BooleanField(
        label=_("Tell those who work for the changed goals now"), required=False, initial=True,
        help_text=_("Not telling them is possible. Each goal then shows that they were not told."),
    )

    def content(self) -> bytes:
        return unpacked(self.cleaned_data["packed"])

    def otherwise(self) -> Any:
        chosen = self.cleaned_data.get("otherwise_id")
        return chosen.id if chosen else None


def packed(content: bytes) -> str:
    """A file as a hidden field carries it."""
    return base64.b64encode(zlib.compress(content, 9)).decode()


def unpacked(text: str) -> bytes:
    """Raises Mistake for what is no file, or one that would become too large."""
    try:
        opened = zlib.decompressobj()
        content = opened.decompress(base64.b64decode(text, validate=True), MOST_BYTES + 1)
    except (binascii.Error, ValueError, zlib.error):
        raise registry.Mistake(gettext("The file did not come along whole. Choose it again."), "file") from None
    return content


class LabelsForm(forms.Form):
    """Which label set the goals use."""

    key = forms.ChoiceField(label=_("How goals are worded here"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sets = [labelling.of(key, get_language() or "en") for key in labelling.KEYS]
        self.fields["key"].choices = [("", _("In Accord’s own words, without labels")), *((one.key, one.name) for one in sets)]  # type: ignore[attr-defined]

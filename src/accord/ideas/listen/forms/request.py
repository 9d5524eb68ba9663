"""Filing a request: one field is needed, the others are there for whoever has more to say."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from . import people


class RequestForm(forms.Form):
    """Only the problem is needed."""

    problem = forms.CharField(
        label=_("In your own words"),
        help_text=_("What happens, to whom, and when? No need to know the fix."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5, "class": "input"}),
    )
    asked_for = forms.CharField(
        label=_("Do you have a fix in mind?"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2, "class": "input"})
    )
    if_not = forms.CharField(
        label=_("What happens if nothing is done?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2, "class": "input"})
    )
    on_behalf_of = forms.ChoiceField(
        label=_("Whose problem is it?"), help_text=_("If it is not yours, they get a link and say whether this is what they mean."), required=False
    )

    def __init__(self, *args: Any, me: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [(id, name) for id, name in people.choices() if id != me]
        self.fields["on_behalf_of"].choices = [("", _("Mine")), *others]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"problem": said["problem"], "asked_for": said["asked_for"], "if_not": said["if_not"], "on_behalf_of": said["on_behalf_of"] or None}

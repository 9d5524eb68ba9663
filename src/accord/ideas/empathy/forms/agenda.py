"""What came out of something both sides talked about, and what somebody tells about what is critical to them."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SettleForm(forms.Form):
    """One line of what came out."""

    outcome = forms.CharField(label=_("What came out of it"), help_text=_("One line, in words both sides would sign."), max_length=300)


class TellForm(forms.Form):
    """More about what somebody called critical."""

    words = forms.CharField(
        label=_("In your own words"), help_text=_("What happens, to whom, how often, and what would make it less critical."), max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip

"""What is typed about a goal by those who work for it and those who answer for it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class TeachBackForm(forms.Form):
    """What the goal means for one's work, in own words."""

    words = forms.CharField(
        label=_("What does that mean for this work?"),
        help_text=_("One or two sentences of your own. What will you do, or do otherwise?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "input"}),
    )


class ConfirmForm(forms.Form):
    """Whether what somebody wrote is what the goal means."""

    agrees = forms.ChoiceField(
        label=_("Is that what it means?"),
        choices=[("yes", _("Yes")), ("no", _("Not quite"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What does it mean for them?"), help_text=_("They read your sentence, and say it once more."), max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "input"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("agrees") == "no" and not given.get("words", "").strip():
            self.add_error("words", _("Write what it means for them instead. They will read your sentence."))
        return given

"""The forms of signing in, of the first run and of tokens."""

from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from .models import Account


class SignIn(LoginForm):  # type: ignore[misc]
    """Allauth's form without the link it puts between the two fields; ours stands below the button."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class Begin(forms.Form):
    """Who runs Accord, for whom, and who you are."""

    provider = forms.CharField(label=_("Who provides the IT?"), help_text=_("Your company, or your IT department."), max_length=120)
    client = forms.CharField(label=_("Who is it for?"), help_text=_("The organisation you work for: a client, or your own."), max_length=120)
    business_team = forms.CharField(label=_("A team on the business side"), help_text=_("One is enough to begin with."), max_length=120)
    it_team = forms.CharField(label=_("Your team on the IT side"), max_length=120)
    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    job = forms.CharField(label=_("What you do"), help_text=_("As others will see you, such as: service delivery lead."), max_length=120)
    email = forms.EmailField(label=_("Your mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    password = forms.CharField(
        label=_("A password"),
        help_text=_("At least 12 characters. A few words in a row are good."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("password"):
            try:
                validate_password(given["password"], Account(email=given.get("email", ""), name=given.get("name", "")))
            except forms.ValidationError as wrong:
                self.add_error("password", wrong)
        return given


class NewTokenForm(forms.Form):
    """A token for the API or an assistant."""

    name = forms.CharField(label=_("What is it for?"), max_length=80)
    may_write = forms.BooleanField(label=_("It may change things, not only read"), required=False)
    days = forms.TypedChoiceField(label=_("How long it lasts"), coerce=int, choices=[(30, _("30 days")), (90, _("90 days")), (365, _("A year"))], initial=90)

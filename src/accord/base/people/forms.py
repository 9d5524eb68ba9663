"""The forms of signing in, of the first run, of clients, people and tokens."""

from collections.abc import Callable
from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from .models import ROLES, SIDES, Account, Person
from .queries import TeamShown


def name_of(person: Person) -> str:
    """By what they do, then by name."""
    return f"{person.job} ({person.name})" if person.job else person.name


def name_and_team(person: Person) -> str:
    """By what they do, by name, and where they belong."""
    told = f"{person.job}, {person.name}" if person.called != person.name else person.name
    return f"{told} ({person.team})" if person.team else told


class PersonField(forms.ModelChoiceField[Person]):
    """Somebody who is there now. named: how they are called in the list."""

    def __init__(self, *, named: Callable[[Person], str] = name_of, **more: Any) -> None:
        self.named = named
        super().__init__(queryset=Person.objects.none(), **self.usual() | more)

    def usual(self) -> dict[str, Any]:
        return {"empty_label": _("Choose a person")}

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        """Every form copies its fields when it is made: only then it is known of which client."""
        copied = super().__deepcopy__(memo)
        copied.queryset = Person.objects.select_related("team").filter(left_at=None)
        return copied

    def label_from_instance(self, obj: Any) -> str:
        return self.named(obj)


class PeopleField(PersonField, forms.ModelMultipleChoiceField[Person]):
    """Some of those who are there now, each with a box to tick."""

    def usual(self) -> dict[str, Any]:
        return {"widget": forms.CheckboxSelectMultiple}


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


class NewClient(forms.Form):
    """A further client of the provider."""

    name = forms.CharField(label=_("Who is it for?"), help_text=_("The name of the organisation."), max_length=120)
    trade = forms.CharField(label=_("What do they do?"), help_text=_("Such as: insurance, or a chain of clinics."), max_length=120, required=False)
    currency = forms.RegexField(
        r"^[A-Z]{3}$",
        label=_("Which currency do they reckon in?"),
        help_text=_("Three letters, such as EUR or GBP."),
        max_length=3,
        error_messages={"invalid": _("Write the currency as three capital letters, such as EUR")},
    )
    business_team = forms.CharField(label=_("A team on the business side"), help_text=_("One is enough to begin with."), max_length=120)
    it_team = forms.CharField(label=_("Your team on the IT side"), max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"currency": settings.CURRENCY}, **kwargs})


class PersonForm(forms.Form):
    """Who somebody is, where links reach them, and where they work: in a team, or on a side without one."""

    name = forms.CharField(label=_("Their name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    job = forms.CharField(label=_("What they do"), help_text=_("The screen calls them by this, such as: head of claims."), max_length=120, required=False)
    email = forms.EmailField(label=_("Their mail address"), help_text=_("Links are sent here."), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    place = forms.ChoiceField(label=_("Where they work"))

    def __init__(self, *args: Any, teams: list[TeamShown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sides = dict(SIDES)
        named = [(f"team:{team.name}", f"{team.name} ({sides[team.side]})") for team in teams]
        alone = [("side:business", _("On the business side, in no team here")), ("side:it", _("On the IT side, in no team here"))]
        self.fields["place"].choices = [("", _("Choose a team or a side")), *named, *alone]  # type: ignore[attr-defined]

    @staticmethod
    def initial_of(person: Person) -> dict[str, str]:
        place = f"team:{person.team.name}" if person.team else f"side:{person.side}"
        return {"name": person.name, "job": person.job, "email": person.email, "place": place}

    def words(self) -> dict[str, Any]:
        """The cleaned words as the actions take them."""
        given = dict(self.cleaned_data)
        kind, _colon, place = given.pop("place").partition(":")
        return given | ({"team": place} if kind == "team" else {"team": "", "side": place})


class TeamForm(forms.Form):
    """A team's name and, for a new one, its side."""

    name = forms.CharField(label=_("What is the team called?"), max_length=120)
    side = forms.ChoiceField(label=_("Which side does it work on?"), choices=SIDES, widget=forms.RadioSelect)

    def __init__(self, *args: Any, side: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not side:
            del self.fields["side"]


class RoleForm(forms.Form):
    """What somebody who signs in may do here."""

    role = forms.ChoiceField(label=_("Their role"), choices=ROLES)


class NewTokenForm(forms.Form):
    """A token for the API or an assistant."""

    name = forms.CharField(label=_("What is it for?"), max_length=80)
    may_write = forms.BooleanField(label=_("It may change things, not only read"), required=False)
    days = forms.TypedChoiceField(label=_("How long it lasts"), coerce=int, choices=[(30, _("30 days")), (90, _("90 days")), (365, _("A year"))], initial=90)

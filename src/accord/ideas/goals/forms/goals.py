"""The forms of goals."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.base.people.forms import PeopleField, PersonField

from ..queries import GoalShown, label_set
from ..rules import SAID


class GoalForm(forms.Form):
    """What a goal says. Only the title, the why and the owner are needed; a measure can come later."""

    title = forms.CharField(label=_("The goal"), help_text=_("One sentence both sides would sign."), max_length=200)
    why = forms.CharField(
        label=_("Why it matters"), help_text=_("To whom, and what it is worth to them."), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    owner_id = PersonField(label=_("Who answers for it"))
    also_ids = PeopleField(
        label=_("Who answers for it as well"), help_text=_("Somebody of the other side, as a rule. Any of them can confirm."), required=False
    )
    label = forms.ChoiceField(label=_("Its label"), required=False)
    parent_id = forms.ChoiceField(label=_("The goal above it"), required=False)
    measure = forms.CharField(label=_("How we would see it"), help_text=_("Such as: claims decided within three days."), max_length=200, required=False)
    unit = forms.CharField(label=_("In what unit"), help_text=_("Such as: of 100 claims."), max_length=60, required=False)
    baseline = forms.DecimalField(label=_("Where it began"), required=False, localize=True, max_digits=18, decimal_places=4)
    current = forms.DecimalField(label=_("Where it is now"), required=False, localize=True, max_digits=18, decimal_places=4)
    target = forms.DecimalField(label=_("Where it should be"), required=False, localize=True, max_digits=18, decimal_places=4)
    begins = forms.DateField(label=_("From when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    due = forms.DateField(label=_("By when"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: Any, goals: list[GoalShown], without: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(goal.id), goal.title) for goal in goals if str(goal.id) != without]
        self.fields["parent_id"].choices = [("", _("None")), *choices]  # type: ignore[attr-defined]
        self._word()
        for name in ("baseline", "current", "target"):
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def _word(self) -> None:
        """The hints and the labels of the set in use; no field for a label where none is."""
        chosen = label_set()
        if chosen is None:
            self.fields.pop("label", None)
            return
        if "label" in self.fields:
            self.fields["label"].choices = [("", _("None")), *((code, chosen.shown(code)) for code in chosen.labels)]  # type: ignore[attr-defined]
        for name, hint in chosen.hints.items():
            self.fields[name].help_text = hint

    def labelled(self) -> str:
        return str(self.cleaned_data.get("label", ""))

    def words(self) -> dict[str, Any]:
        """The cleaned words as the actions take them."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "label"}
        given["owner_id"] = given["owner_id"].id
        given["also_ids"] = sorted(one.id for one in given["also_ids"] if one.id != given["owner_id"])
        given["parent_id"] = given["parent_id"] or None
        return given


class ChangeForm(GoalForm):
    """A further version; the reason is what others will read first."""

    label = None  # type: ignore[assignment]  # has a form of its own: another label makes no version
    reason = forms.CharField(label=_("Why it changes"), help_text=_("One line. Everybody it concerns will read it."), max_length=500)
    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    material = forms.TypedChoiceField(
        label=_("What does it mean for those who work for it?"),
        choices=[("yes", _("They have something to check")), ("no", _("Only how it is put, or how far it has come"))],
        coerce=lambda said: said == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    field_order = ("reason",)

    def words(self) -> dict[str, Any]:
        given = super().words()
        del given["parent_id"]
        return given

    def said(self) -> dict[str, Any]:
        """What the new version would say."""
        given = self.words()
        return {name: given[name] for name in SAID}

    def asked(self, material: bool) -> "ChangeForm":
        """The same form, asking what it means, with an answer suggested."""
        form = ChangeForm(dict(self.data.items()) | {"material": "yes" if material else "no"}, goals=[])
        form.fields["material"].required = True
        return form


class NameForm(forms.Form):
    """What an initiative is called, and why it is done in one line."""

    title = forms.CharField(label=_("What is the problem, in one sentence?"), help_text=_("It stands above the page and in every list."), max_length=200)
    why = forms.CharField(
        label=_("Why it matters"), help_text=_("One line. Left empty, the list shows what was heard."), max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

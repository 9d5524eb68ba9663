"""Where somebody stands."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..rules.shape import Level, Stance

LEVELS = [(Level.HIGH.value, _("a lot")), (Level.SOME.value, _("some")), (Level.LOW.value, _("little"))]
STANCES = [(Stance.FOR.value, _("for it")), (Stance.OPEN.value, _("open")), (Stance.AGAINST.value, _("against it")), (Stance.UNKNOWN.value, _("not known"))]


class StakeholderForm(forms.Form):
    """Five short lines, sealed as one."""

    name = forms.CharField(label=_("Who"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    influence = forms.ChoiceField(label=_("How much can they do about it?"), choices=LEVELS, initial=Level.SOME.value)
    interest = forms.ChoiceField(label=_("How much do they care?"), choices=LEVELS, initial=Level.SOME.value)
    stance = forms.ChoiceField(label=_("Where do they stand?"), choices=STANCES, initial=Stance.UNKNOWN.value)
    notes = forms.CharField(
        label=_("What to keep in mind"),
        help_text=_("Write it so that you could read it aloud to them."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

"""Why a sign is set aside."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accord.ideas.worth.forms.fields import text


class SetAsideForm(forms.Form):
    """Not now, because …"""

    why = forms.CharField(label=_("Not now, because"), max_length=300, widget=text())

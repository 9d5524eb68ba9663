"""Wording a question of the bank anew."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .answering import area


class WordingForm(forms.Form):
    """Which question, in which language, and how it is put."""

    aspect = forms.CharField(widget=forms.HiddenInput)
    language = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("How it is put to people"), help_text=_("Plain words, one question, nothing that needs IT to answer."), max_length=500, widget=area(3)
    )

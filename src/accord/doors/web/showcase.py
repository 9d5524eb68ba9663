"""What the style guide shows: every part once, with figures and words that mean something."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext, to_locale
from django.utils.translation import gettext_lazy as _

from accord.base import clock
from accord.base.paper import charts
from accord.base.paper.axis import Axis
from accord.base.paper.figure import Figure, Markup
from accord.base.paper.voice import Voice
from accord.doors.web import icons

COLOURS = (
    "ground surface sunken line edge ink-3 ink-2 ink biz-wash biz biz-ink it-wash it it-ink drift-wash drift drift-ink gain-wash gain gain-ink focus"
).split()
SIGN_ON = (-74, -52, -33, -17, -4, 6, 15, 24, 33, 43, 52, 66, 80, 95, 112, 133, 158, 190, 236, 336)
POLICY = (-2, 9, 16, 22, 27, 31, 35, 39, 43, 46, 50, 54, 59, 64, 70, 77, 86, 97, 114, 152)
SPREAD = charts.Spread(-58e3, 2e3, 57e3, 133e3, 300e3)


class Sample(forms.Form):
    """One field of each kind."""

    problem = forms.CharField(label=_("What is the problem?"), help_text=_("In your own words. Nobody will hold you to them."), widget=forms.Textarea(attrs={"rows": 3}))
    email = forms.EmailField(label=_("Whom should we ask first?"), help_text=_("A mail address."))
    goal = forms.ChoiceField(label=_("Which goal does it serve?"), choices=[("", _("Choose a goal")), ("1", _("Decide nine in ten claims in three days"))])
    often = forms.ChoiceField(label=_("How often does it happen?"), widget=forms.RadioSelect, choices=[("day", _("Every day")), ("storm", _("On storm days"))])
    told = forms.BooleanField(label=_("They know that we will ask"))
    note = forms.CharField(label=_("Anything else"), required=False)


class Ends(forms.Form):
    """The two ends of a range."""

    low = forms.CharField(label=_("Surprised if below"), widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
    high = forms.CharField(label=_("Surprised if above"), widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))


def parts(given: Any = None) -> dict[str, Any]:
    """given: what was posted, or None for the wrong answers that the guide shows."""
    voice = Voice.of(gettext, to_locale(get_language() or "en-gb"), "EUR")
    now = clock.now()
    return {
        "colours": COLOURS,
        "icons": list(icons.SHAPES),
        "wrong": Sample(given if given is not None else {"email": "head of claims", "problem": ""}, prefix="wrong"),
        "form": Sample(prefix="right"),
        "ends": Ends(initial={"low": "8", "high": "34"}),
        "figures": _figures(voice),
        "glyph": _glyph(voice),
        "confirmed": charts.confirmed(4, 6, voice),
        "days": [now + timedelta(days=days) for days in (0, -1, -3, -40, 1, -400)],
    }


def _glyph(voice: Voice) -> Markup:
    axis = Axis.over((SPREAD.low, SPREAD.high))
    return Markup(charts.ival(SPREAD, axis, voice, gettext("Single sign-on")) + charts.axis_labels(axis, voice))


def _figures(voice: Voice) -> list[Figure]:
    sign_on = charts.Option(gettext("Single sign-on"), [1e3 * x for x in SIGN_ON], 0.56, 57e3, 80e3, -58e3, 300e3, gettext("Better path"), gettext("Handlers reset their own password."))
    policy = charts.Option(gettext("Passwords that last 180 days"), [1e3 * x for x in POLICY], 0.4, 47e3, 55e3, 5e3, 130e3, gettext("Better path"))
    nothing = charts.Option(gettext("Do nothing"), [], 0.04)
    best = charts.options(
        [sign_on, policy, nothing], voice=voice, title=gettext("Two paths gain in most futures"),
        subtitle=gettext("Value over three years against doing nothing. Each dot is one of 20 equally likely futures."), source=gettext("12 ranges, 6 people"),
    )
    worth = charts.answers(
        [charts.Answer(gettext("Claims waiting a day"), 14e3, 200), charts.Answer(gettext("Cost of single sign-on"), 250, 60), charts.Answer(gettext("Other ranges"), 40, 60)],
        voice=voice, title=gettext("One answer is worth asking for"), subtitle=gettext("What an exact answer would be worth, before deciding."),
    )
    chain = charts.lineage(
        [charts.Aim(gettext("Claims handlers are locked out"), gettext("this initiative"), gettext("Identity team has not acknowledged the new date")),
         charts.Aim(gettext("Decide nine in ten claims in three days"), gettext("version 5"))],
        voice=voice, title=gettext("It serves a goal that moved"),
    )
    return [best, worth, chain]

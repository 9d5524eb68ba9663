"""What the style guide shows: every part once, with figures and words that mean something. For developers, so its words are English."""

from datetime import timedelta
from typing import Any

from django import forms

from accord.base import clock
from accord.base.paper import charts
from accord.base.paper.axis import Axis
from accord.base.paper.figure import Figure, Markup
from accord.base.paper.voice import Voice
from accord.base.people import reader
from accord.doors.web import icons

COLOURS = {
    "Ground and ink": ("ground", "surface", "sunken", "line", "edge", "ink-3", "ink-2", "ink"),
    "Business": ("biz-wash", "biz", "biz-ink"),
    "IT": ("it-wash", "it", "it-ink"),
    "Attention": ("drift-wash", "drift", "drift-ink"),
    "Gain": ("gain-wash", "gain", "gain-ink"),
    "Focus": ("focus",),
}
SIGN_ON = (-74, -52, -33, -17, -4, 6, 15, 24, 33, 43, 52, 66, 80, 95, 112, 133, 158, 190, 236, 336)
POLICY = (-2, 9, 16, 22, 27, 31, 35, 39, 43, 46, 50, 54, 59, 64, 70, 77, 86, 97, 114, 152)
SPREAD = charts.Spread(-58e3, 2e3, 57e3, 133e3, 300e3)


class Sample(forms.Form):
    """One field of each kind."""

    problem = forms.CharField(label="What is the problem?", help_text="In your own words.", widget=forms.Textarea(attrs={"rows": 3}))
    email = forms.EmailField(label="Whom should we ask first?", help_text="A mail address.")
    goal = forms.ChoiceField(label="Which goal does it serve?", choices=[("", "Choose a goal"), ("1", "Decide nine in ten claims in three days")])
    often = forms.ChoiceField(label="How often does it happen?", widget=forms.RadioSelect, choices=[("day", "Every day"), ("storm", "On storm days")])
    told = forms.BooleanField(label="They know that we will ask")
    note = forms.CharField(label="Anything else", required=False)


class Ends(forms.Form):
    """The two ends of a range."""

    low = forms.CharField(label="Surprised if below", widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
    high = forms.CharField(label="Surprised if above", widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))


def parts() -> dict[str, Any]:
    """The context of the style guide."""
    voice = reader.voice("EUR")
    return {
        "colours": COLOURS,
        "icons": list(icons.SHAPES),
        "wrong": Sample({"wrong-email": "the head of claims"}, prefix="wrong"),
        "form": Sample(prefix="right"),
        "ends": Ends(initial={"low": "8", "high": "34"}),
        "figures": [_best(voice), _worth(voice), _chain(voice), _alone(voice), _over(voice), _ahead(voice), _said(voice)],
        "glyph": _glyph(voice),
        "confirmed": charts.confirmed(4, 6, voice),
        "days": [clock.now() + timedelta(days=days) for days in (0, -1, -3, -40, 1, -400)],
    }


def _glyph(voice: Voice) -> Markup:
    axis = Axis.over((SPREAD.low, SPREAD.high))
    return Markup(charts.ival(SPREAD, axis, voice, "Single sign-on") + charts.axis_labels(axis, voice))


def _best(voice: Voice) -> Figure:
    futures = [[1e3 * x for x in values] for values in (SIGN_ON, POLICY)]
    rows = [
        charts.Option("Single sign-on", futures[0], 0.56, 57e3, 80e3, -58e3, 300e3, "Better path", "Handlers reset their own password."),
        charts.Option("Passwords that last 180 days", futures[1], 0.4, 47e3, 55e3, 5e3, 130e3, "Better path"),
        charts.Option("Do nothing", [], 0.04),
    ]
    subtitle = "Value over three years against doing nothing. Each dot is one of 20 equally likely futures."
    return charts.options(rows, voice=voice, title="Two paths gain in most futures", subtitle=subtitle, source="12 ranges, 6 people")


def _worth(voice: Voice) -> Figure:
    rows = [charts.Answer("Claims waiting a day", 14e3, 200), charts.Answer("Cost of single sign-on", 250, 60), charts.Answer("Other ranges", 40, 60)]
    return charts.answers(rows, voice=voice, title="One answer is worth asking for", subtitle="What an exact answer would be worth, before deciding.")


def _chain(voice: Voice) -> Figure:
    work = charts.Aim("Claims handlers are locked out", "this initiative", "Identity team has not acknowledged the new date")
    return charts.lineage([work, charts.Aim("Decide nine in ten claims in three days", "version 5")], voice=voice, title="It serves a goal that moved")


def _alone(voice: Voice) -> Figure:
    calm = (("Claims", 1.2), ("Underwriting", 2.1), ("Brokers", 2.0), ("Finance", 1.9), ("Identity", 3.1), ("Web", 2.8), ("Service desk", 1.4))
    seats = [charts.Seat(name, value, value - 0.9, value + 0.9, 6) for name, value in calm]
    subtitle = "How much it matters to each team, 0 can wait to 10 critical, on average. Only teams of five and more."
    return charts.crowd([*seats, charts.Seat("Contact centre", 10, side="biz")], voice=voice, title="The Contact centre stands alone", subtitle=subtitle)


def _over(voice: Voice) -> Figure:
    curve = [charts.Over(4e3 * n, 0.9 * 0.962**n, 0.75 * 0.955**n, 0.97 * 0.97**n, 0.7 * 0.95**n) for n in range(101)]
    bear = [charts.Bearable(amount, chance) for amount, chance in ((2e3, 0.95), (50e3, 0.6), (100e3, 0.25), (200e3, 1 / 12), (300e3, 1 / 40), (400e3, 0.012))]
    def one_in(share: float) -> str:
        return f"1 in {1 / max(share, 0.001):.0f}"

    called = charts.Called(
        "today", "if answered", "can bear", "More than", "9 in 10 between", one_in, one_in, lambda low, high: f"{one_in(low)} and {one_in(high)}"
    )
    at = [one for one in curve if one.amount in (100e3, 200e3, 300e3)]
    told = "Today it lies above what we can bear; if all are answered it falls below."
    subtitle = "Chance that all warnings together cost more than this within twelve months. Band: 9 in 10."
    return charts.exceedance(curve, bear, at, voice=voice, called=called, title="We carry more than we agreed to", subtitle=subtitle, described=told)


def _ahead(voice: Voice) -> Figure:
    rows = [
        charts.Foretold("The portal slowed", "1 September", 41, 38, 20, "We were told 41 days ahead and answered on day 3.", "It cost €4,000.", "41 days"),
        charts.Foretold("The vendor stopped printing", "20 February", 34, None, 30, "We were told 34 days ahead. Nobody answered.", "", "34 days"),
        charts.Foretold("A restart fell on closing day", "30 September", 0, None, 5, "Nobody had said.", "We ask for month-end hours first.", "not said"),
    ]
    headers = ("What came true", "When", "Told, days ahead", "Answered, days ahead", "Days it takes to act")
    title = "Three came true: two were said beforehand, both with time to act"
    return charts.ahead(rows, voice=voice, title=title, subtitle="", headers=headers, days_ahead="{} days ahead".format, came_true="came true", never="never")


def _said(voice: Voice) -> Figure:
    levels = [charts.Level(0.05, 0.2, 21, 0.1), charts.Level(0.25, 0.5, 18, 0.33), charts.Level(0.55, 0.9, 13, 0.62)]
    headers = ("Chance that was stated", "Warnings", "Came true")
    return charts.said(
        levels, voice=voice, title="Chances were stated a little too high", subtitle="On the dashed line, what was said is what came true.", headers=headers,
        across="Chance that was stated, in 100", up="Came true, of 100",
    )  # fmt: skip

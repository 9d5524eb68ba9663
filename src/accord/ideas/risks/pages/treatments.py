"""What could be done about a warning: each with what it costs, what it leaves and what it gains, and which is best as far as that is clear."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accord.base.paper import charts
from accord.base.paper.charts import twentieths
from accord.base.paper.figure import Figure
from accord.base.paper.voice import Voice
from accord.base.people import reader
from accord.base.people.rules import Actor

from .. import queries
from ..models import Risk, Treatment
from ..queries.treatments import ends_of
from ..rules import Treating, Valued
from ..rules.treating import ACCEPT, ALL
from . import wording
from .rows import may_answer


@dataclass(frozen=True)
class Could:
    """Something that could be done, in words; empty where nobody said."""

    row: Treatment
    cost: str
    chance: str
    loss: str
    due: str
    taken: str


@dataclass(frozen=True)
class TreatmentsPart:
    """figure: None while nobody said what the warning is like today. unvalued: why there is none."""

    headline: str
    figure: Figure | None
    unvalued: str
    could: list[Could]
    may_add: bool
    may_take: bool


def treatments_part(*, by: Actor, risk: Risk) -> TreatmentsPart | None:
    """None where nothing could be done, and nobody who looks may say so."""
    rows = queries.treatments_of(risk.id)
    takes = risk.is_open and may_answer(by, risk)
    adds = takes or (risk.is_open and by.person_id is not None and by.person_id == risk.raised_by_id and by.may("risks.answer"))
    if not rows and not adds:
        return None
    voice, worth = reader.voice(risk.client.currency), queries.worth_of(risk.id, rows)
    names = {str(one.id): one.title for one in rows}
    headline = _headline(worth, names) if worth else _("What could be done")
    figure = _figure(worth, rows, headline, voice) if worth else None
    unsaid = rows and ends_of(queries.told(risk.id).current) is None
    unvalued = _("Say how likely and how dear it is today, and this shows what each is worth.") if unsaid else ""
    return TreatmentsPart(headline, figure, unvalued, [_could(one, risk, voice) for one in rows], adds, takes)


def _headline(worth: Treating, names: dict[str, str]) -> str:
    """Which option gains most, where that is clear."""
    if not worth.clear:
        return _("Not clear yet what is best to do")
    if worth.best == ACCEPT:
        return _("Nothing proposed is worth its cost")
    if worth.best == ALL:
        return _("All together is worth its cost")
    return _("“%(title)s” is worth its cost") % {"title": names[worth.best]}


def _figure(worth: Treating, rows: list[Treatment], headline: str, voice: Voice) -> Figure:
    by_key = {str(one.id): one for one in rows}
    items = [_option(one, by_key, voice) for one in worth.options]
    best = worth.options[[one.key for one in worth.options].index(worth.best)]
    n = twentieths([one.best for one in worth.options])[worth.options.index(best)]
    subtitle = _("What is not lost on average, less what it costs, against accepting it as it is. Each dot is one of 20 equally likely futures.")
    told = {"n": n}
    source = _("The best of these is best in %(n)s of 20. Each treatment’s chance and cost are ranges, 9 in 10, of those who proposed it.") % told
    return charts.options(items, voice=voice, title=headline, subtitle=subtitle, source=source)


def _option(one: Valued, rows: dict[str, Treatment], voice: Voice) -> charts.Option:
    left = voice.about(one.left.mid) if one.left.low == one.left.high else voice.range(one.left.low, one.left.high)
    note = _("Still lost on average: %(amount)s") % {"amount": left}
    if one.key == ACCEPT:
        return charts.Option(_("Accept it as it is"), [], one.best, note=note)
    row = rows.get(one.key)
    name, tag = (row.title, _("Decided") if row.taken_at else "") if row else (_("All together"), "")
    return charts.Option(name, one.futures, one.best, one.typical, one.gain.mid, one.gain.low, one.gain.high, tag, note)


def _could(row: Treatment, risk: Risk, voice: Voice) -> Could:
    cost = voice.exact_range(row.cost_low, row.cost_high) if row.cost_low is not None and row.cost_high is not None else ""
    taken = _("Decided on %(day)s") % {"day": wording.plain(row.taken_at.date())} if row.taken_at else ""
    due = _("by %(day)s") % {"day": wording.plain(row.due)} if row.due else ""
    return Could(row, cost, wording.chance(row), wording.loss(row, risk.client.currency), due, taken)  # both read the ends alone

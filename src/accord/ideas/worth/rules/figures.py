"""The figures of a weighed case as parts of a document: what it costs today, the options, the ranges everything rests on."""

from __future__ import annotations

from datetime import date

from accord.base.estimate import Case, Known, Quantity, Weighed
from accord.base.estimate.steps import Span
from accord.base.paper import charts
from accord.base.paper.document import FigureBlock, Note, TableBlock
from accord.base.paper.figure import Table

from . import amounts, findings
from .reader import Reader
from .values import Values

MOST_RANGES = 3  # of a brief; the hand-over has them all


def cost_today(loss: Span | None, reader: Reader) -> str:
    """What doing nothing costs a year; empty where the case does not work it out."""
    if loss is None:
        return ""
    _, voice = reader.translate, reader.voice
    facts = {"range": voice.both_ends(loss.low, loss.high), "typical": voice.about(loss.typical)}
    return _("Doing nothing costs between %(range)s a year (9\u00a0in\u00a010), typically %(typical)s.") % facts


def options(case: Case, weighed: Weighed, reader: Reader, years: int = 0) -> FigureBlock | TableBlock:
    """Twenty futures for each option, against doing nothing; where no option is that, a table of what each is worth by itself.
    years: how far the case looks ahead, 0 where it does not say."""
    _, ngettext = reader.translate, reader.plural
    if not weighed.against:
        return _as_they_stand(weighed, reader)
    over = ngettext("Value over one year against doing nothing.", "Value over %(n)d years against doing nothing.", years) % {"n": years}
    against = over if years else _("Value against doing nothing.")
    subtitle = _("%(value)s Each dot is one of 20 equally likely futures; hollow dots lose.") % {"value": against}
    items = [
        charts.Option(
            name=option.name,
            futures=() if option.name == weighed.against else option.futures,
            best=option.chance_best.value,
            typical=option.typical,
            average=option.expected.value,
            low=option.low,
            high=option.high,
            tag=findings.tag(option.role, reader),
        )
        for option in sorted(weighed.options, key=lambda option: -option.expected.value)
    ]
    title = findings.figure_title(weighed, reader)
    return FigureBlock(charts.options(items, voice=reader.voice, title=title, subtitle=subtitle, source=sources(case, reader)))


def _as_they_stand(weighed: Weighed, reader: Reader) -> TableBlock:
    _, words, values, best = reader.translate, reader.voice.words, Values.of(weighed, reader.voice), findings.best_in(weighed)
    rows = tuple(
        (one.name, values.value(one.typical), values.value(one.expected.value), values.between(one.low, one.high), words.of.format(n=best[one.name], total=20))
        for one in sorted(weighed.options, key=lambda one: -one.expected.value)
    )
    headers = (words.option, words.typical_column, words.average_column, words.between_column, words.best_in)
    return TableBlock(Table(headers, rows, _("What each option is worth"), numeric=frozenset((1, 2, 3, 4))))


def sources(case: Case, reader: Reader) -> str:
    """How many ranges, from how many people."""
    _, ngettext = reader.translate, reader.plural
    people = {voice.said_by for quantity in case.quantities for voice in quantity.voices if voice.said_by and not voice.assumed}
    ranges = ngettext("one range", "%(n)d ranges", len(case.quantities)) % {"n": len(case.quantities)}
    if not people:
        return _("%(ranges)s, none confirmed by a person yet") % {"ranges": ranges}
    given = ngettext("one person", "%(n)s people", len(people)) % {"n": len(people)}
    return _("%(ranges)s from %(people)s") % {"ranges": ranges, "people": given}


def ranges(case: Case, weighed: Weighed, reader: Reader) -> TableBlock:
    """Every range with who said it, when, on what basis; those most worth knowing first."""
    _ = reader.translate
    given = {quantity.name: quantity for quantity in case.quantities}
    rows = tuple(
        (known.label, between(known, given[known.name], reader), said(given[known.name], reader), worth(known, reader)) for known in telling(weighed)
    )
    headers = (_("What it rests on"), _("9 in 10"), _("Who said it, on what basis"), _("Worth knowing exactly"))
    return TableBlock(Table(headers, rows, numeric=frozenset((1, 3))))


def telling_ranges(case: Case, weighed: Weighed, reader: Reader) -> list[Note]:
    """The few ranges that matter most, for the margin."""
    given = {quantity.name: quantity for quantity in case.quantities}
    shown = telling(weighed)[:MOST_RANGES]
    return [Note(f"{between(known, given[known.name], reader)}\n{said(given[known.name], reader)}", known.label) for known in shown]


def telling(weighed: Weighed) -> list[Known]:
    """The quantities somebody could tell us about, those most worth knowing first."""
    return sorted((known for known in weighed.quantities if known.askable), key=lambda known: -known.worth.value)


def between(known: Known, quantity: Quantity, reader: Reader) -> str:
    """The range: as it was said where one person said it, rounded where several were pooled."""
    if len(quantity.voices) == 1:
        return amounts.between(quantity.voices[0].range.low, quantity.voices[0].range.high, known.unit, reader, exact=True)
    return amounts.between(known.low, known.high, known.unit, reader)


def worth(known: Known, reader: Reader) -> str:
    """What an exact answer would be worth; what is inside the simulation's own error reads as "under"."""
    voice = reader.voice
    if known.worth.value <= 2 * known.worth.se:
        return voice.words.under.format(amount=voice.about(max(known.worth.value + 2 * known.worth.se, 1.0)))
    return voice.about(known.worth.value)


def said(quantity: Quantity, reader: Reader) -> str:
    """Everybody who gave a range, with basis and day; an assumption says that it is one."""
    _ = reader.translate
    if not quantity.voices:
        return _("given outright")
    told = [", ".join(filter(None, (voice.said_by, voice.basis, _day(voice.when, reader)))) for voice in quantity.voices if voice.said_by and not voice.assumed]
    return "; ".join(told) or _("an assumption: nobody has said it yet")


def _day(when: str, reader: Reader) -> str:
    """An ISO date in words; anything else as it was written."""
    try:
        return reader.day(date.fromisoformat(when))
    except ValueError:
        return when

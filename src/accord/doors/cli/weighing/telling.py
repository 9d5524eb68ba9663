"""A weighed case in words: the same sentences and rows for the screen and the brief."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from accord.base.estimate import Case, Doubt, Finding, Known, Question, Turning, Weighed
from accord.base.estimate.units import currency
from accord.base.paper.charts.options import twentieths
from accord.base.paper.voice import Voice
from accord.doors.cli.words import gettext as _
from accord.doors.cli.words import ngettext
from accord.ideas.worth.rules.values import Values

LITTLE = 0.1          # of knowing everything: no single answer is worth more than that


@dataclass(frozen=True)
class Telling:
    case: Case
    weighed: Weighed

    @cached_property
    def voice(self) -> Voice:
        return Voice.of(_, unit=currency(self.case.unit) or self.case.unit)

    @cached_property
    def values(self) -> Values:
        return Values.of(self.weighed, self.voice)

    @property
    def title(self) -> str:
        return self.case.title or self.case.id

    @property
    def headline(self) -> str:
        verdict = self.weighed.verdict
        if Doubt.SIMULATION in verdict.doubts:
            return _("Not clear yet: {best} and {second} come out the same").format(best=verdict.best, second=verdict.second)
        if Doubt.ASSUMED in verdict.doubts:
            return _("Not clear yet: it turns on {quantity}, which nobody has said").format(quantity=self.named(verdict.assumed[0]))
        said = {
            Finding.NOT_WORTH_SOLVING: _("Not worth solving, on average"), Finding.AS_ASKED: _("Worth solving, as asked: {best}"),
            Finding.BETTER_PATH: _("Worth solving, by a better path: {best}"), Finding.MORE: _("Worth solving, and worth doing more: {best}"),
        }.get(verdict.finding, _("{best} is worth most, on average"))
        return said.format(best=verdict.best)

    @property
    def lead(self) -> str:
        """How clearly the best option leads."""
        verdict = self.weighed.verdict
        if not verdict.second:
            return ""
        futures = self.voice.words.of.format(n=round(20 * verdict.ahead), total=20)
        if verdict.lead.value <= 2 * verdict.lead.se:
            return _("{best} is ahead of {second} in {futures} futures, and on average by nothing that the draws can tell.").format(
                best=verdict.best, second=verdict.second, futures=futures)
        close = " " + _("The two are close.") if verdict.close else ""
        return _("{best} is worth {amount} more than {second} on average, and is ahead of it in {futures} futures.").format(
            best=verdict.best, second=verdict.second, amount=self.voice.about(verdict.lead.value), futures=futures) + close

    @property
    def measured(self) -> str:
        """What the values of the options are."""
        if self.weighed.against:
            return _("Value against {nothing}, option by option").format(nothing=self.weighed.against)
        return _("Value, option by option")

    @property
    def headers(self) -> tuple[str, ...]:
        w = self.voice.words
        return w.option, w.typical_column, w.average_column, w.between_column, w.best_in

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """Best first; chances in so many of 20 futures, which add up to 20."""
        options = self.weighed.options
        best_in = twentieths([option.chance_best.value for option in options])
        order = sorted(range(len(options)), key=lambda k: -options[k].expected.value)
        values, w = self.values, self.voice.words
        return [(o.name, values.value(o.typical), values.value(o.expected.value), values.between(o.low, o.high), w.of.format(n=best_in[k], total=20))
                for k, o in ((k, options[k]) for k in order)]

    @property
    def askable(self) -> list[Known]:
        """Quantities whose exact answer would be worth something, most first."""
        found = [known for known in self.weighed.quantities if known.askable and known.worth.value > max(2 * known.worth.se, 1e-6 * self.weighed.evpi.value)]
        return sorted(found, key=lambda known: -known.worth.value)

    @property
    def everything(self) -> str:
        evpi, knowable = self.weighed.evpi.value, self.weighed.knowable.value
        said = _("Knowing everything would be worth {amount}.") if knowable > 0.99 * evpi else _("Knowing all that can be known would be worth {amount}.")
        return said.format(amount=self.voice.about(knowable))

    @property
    def next(self) -> list[str]:
        """The next question, or that there is none, and why."""
        verdict, found = self.weighed.verdict, self.askable
        if verdict.next:
            return self._question(verdict.next)
        if verdict.nothing_worth_asking:
            return [_("Nothing is worth asking: every answer would cost more than it is worth. Decide.")]
        if len(self.weighed.options) < 2:
            return [_("There is one option, so there is nothing to choose. Add doing nothing, and a better path.")]
        if self.weighed.evpi.value <= 2 * self.weighed.evpi.se:
            return [_("Nothing is worth finding out: no answer would change the choice. Decide.")]
        if not found or found[0].worth.value < LITTLE * self.weighed.evpi.value:
            return [_("No single answer is worth much. Several together are worth up to {amount}.").format(amount=self.voice.about(self.weighed.evpi.value))]
        return [_("{quantity}. An exact answer would be worth {amount}; if finding out costs more than that, do not.").format(
            quantity=found[0].label, amount=self.voice.about(found[0].worth.value))]

    def _question(self, question: Question) -> list[str]:
        asked = ", ".join(self.named(name) for name in question.quantities)
        minutes, days = round(question.minutes), round(question.days, 1)
        takes = [ngettext("{count} minute", "{count} minutes", minutes).format(count=self.voice.number(minutes))] if minutes else []
        takes += [ngettext("{count} day of waiting", "{count} days of waiting", math.ceil(days)).format(count=self.voice.number(days))] if days else []
        said = [_("Ask {person}: {quantities}.").format(person=question.person, quantities=asked),
                _("The answer is worth about {worth}; asking costs about {cost}").format(
                    worth=self.voice.about(question.worth.value), cost=self.voice.about(question.cost)) + (f" ({', '.join(takes)})." if takes else ".")]
        words = {"minutes": _("minutes"), "hour_cost": _("cost of an hour"), "days": _("days of waiting"), "narrows": _("how much the answer will tell")}
        if question.assumed:
            said.append(_("Assumed for the role, as nobody said: {what}.").format(what=", ".join(words[name] for name in question.assumed)))
        return said

    @property
    def turnings(self) -> list[str]:
        """Where the choice turns, for what is most worth knowing first; within the ranges only."""
        return [self._turning(known, turning) for known in self.askable for turning in known.turnings if turning.within]

    def _turning(self, known: Known, turning: Turning) -> str:
        at = self.measure(turning.at, known.unit)
        return _("{quantity}: below {at} {below} is best, above it {above}.").format(quantity=known.label, at=at, below=turning.below, above=turning.above)

    def measure(self, x: float, unit: str) -> str:
        """A value of a quantity in its own unit: €42 an hour, 15 claims a day."""
        if unit == "1":
            unit = ""
        if unit[:1] in "€$£¥" and unit[1:2] in ("", " ") and unit:
            return f"{unit[0]}{self.voice.using('').about(x)}{unit[1:]}"
        return self.voice.using(currency(unit) or unit).about(x)

    def named(self, name: str) -> str:
        return self.weighed.quantity(name).label

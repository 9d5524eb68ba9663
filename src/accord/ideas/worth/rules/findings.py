"""What a weighed case says, in sentences: each is a template filled with computed facts, with a "not clear yet" among them."""

from __future__ import annotations

from collections.abc import Callable

from accord.base.estimate import Doubt, Finding, Known, Outcome, Turning, Verdict, Weighed
from accord.base.estimate.case import Role
from accord.base.paper.charts import twentieths

from . import amounts
from .reader import Reader
from .values import Values

MOST_TURNINGS = 3
MOST_NAMED = 3  # quantities in one sentence; the others are counted


def headline(weighed: Weighed, reader: Reader) -> str:
    """The finding, in at most twelve words."""
    return title(weighed.verdict, reader.translate)


def title(verdict: Verdict, translate: Callable[[str], str]) -> str:
    """The same for pages, which have no reader."""
    _ = translate
    match verdict.finding:
        case Finding.NOT_CLEAR if Doubt.SIMULATION in verdict.doubts:
            return _("Not clear yet: the best paths are worth about the same")
        case Finding.NOT_CLEAR:
            return _("Not clear yet: it rests on numbers nobody gave")
        case Finding.NOT_WORTH_SOLVING:
            return _("Not worth solving, as far as we can tell")
        case Finding.AS_ASKED:
            return _("Worth solving, and as it was asked")
        case Finding.BETTER_PATH | Finding.MORE | Finding.OTHER if verdict.asked and not verdict.asked_gains:
            return _("Worth solving, but not as it was asked")
        case Finding.BETTER_PATH:
            return _("Worth solving, and there is a better path")
        case Finding.MORE:
            return _("Worth solving, with more than was asked")
    return _("Worth solving, another way") if verdict.worth_solving else _("One path is worth more than the others")


def standfirst(weighed: Weighed, reader: Reader) -> str:
    """What the finding means, or why it is not clear."""
    _, verdict = reader.translate, weighed.verdict
    names = {"best": verdict.best, "second": verdict.second}
    if Doubt.ASSUMED in verdict.doubts:
        labels = [weighed.quantity(name).label for name in verdict.assumed]
        return _("It turns on what nobody has told us yet: %(quantities)s.") % {"quantities": reader.listed(labels)}
    if Doubt.SIMULATION in verdict.doubts:
        return _("“%(best)s” and “%(second)s” are too close to tell apart.") % names
    if verdict.finding is Finding.NOT_WORTH_SOLVING:
        return _("On average nothing we know of is worth more than leaving it as it is.")
    if verdict.close:
        return _("“%(best)s” leads on average; “%(second)s” is close behind.") % names
    return _("On average “%(best)s” is worth most.") % names


def recommendation(weighed: Weighed, reader: Reader) -> str:
    """What we would do on what is known, with how sure that is."""
    _, verdict = reader.translate, weighed.verdict
    best = weighed.option(verdict.best)
    if best.name == weighed.against:
        said = [_("Leave it as it is: on average every option we know of is worth less than doing nothing.")]
    else:
        worth = _("“%(option)s” is worth %(average)s on average against doing nothing (9\u00a0in\u00a010 between %(range)s), and is best in %(best)s futures.")
        if not weighed.against:
            worth = _("“%(option)s” is worth %(average)s on average (9\u00a0in\u00a010: %(range)s), and is best in %(best)s futures.")
        said = [worth % _figures(weighed, best, reader)]
    if weighed.against and verdict.asked and verdict.asked != verdict.best:
        said.append(_asked(weighed, reader))
    return " ".join(said)


def _asked(weighed: Weighed, reader: Reader) -> str:
    _, verdict = reader.translate, weighed.verdict
    facts = {"option": verdict.asked, "loses": reader.voice.words.of.format(n=verdict.asked_loses, total=20)}
    if verdict.asked_loses == 0:
        return _("What was asked for, “%(option)s”, gains in all 20 futures, but less.") % facts
    if verdict.asked_gains:
        return _("What was asked for, “%(option)s”, gains on average, but less; it loses in %(loses)s futures.") % facts
    if verdict.asked_loses == 20:
        return _("What was asked for, “%(option)s”, loses in all 20 futures.") % facts
    return _("What was asked for, “%(option)s”, loses in %(loses)s futures.") % facts


def best_in(weighed: Weighed) -> dict[str, int]:
    """In how many of 20 futures each option is best, adding up to 20 as the chart does."""
    counts = twentieths([option.chance_best.value for option in weighed.options])
    return {option.name: count for option, count in zip(weighed.options, counts, strict=True)}


def _figures(weighed: Weighed, option: Outcome, reader: Reader) -> dict[str, str]:
    voice, values = reader.voice, Values.of(weighed, reader.voice)
    return {
        "option": option.name,
        "average": values.value(option.expected.value),
        "range": voice.both_ends(option.low, option.high) if weighed.against else values.between(option.low, option.high),
        "best": voice.words.of.format(n=best_in(weighed)[option.name], total=20),
    }


def changes(weighed: Weighed, reader: Reader) -> tuple[str, ...]:
    """What would change it: where the choice turns inside a range that is still open, the most telling first."""
    turning = [(known, turn) for known in weighed.quantities if known.askable for turn in known.turnings if turn.within]
    turning.sort(key=lambda found: -found[0].worth.value)
    said = [_turn(known, turn, reader) for known, turn in turning[:MOST_TURNINGS]]
    _ = reader.translate
    return tuple(said) or (_("No single number, anywhere inside its range, would change it."),)


def _turn(known: Known, turn: Turning, reader: Reader) -> str:
    _ = reader.translate
    facts = {"quantity": known.label, "at": amounts.about(turn.at, known.unit, reader), "below": turn.below, "above": turn.above}
    return _("%(quantity)s: under %(at)s “%(below)s” is best, above it “%(above)s”.") % facts


def ask_first(weighed: Weighed, reader: Reader) -> str:
    """The question that is worth more than it costs, or that there is none; empty where nobody is named who could be asked."""
    _, verdict = reader.translate, weighed.verdict
    if verdict.next is None:
        return _("No question is worth what asking costs. We know enough to decide.") if verdict.nothing_worth_asking else ""
    labels = [weighed.quantity(name).label for name in verdict.next.quantities]
    if len(labels) > MOST_NAMED:
        labels = [*labels[: MOST_NAMED - 1], _("%(n)s more") % {"n": len(labels) - MOST_NAMED + 1}]
    facts = {"quantities": reader.listed(labels), "person": verdict.next.person, "worth": reader.voice.about(verdict.next.worth.value),
             "cost": reader.voice.about(verdict.next.cost)}
    return _("%(quantities)s: what the %(person)s can say is worth about %(worth)s, and costs about %(cost)s to get.") % facts


def knowing(weighed: Weighed, reader: Reader) -> str:
    """What could be gained by knowing more, at the most."""
    _, evpi, knowable = reader.translate, weighed.evpi.value, weighed.knowable.value
    said = _("Knowing everything would be worth %(amount)s.") if knowable > 0.99 * evpi else _("Knowing all that can be known would be worth %(amount)s.")
    return said % {"amount": reader.voice.about(knowable)}


def tag(role: Role, reader: Reader) -> str:
    """What an option is to the request, for beside its name."""
    _ = reader.translate
    return {Role.ASKED: _("Asked for"), Role.BETTER: _("Better path"), Role.MORE: _("More than was asked for")}.get(role, "")


def figure_title(weighed: Weighed, reader: Reader) -> str:
    """What the chart of options shows."""
    _, ngettext, verdict = reader.translate, reader.plural, weighed.verdict
    others = [option for option in weighed.options if option.name != weighed.against]
    winners = [option for option in others if option.expected.value > 0]
    if verdict.asked and verdict.asked_loses == 20:
        return _("What was asked for loses in all 20 futures")
    if not winners:
        return _("No option gains on average")
    if len(winners) == len(others):
        return ngettext("The one option gains on average", "All options gain on average", len(others))
    return ngettext("One option gains on average", "%(n)d options gain on average", len(winners)) % {"n": len(winners)}

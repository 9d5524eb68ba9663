"""What a case says, in a sentence or two: rules over facts that were worked out, each tested, none written by hand or by a model.

`Not clear yet` is a result like any other: it is said when the draws or a range that nobody gave could turn the finding.
"""

from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.estimate import Doubt, Outcome, Verdict, Weighed
from accord.base.paper.voice import Voice
from accord.base.people import reader

from . import wording
from .rules import findings
from .rules.facts import Facts, KnowFacts, NextFacts
from .rules.shape import Role


@dataclass(frozen=True)
class Headline:
    """title: at most twelve words; standfirst: what it means and what to do."""

    title: str
    standfirst: str


def headline(weighed: Weighed, *, settled: bool = False) -> Headline:
    """settled: it was decided, and the page does not tell anybody to ask or to decide."""
    said = weighed.verdict
    parts = [_how_clear(weighed), _doubted(weighed), "" if settled else _next(said)]
    return Headline(findings.title(said, _), " ".join(filter(None, parts)))


def _how_clear(weighed: Weighed) -> str:
    said = weighed.verdict
    if not said.second:
        return ""
    facts = {"best": said.best, "second": said.second, "n": round(20 * said.ahead)}
    nothing = next((one.name for one in weighed.options if one.role is Role.NOTHING), None)
    if said.best == nothing:
        told = _("Doing nothing does better than “%(second)s” in %(n)s of 20 futures.") % facts
    elif said.second == nothing:
        told = _("“%(best)s” does better than doing nothing in %(n)s of 20 futures.") % facts
    else:
        told = _("“%(best)s” does better than “%(second)s” in %(n)s of 20 futures.") % facts
    return _("Two paths are close.") + " " + told if said.close else told


def _doubted(weighed: Weighed) -> str:
    said = weighed.verdict
    found = []
    if Doubt.SIMULATION in said.doubts:
        found.append(_("The lead is smaller than what chance in our draws could make."))
    if Doubt.ASSUMED in said.doubts:
        told = {"names": _listed([weighed.quantity(name).label for name in said.assumed])}
        many = _("The ranges for %(names)s are our assumptions and could turn this.")
        found.append((_("The range for %(names)s is our assumption and could turn this.") if len(said.assumed) == 1 else many) % told)
    return " ".join(found)


def _listed(labels: list[str]) -> str:
    first = [label[:1].lower() + label[1:] for label in dict.fromkeys(labels)]
    if len(first) > 3:
        return _("%(names)s and %(n)s more") % {"names": ", ".join(first[:2]), "n": len(first) - 2}
    return first[0] if len(first) == 1 else _("%(names)s and %(last)s") % {"names": ", ".join(first[:-1]), "last": first[-1]}


def _next(said: Verdict) -> str:
    if said.nothing_worth_asking:
        return _("Nothing left is worth asking. Decide.")
    if said.next is None:
        return ""
    if len(said.next.quantities) == 1:
        return _("One number would help most, and one person may know it.")
    return _("A few numbers would help most, and one person may know them.")


def options_title(weighed: Weighed) -> str:
    """Over the twenty futures of each option."""
    choices = [one for one in weighed.options if one.role is not Role.NOTHING]
    gain = [one for one in choices if one.chance_loss.value < 0.5 and one.name != weighed.verdict.asked]
    asked = next((one for one in choices if one.name == weighed.verdict.asked), None)
    count = {"n": _capital(str(apnumber(len(gain))))}
    others = ngettext("%(n)s other path gains in most futures", "%(n)s other paths gain in most futures", len(gain)) % count
    if asked is None:
        told = ngettext("%(n)s path gains in most futures", "%(n)s paths gain in most futures", len(gain)) % count
        return told if gain else _("No path gains in most futures")
    if len(choices) == 1:
        return asked_title(asked)
    return f"{others}; {_asked_clause(asked)}" if gain else asked_title(asked)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def asked_title(asked: Outcome) -> str:
    """What was asked for, by itself."""
    losses = sum(value < 0 for value in asked.futures)
    if losses == len(asked.futures):
        return _("What was asked for loses in all 20 futures")
    if losses == 0:
        return _("What was asked for gains in all 20 futures")
    return _("What was asked for gains in %(n)s of 20 futures") % {"n": len(asked.futures) - losses}


def _asked_clause(asked: Outcome) -> str:
    gains = sum(value >= 0 for value in asked.futures)
    return _("what was asked for in %(n)s of 20") % {"n": gains} if gains else _("what was asked for in none")


def options_subtitle(facts: Facts) -> str:
    return ngettext(
        "Value over one year against doing nothing, at today’s worth. Each dot is one of 20 equally likely futures.",
        "Value over %(n)s years against doing nothing, at today’s worth. Each dot is one of 20 equally likely futures.",
        facts.years,
    ) % {"n": facts.years}


def turns(facts: Facts) -> str:
    """Where the answer to the next question changes the choice; empty where it changes nothing by itself."""
    asked = facts.next
    found = next((one for one in facts.turns if asked and one.quantity == asked.quantities[0]), None)
    return turn(found.at, found.unit, found.below, found.above) if found else ""


def turn(at: float, unit: str, below: str, above: str) -> str:
    """Where a quantity changes which path is best."""
    told = {"at": wording.about(at, unit), "above": above, "below": below}
    return _("The answer turns near %(at)s. Above it, “%(above)s” is worth more; below it, “%(below)s” is.") % told


def asks_for(asked: NextFacts) -> str:
    """What is asked besides the first number."""
    more = asked.labels[1:]
    return _("and in the same go: %(names)s") % {"names": _listed(list(more))} if more else ""


def worth_of(one: KnowFacts, money: Voice) -> str:
    """€14,000; or “under €160” where the figure cannot be told from nothing."""
    if one.worth + 2 * one.error < 0.5:
        return money.exact(0)
    if one.worth < 2 * one.error:
        return money.words.under.format(amount=money.about(max(0.0, one.worth) + 2 * one.error))
    return money.about(one.worth)


def of_answer(facts: Facts) -> str:
    """One line on what the realistic answer would be worth, against what it costs."""
    asked = facts.next
    if asked is None:
        return ""
    money = reader.voice(facts.unit)
    told = {"worth": money.about(asked.worth), "cost": money.about(asked.cost) if asked.cost else money.exact(0)}
    return _("A realistic answer is worth about %(worth)s; asking costs about %(cost)s.") % told

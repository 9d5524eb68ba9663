"""Does asking by expected net gain pay? Organisations with a hidden truth, and people who know parts of it.

    .venv/bin/python bench/asking.py            some minutes on two cores
    .venv/bin/python bench/asking.py --quick    a tenth of the organisations

Each organisation has a value case of 14 quantities and 3 options, rough ranges to start from, and five people. Nothing of it is drawn from the
engine's own picture of answers: truths lie at one end or the other more often than in the middle and leave the first range in about one case of
four; one person counts a handful of records, one remembers and leans towards the range he was shown, one quotes too low, one believes in the
project, some do not know; all round, and are surer than they should be. The engine knows none of that: it is given what the product would be
given, roles and their assumed defaults.

The rival is a fixed questionnaire: the order of (person, question) that did best on other organisations of the same kinds, chosen step by step by
the regret that was left. “Regret”: what the best option is really worth, less what the one chosen is really worth.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from accord.base.estimate import TYPING, Case, Effort, Kind, Quantity, Range, RangeError, Voice, pooled, value_case, weigh
from accord.base.estimate.asking import settled
from accord.base.estimate.runs import option_values, run

Ask = tuple[str, str]           # person, quantity
LOOK = Effort(512, 4)           # enough to see which option leads
MOST = 40                       # questions before anybody gives up
AGAIN = 1000

# quantity: (middle, unit, kind); of 100 for parts
MIDDLES: dict[str, float] = {
    "people affected": 60, "times a week": 1.5, "minutes lost": 25, "cost of an hour": 45, "revenue lost": 20_000, "yearly growth": 3,
    "asked one-time cost": 60_000, "asked running cost": 30_000, "asked part removed": 60, "asked delay": 4,
    "better one-time cost": 90_000, "better running cost": 9_000, "better part removed": 65, "better delay": 6,
}
# who is asked about what, and how they come to their answer
KNOWS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "Service desk analyst": ("has the figures", "counts", ("people affected", "times a week", "minutes lost")),
    "Head of Claims": ("leads", "remembers", ("people affected", "times a week", "revenue lost", "cost of an hour", "yearly growth")),
    "Controller": ("has the figures", "counts", ("cost of an hour", "revenue lost", "asked running cost", "better running cost")),
    "Delivery lead": ("does the work", "quotes", ("asked one-time cost", "better one-time cost", "asked delay", "better delay", "better running cost")),
    "Architect": ("does the work", "believes", ("asked part removed", "better part removed", "minutes lost", "better one-time cost")),
}
# where an organisation is in the dark: quantity -> how wide the first range is, times or over; the rest is roughly known
DARK: dict[str, dict[str, float]] = {
    "how big it is": {"people affected": 4, "times a week": 4, "minutes lost": 2.5},
    "what is not earned": {"revenue lost": 8, "yearly growth": 3},
    "what it costs": {"asked one-time cost": 3, "better one-time cost": 4, "better running cost": 3},
    "whether it helps": {"asked part removed": 4, "better part removed": 5},
    "everything": dict.fromkeys(MIDDLES, 2.5),
    "hardly anything": {"better delay": 2},
}


@dataclass(frozen=True)
class World:
    """kind: where it is in the dark. truth: of each quantity, which nobody sees. worth: each option's real worth."""

    kind: str
    seed: int
    case: Case
    truth: dict[str, float]
    worth: tuple[float, ...]

    def regret(self, chosen: int) -> float:
        return max(self.worth) - self.worth[chosen]


def world(kind: str, seed: int, size: float = 1.0, day_costs: float = 150.0) -> World:
    """size: of the money in it, 1 for a loss of some 100,000 a year."""
    bits = np.random.default_rng([seed, sum(map(ord, kind))])
    mood = bits.normal(0, 0.25)         # a hard year: more people, more often, dearer projects
    said, truth = {}, {}
    for name, middle in MIDDLES.items():
        if ("cost" in name and name != "cost of an hour") or name in ("revenue lost", "people affected"):
            middle *= size
        middle *= math.exp(bits.normal(0, 0.35))
        wide = DARK[kind].get(name, 1.35)
        share = name.endswith("part removed")
        low, high = _rough(middle, wide, share, name)
        lean = mood if name in ("people affected", "times a week") or name.endswith("one-time cost") else 0.0
        said[name] = {"low": low, "high": high, "assumed": True}
        truth[name] = _truth(bits, low, high, share, lean)
    people = [{"name": name, "role": role, "quantities": list(knows)} for name, (role, _, knows) in KNOWS.items()]
    options = {"asked": "As asked", "better": "A better path"}
    case = Case.from_data(value_case(title=kind, said=said, options=options, people=people, day_costs=day_costs, id=f"{kind} {seed}"))
    draws = {name: np.array([value]) for name, value in truth.items()}
    return World(kind, seed, case, truth, tuple(float(value) for value in option_values(case, draws, (1,))[:, 0]))


def _rough(middle: float, wide: float, share: bool, name: str) -> tuple[float, float]:
    if share:
        odds = min(middle, 92) / (100 - min(middle, 92))
        return tuple(round(100 * odds * by / (1 + odds * by), 1) for by in (1 / wide, wide))    # type: ignore[return-value]
    if name == "yearly growth":
        return round(middle - 3 * wide, 2), round(middle + 3 * wide, 2)
    return _round(middle / wide), _round(middle * wide)


def _truth(bits: np.random.Generator, low: float, high: float, share: bool, lean: float) -> float:
    """At the lower or the upper end more often than in the middle; with a far tail."""
    at = bits.choice([0.2, 0.8], p=[0.55, 0.45]) + bits.standard_t(3) * 0.18 + 0.3 * lean
    if share:
        return float(np.clip(low + at * (high - low), 1, 99))
    if low <= 0:
        return float(low + at * (high - low))
    return float(low * (high / low) ** np.clip(at, -0.6, 1.6))


def _round(value: float, figures: int = 2) -> float:
    return float(f"{value:.{figures}g}") if value else 0.0


# --- what people answer


def counts(bits: np.random.Generator, truth: float, shown: tuple[float, float]) -> tuple[float, float]:
    """A handful of records, very unequal; the usual interval about their mean, a little too narrow."""
    many = int(bits.integers(12, 60))
    records = bits.gamma(1.2, abs(truth) / 1.2, many)
    middle, error = records.mean(), records.std() / math.sqrt(many)
    return middle - 1.3 * error, middle + 1.3 * error


def remembers(bits: np.random.Generator, truth: float, shown: tuple[float, float]) -> tuple[float, float]:
    """Off by a third now and then, a third of the way to the middle of what was shown, and sure of it; in round figures."""
    middle = 0.7 * truth * math.exp(bits.standard_t(4) * 0.2) + 0.3 * sum(shown) / 2
    return _round(middle / 1.25, 1 if bits.random() < 0.5 else 2), middle * 1.3


def quotes(bits: np.random.Generator, truth: float, shown: tuple[float, float]) -> tuple[float, float]:
    """Too low by up to two fifths; plus 25 per cent to be safe."""
    middle = truth / bits.uniform(0.95, 1.5)
    return middle * 0.9, middle * 1.25


def believes(bits: np.random.Generator, truth: float, shown: tuple[float, float]) -> tuple[float, float]:
    """Too hopeful, more often than not, and too sure."""
    middle = truth * bits.uniform(0.92, 1.18)
    return middle * 0.93, middle * 1.07


MANNERS: dict[str, Callable[..., tuple[float, float]]] = {"counts": counts, "remembers": remembers, "quotes": quotes, "believes": believes}


def answered(here: World, ask: Ask) -> Range | None:
    """The same person says the same whenever asked. None: does not know after all."""
    person, name = ask
    bits = np.random.default_rng([here.seed, sum(map(ord, here.kind)), sum((k + 1) * ord(letter) for k, letter in enumerate(person + name))])
    if bits.random() < 0.08:
        return None
    quantity = next(one for one in here.case.quantities if one.name == name)
    start = quantity.voices[0].range
    low, high = sorted(MANNERS[KNOWS[person][1]](bits, here.truth[name], (start.low, start.high)))
    if start.kind in (Kind.SHARE, Kind.CHANCE):
        low, high = max(low, 0.5), min(high, 99.5)
    elif start.kind is not Kind.NUMBER:
        low = max(low, high / 50)
    low, high = _round(low), _round(high)
    try:
        said = Range(low, high if high > low else low + max(abs(low), 1) / 20, None, start.kind, start.whole)
        pooled([said])
    except RangeError:
        return None
    return said


def told(case: Case, ask: Ask, said: Range | None) -> Case:
    """The case after an answer, as the product counts it: an assumption gives way, several voices are pooled; nobody is asked the same twice."""
    person, name = ask
    people = tuple(replace(one, quantities=tuple(known for known in one.quantities if (one.name, known) != ask)) for one in case.people)
    if said is None:
        return replace(case, people=people)
    return replace(case, people=people, quantities=tuple(_voiced(one, person, said) if one.name == name else one for one in case.quantities))


def _voiced(quantity: Quantity, person: str, said: Range) -> Quantity:
    voices = (*(voice for voice in quantity.voices if not voice.assumed), Voice(said, person))
    return replace(quantity, voices=voices, distribution=pooled([voice.range for voice in voices]), assumed=False)


# --- two ways of asking


@dataclass(frozen=True)
class Walk:
    """regret after 0, 1, 2 ... questions; the last is where it stopped. spent: what asking cost up to there."""

    regret: tuple[float, ...]
    spent: tuple[float, ...]

    def after(self, k: int) -> float:
        return self.regret[min(k, len(self.regret) - 1)]

    @property
    def asked(self) -> int:
        return len(self.regret) - 1


def leads(case: Case) -> int:
    return run(case, LOOK).best


def by_net_gain(here: World) -> Walk:
    """What the product says to ask next, until it says that nothing is worth asking. A set of questions counts as many as it holds."""
    case, regret, spent = here.case, [], []
    weighed = weigh(case, TYPING)
    regret.append(here.regret(_best(weighed.verdict.best, case)))
    spent.append(0.0)
    while (chosen := weighed.verdict.next) is not None and len(regret) <= MOST:
        for name in chosen.quantities:
            case = told(case, (chosen.person, name), answered(here, (chosen.person, name)))
        weighed = weigh(case, TYPING)
        left, cost = here.regret(_best(weighed.verdict.best, case)), spent[-1] + chosen.cost
        # while a set of questions is out, nothing is known yet
        regret += [regret[-1]] * (len(chosen.quantities) - 1) + [left]
        spent += [cost] * len(chosen.quantities)
    return Walk(tuple(regret), tuple(spent))


def _best(name: str, case: Case) -> int:
    return next(k for k, option in enumerate(case.options) if option.name == name)


def by_list(here: World, order: Sequence[Ask], cost: Callable[[World, Ask], float]) -> Walk:
    """A questionnaire in a fixed order, to its end."""
    case, regret, spent = here.case, [here.regret(leads(here.case))], [0.0]
    for ask in order:
        case = told(case, ask, answered(here, ask))
        regret.append(here.regret(leads(case)))
        spent.append(spent[-1] + cost(here, ask))
    return Walk(tuple(regret), tuple(spent))


def cost_of(here: World, ask: Ask) -> float:
    """As the engine reckons it: minutes, and days of waiting. A questionnaire goes to a person at once, so its days count once for each person."""
    filled, _ = settled(next(person for person in here.case.people if person.name == ask[0]))
    first = ask[1] == KNOWS[ask[0]][2][0]
    return (filled.minutes or 0) / 60 * (filled.hour_cost or 0) + (filled.days or 0) * here.case.day_costs * first


def tuned(worlds: Sequence[World]) -> list[Ask]:
    """Step by step the question after which the least regret is left, over all these organisations; ties by how much it narrows."""
    left = [(person, name) for person, (_, _, knows) in KNOWS.items() for name in knows]
    cases, order = [here.case for here in worlds], []
    while left:
        with ProcessPoolExecutor(2) as pool:
            scores = list(pool.map(partial(_regret_after, list(worlds), cases), left))
        best = left[int(np.argmin(scores))]
        cases = [told(case, best, answered(here, best)) for here, case in zip(worlds, cases, strict=True)]
        order.append(best)
        left.remove(best)
    return order


def _regret_after(worlds: Sequence[World], cases: Sequence[Case], ask: Ask) -> float:
    return sum(here.regret(leads(told(case, ask, answered(here, ask)))) for here, case in zip(worlds, cases, strict=True))


# --- how it is told


@dataclass(frozen=True)
class Pair:
    """Both ways in one organisation."""

    kind: str
    ours: Walk
    listed: Walk
    stake: float        # between the best option and the worst


def both(order: Sequence[Ask], here: World) -> Pair:
    return Pair(here.kind, by_net_gain(here), by_list(here, order, cost_of), max(here.worth) - min(here.worth))


def fewer(pairs: Sequence[Pair]) -> tuple[float, float]:
    """Questions we asked on average, and questions the list needs until no more regret is left on average than when we stopped; its whole length where
    it never gets there."""
    left = np.array([pair.listed.regret for pair in pairs]).mean(axis=0)
    wanted = float(np.mean([pair.ours.regret[-1] for pair in pairs]))
    there = np.nonzero(left <= wanted)[0]
    if not len(there):
        needed = float(len(left) - 1)
    else:
        k = int(there[0])
        needed = k - (wanted - left[k]) / (left[k - 1] - left[k]) if k and left[k - 1] > left[k] else float(k)
    return float(np.mean([pair.ours.asked for pair in pairs])), needed


def interval(pairs: Sequence[Pair], of: Callable[[Sequence[Pair]], float]) -> tuple[float, float]:
    """Nine in ten, organisations drawn again."""
    bits = np.random.default_rng(1)
    found = [of([pairs[k] for k in bits.integers(0, len(pairs), len(pairs))]) for _ in range(AGAIN)]
    low, high = np.quantile(found, [0.05, 0.95])
    return float(low), float(high)


def with_interval(pairs: Sequence[Pair], of: Callable[[Sequence[Pair]], float], form: str = ",.0f") -> str:
    low, high = interval(pairs, of)
    return f"{of(pairs):{form}} [{low:{form}}, {high:{form}}]"


def share_needed(pairs: Sequence[Pair]) -> float:
    ours, listed = fewer(pairs)
    return ours / max(listed, 1.0)


def right(pairs: Sequence[Pair], ours: bool, k: int) -> float:
    """Per cent of organisations where the option chosen is as good as the best, to one hundredth of what is at stake."""
    return 100 * float(np.mean([(pair.ours if ours else pair.listed).after(k) <= pair.stake / 100 for pair in pairs]))


def told_curve(pairs: Sequence[Pair]) -> None:
    print(f"\nRegret left in {len(pairs)} organisations, in the case's money; we stop by ourselves, the list goes on")
    print(f"  {'questions':>9}   {'by net gain, at most so many':32}{'right':>7}   {'fixed order, so many':32}{'right':>7}")
    for k in (0, 1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 25):
        if k < len(pairs[0].listed.regret):
            ours = with_interval(pairs, lambda some, k=k: float(np.mean([pair.ours.after(k) for pair in some])))
            listed = with_interval(pairs, lambda some, k=k: float(np.mean([pair.listed.after(k) for pair in some])))
            print(f"  {k:9d}   {ours:32}{right(pairs, True, k):5.0f} %   {listed:32}{right(pairs, False, k):5.0f} %")


def told_equal(pairs: Sequence[Pair]) -> None:
    print("\nQuestions at equal regret: ours when we stop, and the fixed order's until it leaves no more. Wanted: half, or fewer, over all")
    print(f"  {'in the dark about':26}{'organisations':>13}   {'ours':22}{'fixed order':22}{'share':24}{'regret left, ours':28}")
    for kind in [*dict.fromkeys(pair.kind for pair in pairs), ""]:
        some = [pair for pair in pairs if kind in ("", pair.kind)]
        ours = with_interval(some, lambda few: fewer(few)[0], ".1f")
        listed = with_interval(some, lambda few: fewer(few)[1], ".1f")
        left = with_interval(some, lambda few: float(np.mean([pair.ours.regret[-1] for pair in few])))
        print(f"  {kind or 'all of them':26}{len(some):13d}   {ours:22}{listed:22}{with_interval(some, share_needed, '.2f'):24}{left:28}")


def told_not_worth(pairs: Sequence[Pair]) -> None:
    print(f"\nWhere asking is not worth it: {len(pairs)} organisations with a hundredth of the money at stake, and the same wages and waiting")
    asked = [pair.ours.asked for pair in pairs]
    print(f"  by net gain: nothing asked in {sum(count == 0 for count in asked)} of {len(asked)}, at most {max(asked)} questions")
    ways = (("deciding at once", lambda pair: pair.ours.regret[0]), ("by net gain", lambda pair: pair.ours.regret[-1] + pair.ours.spent[-1]),
            ("fixed order, to its end", lambda pair: pair.listed.regret[-1] + pair.listed.spent[-1]))
    for name, total in ways:
        print(f"  {name:26} regret and what asking cost: {with_interval(pairs, lambda some, total=total: float(np.mean([total(pair) for pair in some])))}")


def told_answers(worlds: Sequence[World]) -> None:
    first = [voice.range.low <= here.truth[q.name] <= voice.range.high for here in worlds for q in here.case.quantities for voice in q.voices]
    print(f"The ranges to start from hold the truth in {100 * np.mean(first):.0f} % of cases; the answers, said to hold in 90 %, in", end="")
    for manner in MANNERS:
        asks = [(person, name) for person, (_, how, knows) in KNOWS.items() if how == manner for name in knows]
        got = [(here.truth[ask[1]], answered(here, ask)) for here in worlds for ask in asks]
        held = [said.low <= truth <= said.high for truth, said in got if said is not None]
        print(f" {100 * np.mean(held):.0f} % ({manner})", end="")
    print()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--quick", action="store_true", help="a tenth of the organisations")
    many = 4 if asked.parse_args().quick else 40
    training = [world(kind, 10_000 + seed) for kind in DARK for seed in range(max(many // 2, 3))]
    worlds = [world(kind, seed) for kind in DARK for seed in range(many)]
    small = [world("everything", seed, size=0.01) for seed in range(many)]
    told_answers(worlds)
    order = tuned(training)
    print("The fixed order, tuned on other organisations: " + ", ".join(f"{name} ({person})" for person, name in order[:6]) + " ...")
    with ProcessPoolExecutor(2) as pool:
        pairs = list(pool.map(partial(both, order), worlds, chunksize=4))
        not_worth = list(pool.map(partial(both, order), small, chunksize=4))
    told_curve(pairs)
    told_equal(pairs)
    told_not_worth(not_worth)


if __name__ == "__main__":
    main()

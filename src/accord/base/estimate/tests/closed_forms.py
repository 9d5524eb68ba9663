"""Decision problems whose answers can be worked out by hand or by quadrature, in the schema of the published ones.

Each case has its truth beside it, so more of them is one more function. Formulas: the unit normal loss (Raiffa and Schlaifer 1961), the
expected excess of a lognormal (the call formula), partial means of a Pareto; everything else is a one-dimensional integral.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import integrate, special

from accord.base.estimate import Case
from accord.base.estimate.reading import read_document

Truth = dict[tuple[str, ...], float]


@dataclass(frozen=True)
class Known:
    """evppi: by the names known together. tight: the band as a share of what knowing everything is worth."""

    case: Case
    evpi: float
    evppi: Truth = field(default_factory=dict)
    tight: float = 0.02


def made(name: str, inputs: list[dict[str, Any]], options: dict[str, str], **more: Any) -> Case:
    options_ = [{"name": key, "expr": expr} for key, expr in options.items()]
    (case,) = read_document({"schema": "accord-voi-cases/1", "cases": [{"id": name, "inputs": inputs, "options": options_, **more}]})
    return case


def normal(name: str, mean: float = 0.0, sd: float = 1.0) -> dict[str, Any]:
    return {"name": name, "dist": "normal", "mean": mean, "sd": sd}


def lognormal(name: str, mu: float, sigma: float) -> dict[str, Any]:
    return {"name": name, "dist": "lognormal", "mu": mu, "sigma": sigma}


def excess(mean: float, sd: float) -> float:
    """E[max(N(mean, sd), 0)]"""
    z = mean / sd
    return float(sd * math.exp(-z * z / 2) / math.sqrt(2 * math.pi) + mean * special.ndtr(z))


def gain(mean: float, sd: float) -> float:
    return excess(mean, sd) - max(mean, 0.0)


def call(mean: float, sigma: float, strike: float) -> float:
    """E[max(X - strike, 0)] for a lognormal X with this mean and sd of the log."""
    d = math.log(mean / strike) / sigma + sigma / 2
    return float(mean * special.ndtr(d) - strike * special.ndtr(d - sigma))


def integral(f: Callable[[float], float], low: float = -9.0, high: float = 9.0, points: tuple[float, ...] = ()) -> float:
    """Of f(z) over the standard normal density."""
    return float(integrate.quad(lambda z: f(z) * math.exp(-z * z / 2) / math.sqrt(2 * math.pi), low, high, limit=400, points=points or None)[0])


def yes_or_no() -> Known:
    return Known(made("yes or no", [normal("gain", 2, 5)], {"no": "0", "yes": "gain"}), gain(2, 5), {("gain",): gain(2, 5)})


def far_from_zero() -> Known:
    """The same small stakes on top of a very large sum."""
    case = made("far from zero", [normal("gain", 2, 5), normal("base", 3e9, 1e7)], {"no": "base", "yes": "base + gain"})
    return Known(case, gain(2, 5), {("gain",): gain(2, 5), ("base",): 0.0})


def many_options() -> Known:
    means, sds = [3.0, 2.5, 2.0, 1.0, 0.0, 2.9], [1.0, 2.0, 3.0, 4.0, 5.0, 0.5]
    case = made("many options", [normal(f"x{k}", m, s) for k, (m, s) in enumerate(zip(means, sds, strict=True))], {f"o{k}": f"x{k}" for k in range(6)})

    def rest(t: float) -> float:
        return 1 - math.prod(float(special.ndtr((t - m) / s)) for m, s in zip(means, sds, strict=True))

    top = integrate.quad(rest, 0, 40, limit=400)[0] - integrate.quad(lambda t: 1 - rest(t), -40, 0, limit=400)[0]
    singles: Truth = {}
    for k, (m, s) in enumerate(zip(means, sds, strict=True)):
        other = max(means[:k] + means[k + 1:])
        singles[(f"x{k}",)] = excess(m - other, s) + other - max(means)
    return Known(case, top - max(means), singles)


def levels() -> Known:
    coin = [{"name": "market", "dist": "discrete", "values": [-40, 10, 60], "probs": [0.3, 0.5, 0.2]},
            {"name": "works", "dist": "discrete", "values": [0, 1], "probs": [0.35, 0.65]}]
    case = made("levels", coin, {"leave": "0", "enter": "if(works > 0.5, market + 5, -12)"})
    enter = 0.65 * (0.3 * -35 + 0.5 * 15 + 0.2 * 65) + 0.35 * -12
    every = 0.65 * (0.5 * 15 + 0.2 * 65)
    market = sum(p * max(0.65 * (m + 5) - 0.35 * 12, 0) for m, p in zip((-40, 10, 60), (0.3, 0.5, 0.2), strict=True))
    works = 0.65 * max(0.3 * -35 + 0.5 * 15 + 0.2 * 65, 0)
    return Known(case, every - max(enter, 0), {("market",): market - max(enter, 0), ("works",): works - max(enter, 0)})


def pure_interaction() -> Known:
    case = made("pure interaction", [normal("x"), normal("y"), normal("z")], {"a": "0", "b": "x * y"}, groups=[["x", "y"], ["x", "z"]])
    return Known(case, 1 / math.pi, {("x",): 0.0, ("y",): 0.0, ("z",): 0.0, ("x", "y"): 1 / math.pi, ("x", "z"): 0.0})


def step() -> Known:
    case = made("step", [{"name": "u", "dist": "uniform", "low": 0, "high": 1}, normal("z", 0, 0.8)], {"a": "0", "b": "if(u > 0.7, 1, -0.5) + z"},
                groups=[["u", "z"]])
    every = 0.3 * excess(1, 0.8) + 0.7 * excess(-0.5, 0.8)
    return Known(case, every, {("u",): 0.3, ("z",): excess(-0.05, 0.8), ("u", "z"): every})


def kink() -> Known:
    """Ordering 60 or 100 when demand is gamma, with a price that is uncertain too."""
    case = made("kink", [{"name": "demand", "dist": "gamma", "shape": 4, "scale": 20}, {"name": "price", "dist": "uniform", "low": 5, "high": 11}],
                {"few": "price * min(demand, 60) - 4 * 60", "many": "price * min(demand, 100) - 4 * 100"})

    def held(most: float) -> float:
        return float(80 * special.gammainc(5, most / 20) + most * special.gammaincc(4, most / 20))

    more = held(100) - held(60)
    at, w = np.polynomial.legendre.leggauss(64)
    price = float(np.maximum((8 + 3 * at) * more - 160, 0) @ w / 2)

    def extra(u: float) -> float:
        demand = 20 * float(special.gammaincinv(4, u))
        return min(demand, 100) - min(demand, 60)

    def over(f: Callable[[float], float]) -> float:
        return float(np.mean([f((k + 0.5) / 20_000) for k in range(20_000)]))

    now = max(8 * more - 160, 0)
    demand = over(lambda u: max(8 * extra(u) - 160, 0))
    every = over(lambda u: float(np.maximum((8 + 3 * at) * extra(u) - 160, 0) @ w / 2))
    return Known(case, every - now, {("demand",): demand - now, ("price",): price - now})


def heavy_tail() -> Known:
    alpha, cut = 1.6, 3.0
    case = made("heavy tail", [{"name": "loss", "dist": "pareto", "xm": 1, "alpha": alpha}, normal("z", 0, 0.5)], {"insure": "-3", "bear": "-loss + z"})
    mean = alpha / (alpha - 1)
    beyond = cut ** (1 - alpha) / (alpha - 1)              # E[max(loss - 3, 0)]
    now = max(cut - mean, 0.0)
    tail = integrate.quad(lambda x: excess(cut - x, 0.5) * alpha * x ** (-alpha - 1), 1, 12, limit=400)[0]
    return Known(case, tail - now, {("loss",): beyond - mean + cut - now, ("z",): excess(cut - mean, 0.5) - now}, tight=0.04)


def student() -> Known:
    case = made("student", [{"name": "t", "dist": "student_t", "df": 3, "loc": 0.4, "scale": 1.5}, normal("z", 0, 2)], {"a": "0", "b": "t"})
    every = integrate.quad(lambda u: max(0.4 + 1.5 * float(special.stdtrit(3, u)), 0), 0.25, 1 - 1e-12, limit=800)[0]
    return Known(case, every - 0.4, {("t",): every - 0.4, ("z",): 0.0})


def product_of(sigmas: tuple[float, ...], strike: float, groups: list[list[int]]) -> Known:
    """A product of lognormals against a price: what any of them tells is a call."""
    names = [f"f{k}" for k in range(len(sigmas))]
    case = made(f"product of {len(sigmas)}", [lognormal(name, -s * s / 2, s) for name, s in zip(names, sigmas, strict=True)],
                {"keep": str(strike), "sell": " * ".join(names)}, groups=[[names[k] for k in group] for group in groups])
    now = max(1 - strike, 0)
    truth: Truth = {(name,): call(1, s, strike) - now for name, s in zip(names, sigmas, strict=True)}
    truth |= {tuple(names[k] for k in group): call(1, math.sqrt(sum(sigmas[k] ** 2 for k in group)), strike) - now for group in groups}
    return Known(case, call(1, math.sqrt(sum(s * s for s in sigmas)), strike) - now, truth)


def product() -> Known:
    return product_of((0.5, 0.3, 0.2, 0.4), 1.1, [[0, 1], [1, 2, 3]])


def nine_together() -> Known:
    return product_of((0.3, 0.2, 0.25, 0.1, 0.15, 0.2, 0.3, 0.12, 0.22, 0.4, 0.2), 0.95, [list(range(9)), list(range(2, 7)), [9, 10]])


def forty_inputs() -> Known:
    weights = [1 / (1 + k) for k in range(30)] + [0.0] * 10
    names = [f"x{k}" for k in range(40)]
    case = made("forty inputs", [normal(name) for name in names], {"a": "0.2", "b": " + ".join(f"{w!r} * {n}" for w, n in zip(weights, names, strict=True))},
                groups=[names[:9], names[30:39]])
    sd = math.sqrt(sum(w * w for w in weights))
    truth: Truth = {(name,): gain(-0.2, w) if w else 0.0 for name, w in zip(names, weights, strict=True)}
    truth |= {tuple(names[:9]): gain(-0.2, math.sqrt(sum(w * w for w in weights[:9]))), tuple(names[30:39]): 0.0}
    return Known(case, gain(-0.2, sd), truth)


def correlated() -> Known:
    """Three normals that move together, against 0.5 and against each other's sum; groups of one and two."""
    matrix = [[1, 0.6, -0.3], [0.6, 1, 0.2], [-0.3, 0.2, 1]]
    names = ["a", "b", "c"]
    case = made("correlated", [normal("a"), normal("b", 0, 2), normal("c", 0, 1.5), normal("d", 0, 1)], {"stay": "0.5", "go": "a + b + c + d"},
                correlation={"kind": "gaussian_copula", "inputs": names, "matrix": matrix}, groups=[["a", "b"], ["a", "d"], ["a", "b", "c"]])
    sds, m = np.array([1, 2, 1.5]), np.array(matrix)
    cov = m * sds[:, None] * sds[None, :]
    total = cov.sum(axis=1)

    def told(known: list[int], apart: float = 0.0) -> float:
        return gain(-0.5, math.sqrt(float(total[known] @ np.linalg.solve(cov[np.ix_(known, known)], total[known])) + apart))

    truth = {("a",): told([0]), ("b",): told([1]), ("c",): told([2]), ("d",): gain(-0.5, 1), ("a", "b"): told([0, 1]), ("a", "d"): told([0], 1.0),
             ("a", "b", "c"): told([0, 1, 2])}
    return Known(case, gain(-0.5, math.sqrt(float(cov.sum()) + 1)), truth)


def correlated_heavy() -> Known:
    """Lognormals that move together, multiplied; one of them is in no formula and tells all the same."""
    matrix = [[1, 0.5, 0.7], [0.5, 1, 0.4], [0.7, 0.4, 1]]
    s, strike = np.array([0.8, 0.6, 0.5]), 1.4
    m = np.array(matrix)
    cov = m * s[:, None] * s[None, :]
    used = [0, 1]
    sigma = math.sqrt(float(cov[np.ix_(used, used)].sum()))
    mean = math.exp(sigma**2 / 2)
    case = made("correlated heavy", [lognormal("p", 0, 0.8), lognormal("q", 0, 0.6), lognormal("hint", 0, 0.5)], {"keep": str(strike), "sell": "p * q"},
                correlation={"inputs": ["p", "q", "hint"], "matrix": matrix}, groups=[["p", "hint"], ["p", "q"]])

    def told(known: list[int]) -> float:
        to = cov[np.ix_(known, used)].sum(axis=1)
        return call(mean, math.sqrt(float(to @ np.linalg.solve(cov[np.ix_(known, known)], to))), strike) - max(mean - strike, 0)

    truth = {("p",): told([0]), ("q",): told([1]), ("hint",): told([2]), ("p", "hint"): told([0, 2]), ("p", "q"): told([0, 1])}
    return Known(case, call(mean, sigma, strike) - max(mean - strike, 0), truth)


def two_steps() -> Known:
    """Derived names, constants, and a parabola: nobody's best guess tells where the value lies."""
    case = made("two steps", [normal("x"), normal("y", 0, 0.5)], {"a": "0", "b": "bowl + y"}, constants={"c": 0.8}, derived=[
        {"name": "half", "expr": "x / 2"}, {"name": "bowl", "expr": "4 * half^2 - c"}])
    now = 0.2
    x = integral(lambda z: max(z * z - 0.8, 0), points=(-math.sqrt(0.8), math.sqrt(0.8)))
    return Known(case, integral(lambda z: excess(z * z - 0.8, 0.5)) - now, {("x",): x - now, ("y",): gain(0.2, 0.5)})


ALL: tuple[Callable[[], Known], ...] = (yes_or_no, far_from_zero, many_options, levels, pure_interaction, step, kink, heavy_tail, student, product,
                                        nine_together, forty_inputs, correlated, correlated_heavy, two_steps)

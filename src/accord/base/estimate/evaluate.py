"""A parsed formula applied to arrays of draws. A plain walk over the tree: no code is generated or executed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

import numpy as np
import scipy
from numpy.typing import NDArray

from accord.base.estimate.tree import Binary, Call, Compare, Name, Negative, Node, Number, Unit, in_time, nodes, years

Values = NDArray[np.float64]

_BINARY = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide, "^": np.power}
_COMPARE = {"<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal}
_ONE: dict[str, Callable[..., Any]] = {"exp": np.exp, "ln": np.log, "sqrt": np.sqrt, "abs": np.abs,
        "expit": lambda x: scipy.special.expit(x), "logit": lambda x: scipy.special.logit(x)}        # SciPy's parts are loaded when first asked for
_MANY: dict[str, Callable[..., Any]] = {"min": np.minimum, "max": np.maximum, "sum": np.add}


def evaluate(tree: Node, values: Mapping[str, Values | float], factors: Mapping[str, float] | None = None) -> Values:
    """The formula's value for each draw. `values`: name -> array or number, broadcast together;
    `factors`: unit word -> its size in the base unit of its dimension. Infinities and NaN pass through:
    the caller reports them with the inputs that caused them."""

    def over_years(node: Call) -> Values | float:
        """Each year's amount, discounted from the end of that year. `3 years` measures time: the amount is then per year."""
        amount, count, *rate = node.of
        span = int(years(count) or 0)
        kept = np.divide(1.0, 1 + walk(rate[0])) if rate else 1.0
        climbs = any(isinstance(part, Call) and part.function == "ramp" for part in nodes(amount))
        flat = None if climbs else walk(amount)
        total: Values | float = 0.0
        for year in range(1, span + 1):
            counted[0] = year
            total = total + (walk(amount) if flat is None else flat) * kept**year
        return total * (walk(count) / span if in_time(count) else 1.0)

    def walk(node: Node) -> Values | float:
        match node:
            case Number():
                return node.value
            case Name():
                return values[node.name]
            case Unit():
                return (factors or {}).get(node.word, 1.0)
            case Negative():
                return -walk(node.of)
            case Binary():
                return _BINARY[node.op](walk(node.left), walk(node.right))
            case Compare():
                return np.asarray(_COMPARE[node.op](walk(node.left), walk(node.right)), dtype=float)
            case Call(function="yearly"):
                return over_years(node)
            case Call(function="ramp"):
                first, last, count = node.of
                begins, ends, span = walk(first), walk(last), years(count) or 1.0
                return begins + (ends - begins) * min((counted[0] - 1) / max(span - 1, 1), 1.0) if span > 1 else ends
            case Call(function="if"):
                condition, yes, no = (walk(part) for part in node.of)
                return np.where(np.asarray(condition) != 0, yes, no)
            case Call() if node.function in _ONE:
                return np.asarray(_ONE[node.function](walk(node.of[0])))
            case Call():
                return reduce(_MANY[node.function], (walk(part) for part in node.of))
        raise TypeError(f"no rule for {type(node).__name__}")

    counted = [1]                 # the year that is being worked out
    with np.errstate(all="ignore"):
        return np.asarray(walk(tree), dtype=float)

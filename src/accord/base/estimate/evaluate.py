"""A parsed formula applied to arrays of draws. A plain walk over the tree: no code is generated or executed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

import numpy as np
import scipy
from numpy.typing import NDArray

from accord.base.estimate.tree import Binary, Call, Compare, Name, Negative, Node, Number, Unit

Values = NDArray[np.float64]

_BINARY = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide, "^": np.power}
_COMPARE = {"<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal}
_ONE = {"exp": np.exp, "ln": np.log, "sqrt": np.sqrt, "abs": np.abs,
        "expit": lambda x: scipy.special.expit(x), "logit": lambda x: scipy.special.logit(x)}        # SciPy's parts are loaded when first asked for
_MANY = {"min": np.minimum, "max": np.maximum, "sum": np.add}


def evaluate(tree: Node, values: Mapping[str, Values | float], factors: Mapping[str, float] | None = None) -> Values:
    """The formula's value for each draw. `values`: name -> array or number, broadcast together;
    `factors`: unit word -> its size in the base unit of its dimension. Infinities and NaN pass through:
    the caller reports them with the inputs that caused them."""

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
            case Call(function="if"):
                condition, yes, no = (walk(part) for part in node.of)
                return np.where(np.asarray(condition) != 0, yes, no)
            case Call() if node.function in _ONE:
                return np.asarray(_ONE[node.function](walk(node.of[0])))
            case Call():
                return reduce(_MANY[node.function], (walk(part) for part in node.of))
        raise TypeError(f"no rule for {type(node).__name__}")

    with np.errstate(all="ignore"):
        return np.asarray(walk(tree), dtype=float)

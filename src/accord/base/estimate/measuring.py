"""What a formula measures, worked out once before anything is drawn. Errors are drawn with a caret, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from accord.base.estimate.formula import FormulaError
from accord.base.estimate.tree import Binary, Call, Compare, Name, Negative, Node, Number, Unit, constant
from accord.base.estimate.units import CALENDAR, IN_FORMULAS, WORK, WORKDAY, Dimension

PLAIN = Dimension()
_DOES = {"+": "add", "-": "subtract", "<": "compare", "<=": "compare", ">": "compare", ">=": "compare"}


def measure(tree: Node, text: str, known: Mapping[str, Dimension]) -> Dimension:
    """The dimension of a formula. known: declared name -> dimension. Raises FormulaError at the place."""
    found = _Measure(text, known).of(tree)
    return PLAIN if found is None else found


class _Measure:
    """A walk over the tree. None stands for zero, which may be added to anything."""

    def __init__(self, text: str, known: Mapping[str, Dimension]) -> None:
        self.text, self.known = text, known

    def fail(self, message: str, node: Node) -> FormulaError:
        return FormulaError(message, self.text, node.at, node.end - node.at)

    def of(self, node: Node) -> Dimension | None:
        match node:
            case Number():
                return None if node.value == 0 else PLAIN
            case Name():
                return self.known[node.name]
            case Unit():
                return IN_FORMULAS[node.word].dimension
            case Negative():
                return self.of(node.of)
            case Compare():
                self.same(node.op, node.left, node.right)
                return PLAIN
            case Call():
                return self.call(node)
            case Binary():
                return self.binary(node)
        raise TypeError(f"no rule for {type(node).__name__}")

    def binary(self, node: Binary) -> Dimension | None:
        if node.op in "+-":
            return self.same(node.op, node.left, node.right)
        if node.op == "^":
            return self.power(node)
        left, right = self.of(node.left), self.of(node.right)
        if left is None:
            return None
        return left.times(right or PLAIN, 1.0 if node.op == "*" else -1.0)

    def power(self, node: Binary) -> Dimension | None:
        base, exponent = self.of(node.left), self.of(node.right)
        if exponent is not None and not exponent.plain:
            raise self.fail(f"A power must be a plain number, not {exponent.words()}.", node.right)
        if base is None or base == PLAIN:
            return base
        fixed = constant(node.right)
        if fixed is None and base.powers:
            raise self.fail(f"{base.words()} can only be raised to a fixed power, such as 2.", node.right)
        return base.raised(fixed) if fixed is not None else PLAIN

    def same(self, op: str, left: Node, right: Node) -> Dimension | None:
        one, other = self.of(left), self.of(right)
        if one is None or other is None:
            return one if other is None else other
        if not one.agrees(other):
            raise self.fail(self.clash(op, one, other), right)
        # what is known of the things counted is kept; where the two differ, it is no longer one thing
        return one if one.things or not other.things else other

    def clash(self, op: str, one: Dimension, other: Dimension) -> str:
        does = _DOES.get(op, "mix")
        joined = {"add": f"add {other.words()} to {one.words()}", "subtract": f"subtract {other.words()} from {one.words()}",
                  "compare": f"compare {one.words()} with {other.words()}"}.get(does, f"mix {one.words()} and {other.words()}")
        return f"You {joined}. {advice(one, other)}"

    def call(self, node: Call) -> Dimension | None:
        if node.function == "if":
            self.of(node.of[0])
            return self.same("if", node.of[1], node.of[2])
        if node.function in ("min", "max", "sum"):
            found, first = self.of(node.of[0]), node.of[0]
            for part in node.of[1:]:
                found = self.same_as(found, first, part)
            return found
        if node.function == "yearly":
            return self.over_years(node)
        if node.function == "ramp":
            return self.same("mix", node.of[0], node.of[1])
        inside = self.of(node.of[0])
        if node.function == "abs":
            return inside
        if node.function == "sqrt":
            return inside.raised(0.5) if inside else inside
        if inside is not None and not inside.plain:
            raise self.fail(f"{node.function}(...) takes a plain number, not {inside.words()}. Divide by one of its unit first.", node.of[0])
        return PLAIN

    def over_years(self, node: Call) -> Dimension | None:
        amount, count = self.of(node.of[0]), self.of(node.of[1])
        if len(node.of) > 2 and (rate := self.of(node.of[2])) is not None and not rate.plain:
            raise self.fail(f"A discount is a plain number such as 4%, not {rate.words()}.", node.of[2])
        return amount if amount is None or count is None else amount.times(count)

    def same_as(self, found: Dimension | None, first: Node, part: Node) -> Dimension | None:
        other = self.of(part)
        if found is None or other is None:
            return found if other is None else other
        if not found.agrees(other):
            raise self.fail(self.clash("mix", found, other), part)
        return found


def advice(one: Dimension, other: Dimension) -> str:
    """What to do about two measures that do not fit together."""
    gap = dict(one.times(other, -1.0).powers)
    money = [key for key in gap if key not in (WORK, CALENDAR, WORKDAY)]
    if len(money) == 2:
        return "Change one currency into the other with a quantity for the exchange rate."
    if {WORKDAY, CALENDAR} <= set(gap):
        return "Say whether the days are working days in both."
    if {WORKDAY, WORK} <= set(gap) or {CALENDAR, WORK} <= set(gap):
        return "Multiply by the hours of work in a day first."
    if money and WORK in gap:
        return "Multiply the hours by the cost of an hour first."
    if gap == {CALENDAR: -1.0} or gap == {CALENDAR: 1.0}:
        return "Multiply the one that is per day, week or year by how long it lasts, such as 3 years."
    if money:
        return "Multiply by what one of them costs first."
    if not gap:
        return "They count different things."
    return "Multiply or divide one of them so that both measure the same."


def must_be(tree: Node, text: str, found: Dimension, wanted: Dimension) -> None:
    """Raises FormulaError when a formula does not come out in the unit that was promised."""
    if isinstance(tree, Number) and tree.value == 0:
        return
    if not found.agrees(wanted):
        raise FormulaError(f"This comes out in {found.words()}, and it should be {wanted.words()}. {advice(found, wanted)}", text, tree.at, tree.end - tree.at)

"""Formulas a non-programmer can read, and nothing else.

    loss per year = users affected * hours lost * 46 week * if(share > 0.5, rate, 0)

A formula is read by the parser below into a small tree; nothing of Python is ever evaluated. Names may
hold spaces or underscores (`hours lost` and `hours_lost` are one name) and are found by the longest
match against the names the case declares, so no word is reserved. A name may hold a hyphen (`sign-on cost`); to take one name from another,
put spaces around the minus. A number may carry a suffix (`12k`, `1.5M`, `30 %`) and a unit (`46 week`). `^` is the power.

    yearly(loss * ramp(30%, 90%, 3), 5 years, 4%)      a sum over five years, discounted from the end of each; 30 % in the first, 90 % from the third

Bounds (they hold for any text whatever): 2,000 characters, 500 nodes, depth 50, constant exponents
up to 100 in size. Every refusal names the place and is drawn with a caret by `FormulaError.sketch`.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from accord.base.estimate.tree import Binary, Call, Compare, Name, Negative, Node, Number, Unit, constant, years

MAX_CHARS, MAX_NODES, MAX_DEPTH, MAX_EXPONENT, MAX_YEARS = 2_000, 500, 50, 100.0, 50

# name -> (fewest, most) arguments; None is "no upper bound"
FUNCTIONS: dict[str, tuple[int, int | None]] = {
    "exp": (1, 1), "ln": (1, 1), "sqrt": (1, 1), "abs": (1, 1), "expit": (1, 1), "logit": (1, 1),
    "min": (2, None), "max": (2, None), "sum": (1, None), "if": (3, 3),
    "yearly": (2, 3), "ramp": (3, 3),
}
SUFFIXES = {"k": 1e3, "m": 1e6, "bn": 1e9}


class FormulaError(ValueError):
    """One clear sentence about one place in a formula. `at` counts characters from 0."""

    def __init__(self, message: str, text: str, at: int, length: int = 1) -> None:
        super().__init__(message)
        self.message, self.text, self.at, self.length = message, text, at, max(1, length)

    def sketch(self) -> str:
        """The formula with a caret under the place. Long formulas are cut around it."""
        start = max(0, self.at - 50)
        shown = re.sub(r"\s", " ", self.text[start:start + 100])
        return f"{shown}\n{' ' * (self.at - start)}{'^' * min(self.length, max(1, len(shown) - (self.at - start)))}"


_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<number>(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<word>[^\W\d]\w*)|(?P<op><=|>=|\*\*|[-+*/^(),<>%×·÷−])|(?P<bad>.)", re.DOTALL)
_SAME = {"**": "^", "×": "*", "·": "*", "÷": "/", "−": "-"}


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    at: int

    @property
    def end(self) -> int:
        return self.at + len(self.text)


def quoted(piece: str) -> str:
    """As a message shows it: no more than a line of it."""
    return f"“{piece if len(piece) <= 60 else piece[:59] + '…'}”"


def spelled(name: str) -> str:
    """One spelling for a name: words joined by single spaces, underscores read as spaces."""
    return " ".join(name.replace("_", " ").split())


def _tokens(text: str) -> list[Token]:
    if len(text) > MAX_CHARS:
        raise FormulaError(f"This formula has {len(text):,} characters; the most is {MAX_CHARS:,}. Split it in two.", text, MAX_CHARS)
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind, piece = str(match.lastgroup), match.group()
        if kind == "space":
            continue
        if kind == "word" and unicodedata.normalize("NFKC", piece) != unicodedata.normalize("NFC", piece):
            raise FormulaError(f"{quoted(piece)} uses look-alike letters. Type it with ordinary ones.", text, match.start(), len(piece))
        found.append(Token(kind, piece, match.start()))
    return found


class Names:
    """The names formulas may hold. Growing: each step of a case adds its own for the formulas after it."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.spelled: dict[str, str] = {}
        self.longest = 1       # in tokens
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        key = spelled(name)
        self.spelled[key] = name
        self.longest = max(self.longest, len(_TOKEN.findall(key)))

    def __contains__(self, name: str) -> bool:
        return spelled(name) in self.spelled


@dataclass
class _Reader:
    """A recursive-descent reader. Depth and node counts are checked as the tree grows, before anything deep exists."""

    text: str
    known: Names
    units: Collection[str]
    tokens: list[Token] = field(init=False)
    place: int = 0
    nodes: int = 0
    within: bool = False       # a sum over years

    def __post_init__(self) -> None:
        self.tokens = _tokens(self.text)

    def fail(self, message: str, at: int | None = None, length: int = 1) -> FormulaError:
        if at is None:
            at = self.tokens[self.place].at if self.place < len(self.tokens) else len(self.text.rstrip())
        return FormulaError(message, self.text, at, length)

    def refuse_bad(self, token: Token) -> None:
        if token.kind == "bad":
            raise self.fail(f"“{token.text}” has no meaning in a formula. Take it out.", token.at)

    def refuse_misspelt(self) -> None:
        """A word straight after a name: the words together are a name that nearly was."""
        first = self.place
        while first and all(token.kind == "word" for token in self.tokens[first - 1:self.place + 1]):
            first -= 1
        if first < self.place < len(self.tokens):
            raise self.unknown(first)

    def peek(self, *ops: str) -> str | None:
        if self.place < len(self.tokens):
            token = self.tokens[self.place]
            op = _SAME.get(token.text, token.text)
            if token.kind == "op" and op in ops:
                return op
        return None

    def made(self, node: Node) -> Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self.fail(f"This formula has more than {MAX_NODES} parts. Split it in two.", node.at)
        return node

    def whole(self) -> Node:
        if not self.tokens:
            raise self.fail("The formula is empty. Write at least a number or a name.", 0)
        tree = self.comparison(0)
        if self.place < len(self.tokens):
            token = self.tokens[self.place]
            self.refuse_bad(token)
            self.refuse_misspelt()
            hint = "Put an operator such as * before it." if token.kind in ("word", "number") or token.text == "(" else "Take it out."
            if token.text in ("<", ">", "<=", ">="):
                hint = "Use one comparison at a time, inside if(...)."
            raise self.fail(f"{quoted(token.text)} is not expected here. {hint}", token.at, len(token.text))
        return tree

    def comparison(self, depth: int) -> Node:
        left = self.additive(depth)
        if op := self.peek("<", "<=", ">", ">="):
            self.place += 1
            right = self.additive(depth)
            return self.made(Compare(left.at, right.end, op, left, right))
        return left

    def additive(self, depth: int) -> Node:
        left = self.product(depth)
        while op := self.peek("+", "-"):
            self.place += 1
            right = self.product(depth)
            left = self.made(Binary(left.at, right.end, op, left, right))
        return left

    def product(self, depth: int) -> Node:
        left = self.signed(depth)
        while op := self.peek("*", "/"):
            self.place += 1
            right = self.signed(depth)
            left = self.made(Binary(left.at, right.end, op, left, right))
        return left

    def signed(self, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise self.fail(f"This formula is nested more than {MAX_DEPTH} deep. Give an inner part a name of its own.")
        if op := self.peek("-", "+"):
            at = self.tokens[self.place].at
            self.place += 1
            of = self.signed(depth + 1)
            return self.made(Negative(at, of.end, of)) if op == "-" else of
        return self.power(depth)

    def power(self, depth: int) -> Node:
        base = self.primary(depth)
        if self.peek("^"):
            self.place += 1
            exponent = self.signed(depth + 1)
            if (fixed := constant(exponent)) is not None and abs(fixed) > MAX_EXPONENT:
                raise self.fail(f"The power {fixed:g} is too large; the most is {MAX_EXPONENT:g}.", exponent.at, exponent.end - exponent.at)
            return self.made(Binary(base.at, exponent.end, "^", base, exponent))
        return base

    def primary(self, depth: int) -> Node:
        if self.place >= len(self.tokens):
            raise self.fail("The formula ends too early. Something is missing after the last sign.")
        token = self.tokens[self.place]
        if token.kind == "number":
            return self.number(token)
        if token.kind == "word":
            return self.word(depth, token)
        if token.text == "(":
            self.place += 1
            inner = self.comparison(depth + 1)
            self.close(token)
            return inner
        self.refuse_bad(token)
        raise self.fail(f"{quoted(token.text)} cannot stand here. A number or a name is expected.", token.at, len(token.text))

    def close(self, opened: Token) -> None:
        if not self.peek(")"):
            self.refuse_misspelt()
            raise self.fail("A closing bracket is missing for the one opened here.", opened.at)
        self.place += 1

    def number(self, token: Token) -> Node:
        self.place += 1
        value = float(token.text.replace("_", ""))
        end = token.end
        if value == float("inf"):
            raise self.fail("This number is too large to work with.", token.at, len(token.text))
        if self.place < len(self.tokens):
            after = self.tokens[self.place]
            scale = SUFFIXES.get(after.text.lower()) if after.kind == "word" and after.at == end else None
            if after.text == "%":
                value, end, self.place = value / 100, after.end, self.place + 1
            elif scale and self.match_name() is None:
                value, end, self.place = value * scale, after.end, self.place + 1
        node = self.made(Number(token.at, end, value))
        if self.match_name() is None and (unit := self.unit()):
            node = self.made(Binary(node.at, unit.end, "*", node, unit))
        return node

    def unit(self) -> Node | None:
        """A unit of one or two words from here, longest first: `working days`, `weeks`."""
        for count in (2, 1):
            tokens = self.tokens[self.place:self.place + count]
            word = " ".join(token.text for token in tokens)
            if len(tokens) == count and word in self.units:
                self.place += count
                return self.made(Unit(tokens[0].at, tokens[-1].end, word))
        return None

    def match_name(self) -> tuple[str, int] | None:
        """The longest run of words from here that spells a declared name: (name, how many tokens)."""
        best: tuple[str, int] | None = None
        ahead = self.tokens[self.place:self.place + self.known.longest]
        for count, token in enumerate(ahead, 1):
            if token.text in "()":
                break
            if known := self.known.spelled.get(spelled(self.text[ahead[0].at:token.end])):
                best = (known, count)
        return best

    def word(self, depth: int, token: Token) -> Node:
        following = self.tokens[self.place + 1].text if self.place + 1 < len(self.tokens) else ""
        if following == "(" and token.text.lower() in FUNCTIONS:
            return self.call(depth, token)
        if matched := self.match_name():
            name, count = matched
            end = self.tokens[self.place + count - 1].end
            self.place += count
            if self.peek("("):
                raise self.fail(f"“{name}” is a name, not a function. Put * before the bracket.", token.at, end - token.at)
            return self.made(Name(token.at, end, name))
        if unit := self.unit():
            return unit
        if following == "(":
            raise self.fail(f"There is no function {quoted(token.text)}. The functions are {', '.join(FUNCTIONS)}.", token.at, len(token.text))
        raise self.unknown(self.place)

    def unknown(self, first: int) -> FormulaError:
        """The words from token `first` on are no name; one that is close is offered."""
        token, end = self.tokens[first], first
        while end < len(self.tokens) and self.tokens[end].kind == "word":
            end += 1
        phrase = self.text[token.at:self.tokens[end - 1].end]
        close = difflib.get_close_matches(spelled(phrase), list(self.known.spelled), 1) or difflib.get_close_matches(token.text, list(self.known.spelled), 1)
        hint = f"Did you mean “{self.known.spelled[close[0]]}”?" if close else "Add it as a quantity, or correct the name."
        return self.fail(f"{quoted(phrase)} is not known here. {hint}", token.at, len(phrase))

    def call(self, depth: int, token: Token) -> Node:
        opened = self.tokens[self.place + 1]
        self.place += 2
        function = token.text.lower()
        given: list[Node] = []
        outside = self.begin(function, token)
        while not self.peek(")"):
            if given:
                if not self.peek(","):
                    self.refuse_misspelt()
                    raise self.fail(f"A comma or a closing bracket is missing in {function}(...).") if self.place < len(self.tokens) \
                        else self.fail("A closing bracket is missing for the one opened here.", opened.at)
                self.place += 1
            given.append(self.comparison(depth + 1))
            self.within = (self.within and function != "yearly") or outside
        end = self.tokens[self.place].end
        self.place += 1
        fewest, most = FUNCTIONS[function]
        if len(given) < fewest or (most is not None and len(given) > most):
            wants = f"{fewest} value{'s' if fewest > 1 else ''}" if most == fewest else f"{fewest} values or {'more' if most is None else most}"
            raise self.fail(f"{function}(...) takes {wants}, not {len(given)}.", token.at, end - token.at)
        if function in ("yearly", "ramp"):
            self.whole_years(given[1 if function == "yearly" else 2], function)
        return self.made(Call(token.at, end, function, tuple(given)))


    def begin(self, function: str, token: Token) -> bool:
        """Years are counted in yearly(...), once, and only in its first value. Gives back whether it is counted outside too."""
        outside = self.within
        if function == "ramp" and not self.within:
            raise self.fail("ramp(...) needs years to climb in. Put it into the first value of yearly(...).", token.at, len(token.text))
        if function == "yearly":
            if self.within:
                raise self.fail("One yearly(...) cannot stand in another. Give the inner one a name of its own.", token.at, len(token.text))
            self.within = True
        return outside

    def whole_years(self, node: Node, function: str) -> None:
        count = years(node)
        if count is None or count != int(count) or not 1 <= count <= MAX_YEARS:
            raise self.fail(f"{function}(...) takes a whole number of years here, from 1 to {MAX_YEARS}, such as 3 years.", node.at, node.end - node.at)


def parse(text: str, names: Names | Iterable[str], units: Collection[str] = ()) -> Node:
    """Read `text` into a tree. `names`: what the case declares; `units`: unit words allowed. Raises FormulaError."""
    return _Reader(text, names if isinstance(names, Names) else Names(names), units).whole()

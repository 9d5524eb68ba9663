"""How a warning is said: the frame drafted from the goal it threatens, and hints at words that point at people or say too little.

Hints only: they suggest, never block, never count anything by anybody, and change no word. Patterns take a harmless sentence for blame often
enough (of 13 hints on a public list of reviews 6 were right), so they need a person or a team in the sentence, and whoever writes decides.
What is looked for is in `wording.toml`; `hits` serves every text about what went wrong, `hints` a warning.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

TO, FOR, NONE = "to", "for", "none"
COUNTERFACTUAL, OMISSION, TRAIT, HUMAN_ERROR, FAULT, ALWAYS_NEVER, PERSON_AS_CAUSE = BLAME = (
    "counterfactual",
    "omission",
    "trait",
    "human_error",
    "fault",
    "always_never",
    "person_as_cause",
)
VAGUE, NO_FACT, NO_NUMBER, NO_DATE = "vague", "no_fact", "no_number", "no_date"
FACT = 4  # words, before something is a fact somebody can look at
_WORDS: dict[str, Any] = tomllib.loads(resources.files(__package__).joinpath("wording.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Frame:
    """key: `to` (“To decide claims in three days, we need the tests”), `for` (“For “Claims in three days”, we need …”) or `none` (no goal).

    goal, need: the words that go into the sentence; need is empty while nothing was asked yet."""

    key: str
    goal: str
    need: str


@dataclass(frozen=True)
class Hit:
    """Words that point at people: which kind, where they stand, the words in small letters, and the same said of the thing where that can be told."""

    kind: str
    start: int
    end: int
    words: str
    instead: str = ""


@dataclass(frozen=True)
class Hint:
    """kind: one of BLAME, `vague`, `no_fact`, `no_number`, `no_date`. start and end: where it stands; the same twice where it is about the whole."""

    kind: str
    start: int = 0
    end: int = 0
    instead: str = ""

    @property
    def is_blame(self) -> bool:
        return self.kind in BLAME


def frame(goal: str, asks: str = "") -> Frame:
    """The draft of what stands above a warning, from the goal it threatens and what is asked. Accord drafts it; whoever warns may change it."""
    goal, need = goal.strip().rstrip("."), _LEAD.sub("", asks.strip()).rstrip(".")
    need = _small(need) if need != asks.strip().rstrip(".") else need
    if not goal:
        return Frame(NONE, "", need)
    first = goal.split(maxsplit=1)[0].lower()
    return Frame(TO, _small(goal), need) if first in _VERBS else Frame(FOR, goal, need)


def hints(sees: str, *, costs: str = "", asks: str = "", names: Sequence[str] = (), has_number: bool = False, has_day: bool = False) -> list[Hint]:
    """Of what is seen: words that point at people, words that say too little, and whether a fact, a number, a day is missing altogether."""
    found = [Hint(hit.kind, hit.start, hit.end, hit.instead) for hit in hits(sees, names)]
    found += [Hint(VAGUE, *match.span()) for match in _VAGUE.finditer(sees)]
    found.sort(key=lambda hint: (hint.start, hint.end))
    everything = " ".join([sees, costs, asks]).lower()
    words = set(re.findall(r"[^\W\d_]+", everything))
    left = _VAGUE.sub(" ", sees)
    if sees.strip() and len(re.findall(r"\w+", left)) < FACT:
        found.append(Hint(NO_FACT))
    if not (has_number or re.search(r"\d", everything) or words & _NUMBERS):
        found.append(Hint(NO_NUMBER))
    if not (has_day or words & _DAYS or re.search(r"\d{1,4}[./-]\d{1,2}\b", everything)):
        found.append(Hint(NO_DATE))
    return found


def hits(text: str, names: Iterable[str] = ()) -> list[Hit]:
    """Words that point at people, in the order in which they stand. names: of people whom the text may mean."""
    found: list[Hit] = []
    for kind, pattern in _patterns(tuple(sorted(set(names)))):
        for match in pattern.finditer(text):
            start, end = match.span("hit")
            if not any(start < other.end and other.start < end for other in found):
                found.append(Hit(kind, start, end, re.sub(r"\s+", " ", text[start:end]).lower(), _instead(kind, text, match)))
    return sorted(found, key=lambda hit: hit.start)


def _instead(kind: str, text: str, match: re.Match[str]) -> str:
    """The same of the thing: “nobody checked the restore” is “the restore: not yet checked”."""
    if kind != OMISSION:
        return ""
    told = match.groupdict()
    not_yet, done = (_WORDS["instead"]["not_yet"], told["checked"]) if told["checked"] else (_WORDS["instead"]["noch_nicht"], told["geprueft"])
    if told["todo"]:
        not_yet, done = _WORDS["instead"]["not_yet"], _participle(told["todo"].lower())
    rest = _THING.match(text[match.end() :])
    thing = (told["thing"] or (rest[1] if rest else "")).strip()
    return f"{thing}: {not_yet} {done.lower()}" if done and thing and thing.split()[0].lower() not in _NO_THING else ""


def _participle(verb: str) -> str:
    known: str | None = _WORDS["instead"]["done"].get(verb)
    if known:
        return known
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if re.search(r"[^aeiou]y$", verb) else f"{verb}ed"


@cache
def _patterns(names: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """In this order: the first that finds a place keeps it."""
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _spelled(names))


def _spelled(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    people, blame = _WORDS["people"], _WORDS["blame"]
    named = [re.escape(name) for name in names]
    called = _alternatives([*people["pronouns"].split(), *people["teams"].split(), *people["groups"]], *named)
    pointed = _alternatives([*people["teams"].split(), *people["groups"], *people["them"].split()], *named)
    they = _alternatives([*people["teams"].split(), *people["groups"], *(_PRONOUNS - {"we", "wir", "who", "man"})], *named)
    done = rf"(?:\w+(?:ed|en)|{_alternatives(_WORDS['done']['irregular'].split())})"
    getan = r"\w+(?:t|en)"
    could = [_spell(one).replace(r"\{done\}", done).replace(r"\{getan\}", getan) for one in blame["counterfactual"]]
    yield COUNTERFACTUAL, rf"\b{called}\s+(?P<hit>(?:{'|'.join(could)}))\b"
    yield COUNTERFACTUAL, rf"(?P<hit>\bif only {called})\b"
    yield HUMAN_ERROR, rf"\b(?P<hit>{_alternatives(blame['human_error'])})\b"
    yield FAULT, rf"\b(?P<hit>{_alternatives(blame['fault'])})\b"
    yield FAULT, rf"\b(?P<hit>{they}(?:['’]s|s)? {_alternatives(blame['faulty'])})\b"
    yield ALWAYS_NEVER, rf"\b(?P<hit>{they}\s+(?:\w+\s+)?{_alternatives(blame['always_never'])})\b"
    yield PERSON_AS_CAUSE, rf"\b(?P<hit>{they}\s+(?:hat\s+(?:\w+\s+){{1,4}}?|haben\s+(?:\w+\s+){{1,4}}?)?{_alternatives(blame['harm'].split())})\b"
    yield PERSON_AS_CAUSE, rf"\b(?P<hit>{_alternatives(blame['because'])}\s+(?:the\s+)?{pointed})\b"
    yield TRAIT, rf"\b(?P<hit>{they}\s+{_alternatives(blame['is'])}\s+{_alternatives(blame['trait'])})\b"
    nobody, niemand = _alternatives(blame["nobody"]), _alternatives(blame["niemand"])
    parts = [
        rf"{nobody}\s+(?:has\s+|had\s+|ever\s+){{0,2}}(?P<checked>\w+ed|{_alternatives(_WORDS['done']['irregular'].split())})",
        rf"{niemand}\s+hat\s+(?P<thing>(?:[\w-]+\s+){{1,4}}?)(?P<geprueft>ge\w+t|ge\w+en|\w+iert|\w*ge\w+t)",
        rf"(?:{nobody}|{niemand})\s+{_alternatives(blame['nobody_does'])}",
        rf"{they}\s+(?:has\s+|have\s+)?(?:forgot|forgotten|failed|neglected)\s+to\s+(?P<todo>\w+)",
        rf"{they}\s+{_alternatives(blame['omission'])}",
    ]
    yield OMISSION, rf"\b(?P<hit>{'|'.join(parts)})\b"


def _alternatives(entries: Iterable[str], *spelled: str) -> str:
    longest_first = sorted(entries, key=lambda entry: (-len(entry), entry))
    return f"(?:{'|'.join([*(_spell(one) for one in longest_first), *spelled])})"


def _spell(entry: str) -> str:
    return re.escape(entry).replace(r"\ ", r"\s+").replace(r"\*\s", r"(?:\w+\s+){0,3}?\s*").replace(r"\*", r"\w*").replace("'", "['’]")


def _small(text: str) -> str:
    """With a small first letter, unless the first word is a name of capitals (“SAP”)."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


_PRONOUNS = set(_WORDS["people"]["pronouns"].split())
_VERBS = frozenset(_WORDS["goal"]["verbs"].split())
_NO_THING = frozenset(_WORDS["instead"]["no_thing"].split())
_NUMBERS = frozenset(_WORDS["vague"]["numbers"].split())
_DAYS = frozenset(_WORDS["vague"]["days"].split()) - {"may"}
_LEAD = re.compile(rf"^{_alternatives(_WORDS['goal']['asks_lead'])}\b[\s,]*", re.IGNORECASE)
_VAGUE = re.compile(rf"(?<![\w-]){_alternatives(_WORDS['vague']['phrases'])}(?![\w-])", re.IGNORECASE)
_THING = re.compile(rf"\s+((?:(?!{_alternatives(_WORDS['instead']['ends_thing'])}\b)[\w’'-]+\s*){{1,6}})", re.IGNORECASE)

"""What a request looks like: a fix that somebody jumped to, a problem, or neither yet. And words that say too little.

Hints only. On texts nobody had tuned for, such patterns take a problem for a fix about as often as they are right, so they suggest a question
and never block, count or judge. What is tested is in the data files; the classes and first questions are here.
"""

import re
from dataclasses import dataclass

from .tongues import language_of, tongue

JUMP, WITH_REASON, PROBLEM, UNCLEAR = "jump", "solution_with_reason", "problem", "unclear"
ASK = {
    JUMP: "what_happens_today_that_made_you_ask",
    WITH_REASON: "what_if_we_do_not",
    PROBLEM: "who_is_affected_and_how_in_their_day",
    UNCLEAR: "what_are_you_trying_to_get_done",
}
ASK_ELSE = "what_else_would_solve_it"  # when purpose and impact are both told


@dataclass(frozen=True)
class RequestHint:
    """kind: jump, solution_with_reason, problem or unclear; ask: the key of the question to ask first."""

    kind: str
    solution: bool
    problem: bool
    purpose: bool
    impact_number: bool
    ask: str

    @property
    def names_a_fix(self) -> bool:
        return self.kind == JUMP


def request_hint(text: str) -> RequestHint:
    """What these words look like."""
    said = tongue(language_of(text))
    solution, problem, purpose, impact = (bool(pattern.search(text)) for pattern in (said.solution, said.problem, said.purpose, said.impact))
    kind = (WITH_REASON if problem or purpose else JUMP) if solution else PROBLEM if problem else UNCLEAR
    return RequestHint(kind, solution, problem, purpose, impact, ASK_ELSE if purpose and impact else ASK[kind])


@dataclass(frozen=True)
class Smells:
    """Words that say too little, by kind, in the order in which they stand."""

    hits: dict[str, list[str]]
    count: int
    per_100_words: float


def smells(text: str) -> Smells:
    """Superlatives, subjective words, vague pronouns, ambiguous words, open ends, comparatives, loopholes, totality (after ISO/IEC/IEEE 29148, 5.2.7)."""
    found = {kind: [next(filter(None, hit.groups())).lower() for hit in pattern.finditer(text)] for kind, pattern in tongue(language_of(text)).smells.items()}
    hits = {kind: words for kind, words in found.items() if words}
    count, length = sum(map(len, hits.values())), len(re.findall(r"\w+", text))
    return Smells(hits, count, 100 * count / length if length else 0.0)

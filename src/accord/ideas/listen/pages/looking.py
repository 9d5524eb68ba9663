"""What somebody sees before they file: open requests that may be the same, and the first question when the words name a fix."""

from dataclasses import dataclass

from .. import rules
from ..labels import first_question
from ..queries.requests import Similar, similar_to

FIRST_WORDS = 12  # characters from which it is worth looking


@dataclass(frozen=True)
class Look:
    """names_a_fix: the words ask for a thing and say no problem; ask: the kind question then, or empty."""

    similar: list[Similar]
    names_a_fix: bool
    ask: str

    @property
    def shows(self) -> bool:
        return bool(self.similar or self.names_a_fix)


def look(problem: str) -> Look:
    if len(problem.strip()) < FIRST_WORDS:
        return Look([], False, "")
    hint = rules.request_hint(problem)
    return Look(similar_to(problem), hint.names_a_fix, first_question(hint.ask) if hint.names_a_fix else "")

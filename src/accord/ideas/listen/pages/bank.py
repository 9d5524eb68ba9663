"""The question bank in one language."""

from dataclasses import dataclass

from accord.base.people.rules import Actor

from .. import rules
from ..forms import WordingForm
from ..labels import LANGUAGES, aspect_title
from ..queries import bank
from ..queries.bank import BankRow


@dataclass(frozen=True)
class BankQuestionRow:
    """One question: how it reads now, how it read before, and the form to word it anew, open when it did not fit."""

    key: str
    title: str
    mandatory: bool
    now: BankRow
    before: list[BankRow]
    form: WordingForm
    open: bool


@dataclass(frozen=True)
class BankPage:
    language: str
    languages: list[tuple[str, str]]
    rows: list[BankQuestionRow]
    wrong: WordingForm | None
    may_edit: bool


def bank_page(*, by: Actor, language: str, wrong: WordingForm | None) -> BankPage:
    """language: empty for the reader's own."""
    chosen = language or bank.language_now()
    return BankPage(
        chosen,
        [(key, str(name)) for key, name in LANGUAGES.items()],
        [_row(key, wordings, chosen, wrong) for key, wordings in bank.history(chosen).items()],
        wrong,
        by.may("bank.edit"),
    )


def _row(key: str, wordings: list[BankRow], language: str, wrong: WordingForm | None) -> BankQuestionRow:
    mine = wrong if wrong is not None and wrong.data.get("aspect") == key else None
    form = mine or WordingForm(initial={"aspect": key, "language": language, "words": wordings[0].words}, auto_id=f"id_%s_{key}")
    return BankQuestionRow(key, aspect_title(key), key in rules.MANDATORY, wordings[0], wordings[1:], form, mine is not None)

"""The question bank as this provider words it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from django.utils.translation import get_language
from pydantic import Field

from accord.base import registry, scope
from accord.base.people.models import Client
from accord.base.people.rules import Actor

from .. import rules
from ..models import BankQuestion


@dataclass(frozen=True)
class BankRow:
    """One question of the bank in one language."""

    aspect: str
    language: str
    words: str
    number: int  # 0 for the wording Accord comes with
    changed_by: str
    at: datetime | None

    @staticmethod
    def of(row: BankQuestion) -> "BankRow":
        return BankRow(row.aspect, row.language, row.words, row.number, row.changed_by, row.at)


def language_now() -> str:
    """The bank's language for whoever reads; English where it has none of its own."""
    now = (get_language() or "").partition("-")[0]
    return now if now in rules.LANGUAGES else rules.LANGUAGES[0]


def _ours() -> list[BankQuestion]:
    """Every wording of the provider of the client in scope, oldest first."""
    provider_id = Client.objects.values_list("provider_id", flat=True).get(id=scope.one())
    return list(BankQuestion.objects.filter(provider_id=provider_id).order_by("aspect", "language", "number"))


def _as_delivered(aspect: str, language: str) -> BankRow:
    return BankRow(aspect, language, rules.bank_question(aspect, language), 0, "", None)


def rows(language: str = "") -> dict[str, BankRow]:
    """The newest wording of each aspect, in the order of the aspects."""
    wanted = language or language_now()
    newest = {row.aspect: BankRow.of(row) for row in _ours() if row.language == wanted}
    return {aspect: newest.get(aspect) or _as_delivered(aspect, wanted) for aspect in rules.ASPECTS}


def words(aspect: str, language: str = "") -> str:
    """How a question about this aspect is worded now."""
    return rows(language)[aspect].words


def history(language: str) -> dict[str, list[BankRow]]:
    """Every wording of each aspect, newest first, ending with the one Accord comes with."""
    ours = [BankRow.of(row) for row in _ours() if row.language == language]
    return {aspect: [*reversed([row for row in ours if row.aspect == aspect]), _as_delivered(aspect, language)] for aspect in rules.ASPECTS}


@registry.query("listen.list_bank", may="requests.read", doors={registry.API, registry.CLI, registry.MCP})
def list_bank(*, by: Actor, language: Annotated[str, Field(description="`en` or `de`.", pattern="^(en|de)$")] = "en") -> list[BankRow]:
    """The questions of the bank, one for each of the eight aspects, as this provider words them."""
    return list(rows(language).values())

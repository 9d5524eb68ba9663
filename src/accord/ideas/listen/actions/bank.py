"""Changing the provider's wording of a question."""

from typing import Annotated

from django.db.models import Max
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import journal, registry
from accord.base.people.models import Client
from accord.base.people.rules import Actor

from .. import rules
from ..models import BankQuestion
from ..queries import bank
from ..queries.bank import BankRow


@registry.action("listen.change_question", may="bank.edit", doors={registry.API, registry.CLI}, shows=BankRow.of)
def change_question(
    *,
    by: Actor,
    aspect: Annotated[str, Field(description="The aspect the question is about.", max_length=24)],
    words: Annotated[str, Field(description="How it is put to people.", min_length=1, max_length=500)],
    language: Annotated[str, Field(description="In which language.", pattern="^(en|de)$")] = "en",
) -> BankQuestion:
    """Word a question of the bank anew, for all clients of the provider. Earlier wordings are kept, and what was asked stays as it was asked."""
    if aspect not in rules.ASPECTS:
        raise registry.Mistake(_("There is no aspect called %(name)s.") % {"name": aspect}, "aspect")
    put = " ".join(words.split())
    if not put:
        raise registry.Mistake(_("Write the question."), "words")
    client = Client.objects.get(id=by.client_id)
    if bank.words(aspect, language) == put:
        raise registry.Mistake(_("That is how it reads already."), "words")
    same = BankQuestion.objects.filter(provider_id=client.provider_id, aspect=aspect, language=language)
    number = (same.aggregate(last=Max("number"))["last"] or 0) + 1
    name = f"{by.name}, {by.job}" if by.job else by.name
    row = BankQuestion.objects.create(provider_id=client.provider_id, aspect=aspect, language=language, number=number, words=put, changed_by=name[:120])
    journal.record(by=by, event="listen.bank_changed", subject=row, payload={"aspect": aspect, "language": language, "number": number})
    return row

"""Two quantities that go together, in plain words."""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor

from ..models import Case, Pair, Quantity
from ..queries.shown import ANYWHERE, CaseShown
from ..rules.shape import How
from .changing import InitiativeId, Seen, changing, readable


@registry.action("worth.set_pair", may="worth.edit", doors=ANYWHERE, shows=CaseShown.of)
def set_pair(
    *,
    by: Actor,
    initiative_id: InitiativeId,
    first_id: Annotated[UUID, Field(description="One quantity.")],
    second_id: Annotated[UUID, Field(description="The other.")],
    how: Annotated[How, Field(description="High together `always`, `mostly` or `somewhat`, or `opposite`: one is high when the other is low.")],
    basis: Annotated[str, Field(description="How we know, in a few words.", max_length=500)] = "",
    seen_version: Seen = None,
) -> Case:
    """Say that two quantities go together. A later word about the same two replaces the earlier one."""
    with changing(initiative_id, seen_version) as case:
        if case.correlation:
            raise registry.Mistake(_("What goes together came as a matrix with the case’s file, and stays as it is. Take in a file without it first."))
        first, second = (_of(case, id) for id in (first_id, second_id))
        if first == second:
            raise registry.Mistake(_("Choose two different quantities."), "second_id")
        if not basis.strip():
            raise registry.Mistake(_("Say how we know, in a few words."), "basis")
        for old in Pair.objects.filter(case=case, ended_at=None):
            if {old.first_id, old.second_id} == {first.id, second.id}:
                Pair.objects.filter(id=old.id).update(ended_at=clock.now())
        Pair.objects.create(case=case, first=first, second=second, how=how.value, basis=basis.strip(), person_id=by.person_id)
        readable(case)
        payload = {"first": first.name, "second": second.name, "how": how.value, "basis": basis.strip()}
        journal.record(by=by, event="worth.pair_set", subject=case, payload=payload)
    return case


@registry.action("worth.end_pair", may="worth.edit", doors=ANYWHERE)
def end_pair(*, by: Actor, pair_id: Annotated[UUID, Field(description="The pair.")], seen_version: Seen = None) -> None:
    """Say that two quantities do not go together after all."""
    pair = Pair.objects.select_related("case", "first", "second").filter(id=pair_id, ended_at=None).first()
    if pair is None:
        raise registry.NotThere(str(pair_id))
    with changing(pair.case.initiative_id, seen_version) as case:
        Pair.objects.filter(id=pair.id).update(ended_at=clock.now())
        journal.record(by=by, event="worth.pair_ended", subject=case, payload={"first": pair.first.name, "second": pair.second.name})


def _of(case: Case, quantity_id: UUID) -> Quantity:
    found = Quantity.objects.filter(case=case, id=quantity_id, ended_at=None).first()
    if found is None:
        raise registry.NotThere(str(quantity_id))
    return found

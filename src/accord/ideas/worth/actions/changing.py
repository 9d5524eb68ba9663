"""What every change of a case has in common: the case is locked, must still be as it was seen, must still be readable, and is weighed."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Annotated
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import estimate, registry

from ..models import Case, Weighing
from ..queries.loading import Loaded, load
from ..queries.weighing import WeighedCase, weigh

InitiativeId = Annotated[UUID, Field(description="The initiative.")]
Seen = Annotated[int | None, Field(description="The version of the case you looked at; refused when somebody changed it meanwhile.", ge=1)]
_sitting: ContextVar[set[UUID] | None] = ContextVar("sitting", default=None)


class FormulaMistake(registry.Mistake):
    """A formula that cannot be used. sketch: the formula with a caret under the place."""

    def __init__(self, message: str, field: str | None, sketch: str = "") -> None:
        super().__init__(message, field)
        self.sketch = sketch


@contextmanager
def changing(initiative_id: UUID, seen: int | None = None) -> Iterator[Case]:
    """The case, locked. On the way out it has one version more and is weighed. Raises NotThere, Conflict."""
    case = Case.objects.select_for_update(of=("self",)).select_related("initiative__opened_by", "initiative__client").filter(initiative=initiative_id).first()
    if case is None:
        raise registry.NotThere(str(initiative_id))
    if seen is not None and seen != case.version:
        raise registry.Conflict(_("Somebody changed this case meanwhile. Look at it again, then make your change."))
    yield case
    case.version += 1
    case.save(update_fields=["version"])
    keep(case)


@contextmanager
def sitting() -> Iterator[None]:
    """Several changes in one go, as people make them around a table: each case is weighed once, when the last change is made."""
    cases: set[UUID] = set()
    token = _sitting.set(cases)
    try:
        yield
    finally:
        _sitting.reset(token)
    for case in Case.objects.filter(id__in=cases).select_related("initiative__opened_by", "initiative__client"):
        with transaction.atomic():
            keep(case)


def keep(case: Case) -> None:
    """Weigh the case and keep what it says; a case that cannot be weighed keeps nothing."""
    cases = _sitting.get()
    if cases is not None:
        cases.add(case.id)
        return
    found = weigh(load(case))
    if isinstance(found, WeighedCase):
        Weighing.objects.create(case=case, version=case.version, facts=found.facts.to_data())


def readable(case: Case, field: str | None = None) -> Loaded:
    """The case as it now stands. Raises FormulaMistake when a formula, a name or a unit does not fit any more; field: what was changed."""
    found = load(case)
    try:
        found.draft.spoken.case()
    except estimate.CaseError as error:
        raise FormulaMistake(_said(found, error), field, error.sketch) from None
    return found


def _said(found: Loaded, error: estimate.CaseError) -> str:
    """The engine's sentence, with the thing it is about in front when that is not obvious."""
    where, _dot, _rest = error.where.partition("]")
    kind, _bracket, place = where.partition("[")
    named = {"steps": [one.name for one in found.steps], "options": [one.name for one in found.options], "quantities": [one.label for one in found.quantities]}
    if kind in named and place.isdecimal() and int(place) < len(named[kind]):
        return _("“%(name)s”: %(what)s") % {"name": named[kind][int(place)], "what": error.message}
    return error.message

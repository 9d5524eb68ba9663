"""Which label set a client's goals use, and which label each goal carries."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.utils.translation import get_language

from accord.base import registry, scope
from accord.base.people.rules import Actor

from ..models import Labelled, LabelSetChosen
from ..rules import labelling
from ..rules.labelling import LabelSet


@dataclass(frozen=True)
class LabelSetShown:
    """A label set as doors show it. in_use: this client's goals use it."""

    key: str
    name: str
    in_use: bool
    labels: dict[str, str]


@scope.once
def label_set() -> LabelSet | None:
    """The set in use, in the language of whoever reads; None where none was chosen."""
    key = LabelSetChosen.objects.order_by("-at", "-id").values_list("key", flat=True).first()
    return labelling.of(key, get_language() or "en") if key in labelling.KEYS else None


def labels(goal_ids: Iterable[UUID] | None = None) -> dict[UUID, str]:
    """The code each goal carries of the set in use; goals without one are not in it."""
    chosen = label_set()
    if chosen is None:
        return {}
    found = Labelled.objects.filter(key=chosen.key).order_by("at", "id")
    if goal_ids is not None:
        found = found.filter(goal__in=list(goal_ids))
    newest = cast(dict[UUID, str], dict(found.values_list("goal_id", "code")))
    return {goal: code for goal, code in newest.items() if code in chosen.labels}


def label_shown(goal_id: UUID) -> str:
    """The label of one goal as pages print it, or nothing."""
    chosen, code = label_set(), labels([goal_id]).get(goal_id)
    return chosen.shown(code) if chosen and code else ""


@registry.query("goals.list_label_sets", may="goals.read", doors={registry.API, registry.CLI})
def list_label_sets(*, by: Actor) -> list[LabelSetShown]:
    """The label sets goals can use, and which one this client uses."""
    chosen, language = label_set(), get_language() or "en"
    sets = [labelling.of(key, language) for key in labelling.KEYS]
    return [LabelSetShown(one.key, one.name, chosen is not None and one.key == chosen.key, dict(one.labels)) for one in sets]

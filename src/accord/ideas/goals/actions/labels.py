"""Choosing how a client's goals are worded, and giving a goal its label."""

from typing import Annotated, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import journal, registry
from accord.base.people import queries as people
from accord.base.people.rules import Actor

from .. import queries
from ..models import Goal, Labelled, LabelSetChosen
from ..queries import GoalShown
from .words import GoalId


def _key(row: LabelSetChosen) -> str:
    return row.key


def _labelled(row: Labelled) -> GoalShown:
    return GoalShown.of(queries.version(row.goal_id))


@registry.action("goals.choose_labels", may="goals.edit", doors={registry.API, registry.CLI}, shows=_key)
def choose_labels(
    *, by: Actor, key: Annotated[Literal["", "okr", "cobit", "servicenow"], Field(description="The label set this client's goals use; empty for none.")]
) -> LabelSetChosen:
    """Say which label set the goals of this client use. Labels of another set stay kept and are not shown."""
    row = LabelSetChosen.objects.create(key=key, by_id=by.person_id)
    journal.record(by=by, event="goals.labels_chosen", subject=people.person(person_of(by)), payload={"set": key})
    return row


def person_of(by: Actor) -> UUID:
    """Whoever acts, as a person; a token without one labels and takes in nothing."""
    if by.person_id is None:
        raise registry.Refused("goals.edit")
    return by.person_id


@registry.action("goals.label_goal", may="goals.edit", doors={registry.API, registry.CLI}, shows=_labelled)
def label_goal(
    *, by: Actor, goal_id: GoalId, label: Annotated[str, Field(description="A label of the set in use, by code or in words; empty for none.", max_length=120)]
) -> Labelled:
    """Give a goal a label of the set this client uses, or take it away."""
    goal, chosen = queries.goal(goal_id), queries.label_set()
    if chosen is None:
        raise registry.Mistake(_("No label set is chosen here yet. Choose one first."), "label")
    code = chosen.code_of(label) if label.strip() else ""
    if code is None:
        raise registry.Mistake(_("“%(label)s” is no label of %(set)s. Choose one of: %(all)s.") % {
            "label": label[:120], "set": chosen.name, "all": ", ".join(chosen.labels)}, "label")
    return put_label(by, goal, chosen.key, code)


def put_label(by: Actor, goal: Goal, key: str, code: str) -> Labelled:
    """Inside the act of what gives it."""
    row = Labelled.objects.create(goal=goal, key=key, code=code, by_id=by.person_id)
    journal.record(by=by, event="goals.labelled", subject=goal, payload={"set": key, "label": code})
    return row

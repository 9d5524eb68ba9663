"""A reset ends by itself: when every link of its goals is current again, and what other ideas wait for has happened. Called by whatever may have
made it so, inside its act."""

from uuid import UUID

from django.db.models import F

from accord.base import clock, journal, registry
from accord.base.people.rules import Actor

from .. import letters
from ..models import Reset, ResetGoal, ResetPart, Serves
from ..queries.resets import UNDER_WAY
from ..rules.resetting import may_close
from ..rules.serving import LIVE


def close_where_current(by: Actor, goal_id: UUID) -> None:
    """Close the resets of a goal that nothing holds open any more."""
    for row in Reset.objects.select_for_update(of=("self",)).filter(UNDER_WAY, goals__goal=goal_id, opened_at__isnull=False):
        goals = list(ResetGoal.objects.filter(reset=row).values_list("goal_id", "after_id"))
        behind = Serves.objects.filter(goal__in=[one for one, _ in goals], goal__state=LIVE, ended_at=None).exclude(agreed=F("goal__asks"))
        if may_close(settled=[after is not None for _, after in goals], current=[not behind.exists()]) and registry.reset_waits.first(reset_id=row.id) is None:
            row.closed_at = clock.now()
            row.save(update_fields=["closed_at"])
            journal.record(by=by, event="goals.reset_closed", subject=row, payload={"goals": [str(one) for one, _ in goals]})
            _tell(row)


def _tell(row: Reset) -> None:
    agreed = [one.after.title for one in row.goals.select_related("after").order_by("id") if one.after]
    for part in ResetPart.objects.select_related("person").filter(reset=row, person__left_at=None):
        letters.in_accord(row, part.person, agreed)

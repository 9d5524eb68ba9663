"""What empathy brings to other pages: how each side sees an initiative, and goals that both sides only think they agree on."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.queries import slug
from accord.base.people.rules import Actor
from accord.ideas.goals.models import Serves
from accord.ideas.goals.rules import DriftSignal, Signals

from .models import Critical
from .pages.perspectives import dumbbells
from .queries import latest
from .queries.latest import Latest
from .rules import State

FALSE_CONSENSUS = "empathy.false_consensus"


@registry.panel.register("perspectives", order=40)
def how_each_side_sees_it(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    """The newest round that asked about it; nothing while none did."""
    if not by.may("perspectives.read"):
        return None
    found = latest.of_initiative(initiative_id)
    if found is None:
        return None
    figure = dumbbells([found]) if found.standing else None
    critical = Critical.objects.select_related("person").filter(item=found.item)
    if figure is None and not critical:
        return None
    context = {"row": found.item.round, "figure": figure, "critical": list(critical)}
    return registry.Panel("perspectives", _("How each side sees it"), "empathy/panel.html", context)


def _believed() -> Iterator[Latest]:
    """Goals that clearly mean less to one side than to the other, while somebody believes they agree."""
    for one in latest.of_goals():
        if one.standing and one.standing.clear and one.standing.state is State.FALSE_CONSENSUS:
            yield one


@registry.drift_signal.register(FALSE_CONSENSUS, order=25)
def false_consensus(*, by: Actor, start: int, size: int) -> Signals:
    clears = _("Both sides talk about it, and say in a new round what it means to them.")
    every = [
        DriftSignal(
            f"{FALSE_CONSENSUS}:{one.item.goal.goal_id}", FALSE_CONSENSUS,
            _("Both sides think they agree how much “%(goal)s” matters, and do not") % {"goal": one.item.goal.title}, one.item.round.closed_at, (), clears,
            reverse("empathy:round", kwargs={"client": slug(), "round_id": one.item.round_id}), 0.9, goal_id=one.item.goal.goal_id,
        )
        for one in _believed() if one.item.goal
    ]  # fmt: skip
    return Signals.of(FALSE_CONSENSUS, _("Only believed to be shared"), every, start, size)


@registry.believed_shared.register("empathy")
def top_goals_believed_shared(*, by: Actor) -> Iterator[UUID]:
    """Of those, goals that serve no other goal: a reset is called for by one of them alone."""
    ids = [one.item.goal.goal_id for one in _believed() if one.item.goal]
    serving = set(Serves.objects.filter(below__in=ids, ended_at=None).values_list("below_id", flat=True)) if ids else set()
    yield from (id for id in ids if id not in serving)

"""What warnings bring to other pages: those about a piece of work and of a goal, and their words where somebody searches."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.models import Client
from accord.base.people.rules import Actor

from . import queries
from .models import Risk
from .pages.rows import rows_of
from .queries import register

MOST_HITS = 50


@registry.panel.register("warnings", order=60)
def about_the_work(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    """The nearest warnings about it; for whoever may raise one also where there is none."""
    if not by.may("risks.read"):
        return None
    found = register.of_work(initiative_id=initiative_id)
    made_of = queries.from_value_case(initiative_id) if by.may("risks.raise") else []
    return _panel(by, found, f"initiative={initiative_id}", "", made_of)


@registry.goal_panel.register("warnings", order=60)
def about_the_goal(*, by: Actor, goal_id: UUID) -> registry.Panel | None:
    if not by.may("risks.read"):
        return None
    found = register.of_work(goal_id=goal_id)
    return _panel(by, found, f"goal={goal_id}", f"goal={goal_id}")


def _panel(by: Actor, found: register.Found, raises: str, every: str, made_of: list[queries.FromCase] | None = None) -> registry.Panel | None:
    """raises: what the form begins with; every: the register narrowed to these, where it can be. made_of: chances of
    the value case that could be raised."""
    if not found.rows and not by.may("risks.raise"):
        return None
    rows, _axes = rows_of(by=by, risks=found.rows, currency=Client.objects.get(id=by.client_id).currency)
    context = {"rows": rows, "more": found.more, "raises": raises, "every": every, "may_raise": by.may("risks.raise"), "made_of": made_of}
    context |= {"may_ask": by.may("risks.edit")}
    return registry.Panel("warnings", _("Early warnings"), "risks/panel.html", context)


@registry.search_source.register("risks")
def words_of_warnings(*, by: Actor, words: str) -> Iterator[registry.Hit]:
    """What was seen coming, and what was asked, about a piece of work."""
    if not by.may("risks.read"):
        return
    found = Risk.objects.filter(Q(sees__icontains=words) | Q(asks__icontains=words), initiative__isnull=False)
    for id, sees in found.values_list("initiative", "sees")[:MOST_HITS]:
        yield registry.Hit(id, sees)

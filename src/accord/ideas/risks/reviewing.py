"""What the page of a piece of work tells once something came true: how early we were told, in its review and in its story. Nobody is named."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from .pages.record import told_of_work


@registry.panel.register("came_true", order=65)
def what_came_true(*, by: Actor, initiative_id: UUID) -> registry.Panel | None:
    """Nothing while nothing did."""
    rows = told_of_work(by, initiative_id) if by.may("risks.read") else ()
    return registry.Panel("came_true", _("What came true"), "risks/came_true_panel.html", {"rows": rows}) if rows else None


@registry.story.register("risks.came_true", order=65)
def it_came_true(*, by: Actor, initiative_id: UUID) -> Iterator[registry.Happened]:
    if not by.may("risks.read"):
        return
    url = reverse("risks:came_true", kwargs={"client": slug()})
    for one in told_of_work(by, initiative_id):
        yield registry.Happened(one.event.at, _("It came true: %(what)s.") % {"what": one.event.title}, one.lead, f"{url}#e-{one.event.id}")

"""What check-ins bring to Today: how both sides stand, and the next check-in."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.models import Client
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from .pages.strings import figure_of
from .queries import pulse, strings


@registry.standing.register("empathy.strings")
def how_we_stand(*, by: Actor) -> registry.Panel | None:
    """The six strings, once a check-in was closed."""
    if not by.may("perspectives.read"):
        return None
    now = strings.newest()
    if not any(now.values()):
        return None
    client = Client.objects.get(id=by.client_id)
    title = _("How we stand at %(client)s") % {"client": client.name}
    url = reverse("empathy:strings", kwargs={"client": client.slug})
    return registry.Panel("strings", title, "empathy/_standing.html", {"figure": figure_of(now, title=title), "url": url})


@registry.coming.register("empathy.check_ins")
def next_check_in(*, by: Actor) -> Iterator[registry.Coming]:
    """The day of the next check-in."""
    if not by.may("perspectives.read"):
        return
    day = pulse.next_on()
    if day is not None:
        yield registry.Coming(day, _("Check-in"), _("Both sides are asked how things stand"), reverse("empathy:check_ins", kwargs={"client": slug()}))

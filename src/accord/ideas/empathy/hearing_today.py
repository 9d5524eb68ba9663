"""What hearings ask of whom: rows of Today."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.guests import own_address, waits
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from .queries.hearings import asked_of, unread


@registry.owed.register("empathy.tell_more", order=15)
def to_tell(*, by: Actor) -> Iterator[registry.Owed]:
    """I called something critical, and somebody would like to understand it better."""
    if by.person_id is None:
        return
    for one in asked_of(by.person_id):
        title = _("Tell us more: %(item)s") % {"item": one.item.title}
        url = own_address(slug(), "hearing", one.row.id)
        yield waits("empathy.tell_more", one.row.id, title, one.critical.words, url, _("Answer"), one.row.at, one.row.asked_by, 2)


@registry.owed.register("empathy.hearings", order=21)
def to_read(*, by: Actor) -> Iterator[registry.Owed]:
    """For facilitators: what was told and nobody has read."""
    if not (by.is_facilitator and by.may("perspectives.edit")):
        return
    for one in unread():
        title = _("%(who)s told more about “%(item)s”") % {"who": one.person.called, "item": one.item.title}
        url = reverse("empathy:hearing", kwargs={"client": slug(), "hearing_id": one.row.id})
        last = one.answers[-1]
        yield waits("empathy.hearing", last.id, title, last.words[:140], url, _("Read it"), last.at, one.person)

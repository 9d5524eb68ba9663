"""What warnings without a name ask of whom: rows of Today, without a word of what was said."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.guests import waits
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from .models import CONCERN, NEW
from .queries import reports


@registry.owed.register("risks.heard", order=11)
def to_hear(*, by: Actor) -> Iterator[registry.Owed]:
    """For listeners: one waits to be read, or to be answered."""
    if not reports.listens(by):
        return
    for one in reports.waiting():
        new = one.row.state == NEW
        title = _("A warning without a name waits to be read") if new else _("A warning without a name waits for an answer")
        day = date_format(one.read_by if new else one.answer_by, "j F")
        url = reverse("risks:report", kwargs={"client": slug(), "report_id": one.row.id})
        label = _("Read it") if new else _("Answer")
        yield waits("risks.report", one.row.id, title, _("By %(day)s.") % {"day": day}, url, label, _since(one.row.week), None, 2)


@registry.owed.register("risks.unheard", order=12)
def unheard(*, by: Actor) -> Iterator[registry.Owed]:
    """For whoever comes next: the listeners are late with one, or it is said more strongly. They read it once a listener has put it into words."""
    if by.person_id not in reports.next_voice_ids() or by.scopes is not None:
        return
    for one in reports.waiting():
        if not (one.overdue or one.row.voice != CONCERN):
            continue
        late = _("A warning without a name has waited too long") if one.overdue else _("A warning without a name is said more strongly")
        detail = _("Only the listeners can read it. Ask them to put it into their words, or to answer.")
        url = reverse("risks:register", kwargs={"client": slug()})
        yield waits("risks.unheard", one.row.id, late, detail, url, _("See who listens"), _since(one.row.week), None, 2)


def _since(week: date) -> datetime:
    """The beginning of its week: more is not known."""
    return datetime.combine(week, time.min, UTC)

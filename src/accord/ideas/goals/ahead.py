"""What drift and resets owe to whom, what happened, and what comes: rows of Today."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.base import clock, registry
from accord.base.people.guests import own_address, waits
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from .models import GoalVersion, Reset, ResetPart
from .queries import newest_versions, resets
from .queries.resets import ResetNow
from .rules import HALF_LIVES, Step
from .rules.serving import LIVE
from .signals import goal_url


def address(row: Reset) -> str:
    return reverse("goals:reset", kwargs={"client": slug(), "reset_id": row.id})


@registry.owed.register("goals.pictures", order=12)
def pictures_asked(*, by: Actor) -> Iterator[registry.Owed]:
    """A reset asks this person what they see when it went well."""
    if by.person_id is None:
        return
    mine = ResetPart.objects.select_related("reset__called_by").filter(person=by.person_id, pictures=None)
    for part in mine.filter(reset__opened_at=None, reset__stopped_at=None):
        asked, row = part.reset.called_by, part.reset
        title = _("It is %(day)s and this went well: what do you see?") % {"day": date_format(row.picture_on, "j F Y")}
        yield waits("goals.picture", row.id, title, row.why, own_address(slug(), "picture", row.id), _("Write it"), part.asked_at, asked, 3)


@registry.owed.register("goals.resets", order=30)
def resets_wait(*, by: Actor) -> Iterator[registry.Owed]:
    """For whoever called a reset: all have written, or the day has passed; and who still has to agree."""
    for now in resets.under_way():
        if now.row.called_by_id == by.person_id and (said := _waits(now)):
            title, label, since = said
            yield waits("goals.reset", f"{now.row.id}:{now.step}", title, now.called, address(now.row), label, since, now.row.called_by, 5)


def _waits(now: ResetNow) -> tuple[str, str, datetime] | None:
    row = now.row
    if now.step is Step.MEETING and row.opened_at:
        return _("Both sides wrote: the reset can meet"), _("Read both"), row.opened_at
    if now.step is Step.WRITING and clock.today() > row.answer_by:
        late = timezone.make_aware(datetime.combine(row.answer_by, time(0)))
        return _("%(n)s of %(all)s wrote for the reset") % {"n": now.wrote, "all": len(now.parts)}, _("Look"), late
    return None


@registry.owed.register("goals.stale", order=60)
def still_right(*, by: Actor) -> Iterator[registry.Owed]:
    """For whoever answers for a goal: is it still right? Can wait."""
    if by.person_id is None:
        return
    cut = clock.now() - timedelta(days=HALF_LIVES["goal"])
    mine = GoalVersion.objects.filter(Q(owner=by.person_id) | Q(also__person=by.person_id), goal__state=LIVE, goal__confirmed_at__lt=cut)
    for version in newest_versions(sorted(set(mine.values_list("goal_id", flat=True)))):
        if by.person_id in {version.owner_id, *version.also_ids}:
            url, since = goal_url(version.goal_id), version.goal.confirmed_at
            row = waits("goals.stale", version.goal_id, _("Is this goal still right?"), version.title, url, _("Look"), since)
            yield replace(row, can_wait=True)


@registry.happened.register("goals.resets")
def resets_happened(*, by: Actor, since: datetime) -> Iterator[registry.Happened]:
    for now in resets.lately(since):
        if now.row.called_at >= since:
            yield registry.Happened(now.row.called_at, _("A reset was called:"), now.called, address(now.row))
        if now.row.closed_at and now.row.closed_at >= since:
            yield registry.Happened(now.row.closed_at, _("In accord again:"), now.called, address(now.row))


@registry.coming.register("goals.resets")
def resets_coming(*, by: Actor) -> Iterator[registry.Coming]:
    """The meeting, and the day both sides look again."""
    for now in resets.ahead(clock.today()):
        if now.row.meets_on and now.step in (Step.WRITING, Step.MEETING):
            yield registry.Coming(now.row.meets_on, _("A reset meets"), now.called, address(now.row))
        if now.row.look_again and now.step is not Step.STOPPED:
            yield registry.Coming(now.row.look_again, _("We look again"), now.called, address(now.row))

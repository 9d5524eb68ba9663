"""What rounds do by themselves: a reminder before they close, closing after their day, and the next check-in; all in working hours, as each
of them writes to people."""

from datetime import timedelta

from accord.base import jobs, registry, scope
from accord.base.people import hours
from accord.base.people import queries as people
from accord.base.people.access import accord_itself

from .actions.check_ins import open_now
from .actions.closing import close
from .actions.rounds import remind_late
from .models import Round
from .queries import pulse
from .queries.rounds import UNDER_WAY

BEFORE = timedelta(days=2)  # how long before a round closes those who have not answered are written to


@jobs.every(hours=1, each_client=True)
@jobs.job()
def look_after_rounds() -> None:
    """Remind and close what is due, in one client."""
    by = accord_itself(scope.one())
    local, quiet = hours.local_now(), hours.quiet_now()
    for round_id, closes_on in Round.objects.filter(UNDER_WAY).values_list("id", "closes_on"):
        due, late = local.date() > closes_on, local.date() >= closes_on - BEFORE
        if (due or late) and not quiet:
            with registry.acting(by, "empathy.look_after_rounds"):
                row = Round.objects.select_for_update(of=("self",)).filter(UNDER_WAY, id=round_id).first()
                if row is not None and due:
                    close(by=by, row=row)
                elif row is not None and not row.parts.filter(reminded_at__isnull=False).exists():
                    remind_late(by=by, row=row)


@jobs.every(hours=1, each_client=True)
@jobs.job()
def look_after_check_ins() -> None:
    """Open the check-in whose day has come, in one client, in the name of whoever set the rhythm or looks after the client now."""
    cadence = pulse.cadence()
    if cadence is None or hours.quiet_now() or not pulse.is_due():
        return
    asks = cadence.set_by if cadence.set_by.left_at is None else next(iter(people.facilitators()), None)
    if asks is None:
        return
    by = accord_itself(scope.one())
    try:
        with registry.acting(by, "empathy.look_after_check_ins"):
            open_now(by=by, made_by_id=asks.id)
    except (registry.Mistake, registry.Conflict):
        return  # nothing to ask about, or nobody: the page of check-ins says so

"""What rounds do by themselves: a reminder before they close, in working hours, and closing on their day."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from accord.base import clock, jobs, registry, scope
from accord.base.people.access import accord_itself

from .actions.closing import close
from .actions.rounds import remind_late
from .models import Round
from .queries.rounds import UNDER_WAY
from .rules.quiet import is_quiet

BEFORE = timedelta(days=2)  # how long before a round closes those who have not answered are written to


@jobs.every(hours=1, each_client=True)
@jobs.job()
def look_after_rounds() -> None:
    """Remind and close what is due, in one client."""
    by = accord_itself(scope.one())
    local = clock.now().astimezone(ZoneInfo(settings.TIME_ZONE))
    for round_id, closes_on in Round.objects.filter(UNDER_WAY).values_list("id", "closes_on"):
        due, late = local.date() > closes_on, local.date() >= closes_on - BEFORE
        if due or (late and not is_quiet(local)):
            with registry.acting(by, "empathy.look_after_rounds"):
                row = Round.objects.select_for_update(of=("self",)).filter(UNDER_WAY, id=round_id).first()
                if row is not None and due:
                    close(by=by, row=row)
                elif row is not None and not row.parts.filter(reminded_at__isnull=False).exists():
                    remind_late(by=by, row=row)

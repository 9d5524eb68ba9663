"""What Accord writes down every week: how far goals have drifted."""

from accord.base.jobs import every, job

from ..models import DriftWeek
from ..queries import weeks

PARTS = ("unagreed", "orphans", "out_of_step", "stale", "drift")


@every(hours=24, at="05:10", each_client=True)
@job()
def keep_week() -> None:
    """Write down this week's drift, once, from the first night of the week on; a client without goals has none."""
    if weeks.is_kept():
        return
    found = weeks.of_this_week()
    if found.drift is not None:
        DriftWeek.objects.get_or_create(week=found.week, defaults={name: getattr(found, name) for name in PARTS})

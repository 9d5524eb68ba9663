"""What is done by itself for those who speak without a name: mixing, telling the speak application what is so, and raising the voice."""

import random
from datetime import timedelta

from django.db import transaction

from accord.base import clock, jobs, registry, scope
from accord.base.people.access import accord_itself, each_client

from .actions.board import refresh_board
from .actions.held import locked
from .actions.mixing import mix, wipe
from .actions.raising import go_up
from .models import Report
from .queries.reports import is_louder

NIGHT_MINUTES = 180


@jobs.every(hours=24, at="01:00")
@jobs.job()
def mix_tonight() -> None:
    """Choose the minute: nobody knows when, so nobody who looks on learns anything from it."""
    mix_all.later(after=clock.now() + timedelta(minutes=random.SystemRandom().randrange(NIGHT_MINUTES)))


@jobs.job(kept=timedelta(0))
def mix_all() -> None:
    """Everything that waits, of every client."""
    _mix(urgent_only=False)


@jobs.every(minutes=1)
@jobs.job(kept=timedelta(0))
def mix_urgent() -> None:
    """What was to arrive at once. It runs every minute whether or not there is any, so that it ran says nothing."""
    _mix(urgent_only=True)


def _mix(*, urgent_only: bool) -> None:
    with transaction.atomic():
        clients = [client.id for client in each_client("the mixer goes through all clients")]
    if sum(mix(client_id=id, urgent_only=urgent_only) for id in clients) or not urgent_only:
        wipe()


@jobs.every(hours=1, each_client=True)
@jobs.job(kept=timedelta(0))
def tell_board() -> None:
    """In one client: what the speak application may know, as it is now."""
    with transaction.atomic():
        refresh_board()


@jobs.every(hours=24, at="06:40", each_client=True)
@jobs.job()
def pass_on_louder() -> None:
    """In one client: what was said more strongly with a code goes one voice up, like any warning."""
    by = accord_itself(scope.one())
    for report in [one for one in Report.objects.select_related("risk").exclude(risk=None) if is_louder(one)]:
        with registry.acting(by, "risks.pass_on_louder"):
            row = locked(report.risk_id)
            if is_louder(report):
                go_up(by=by, row=row, words="")

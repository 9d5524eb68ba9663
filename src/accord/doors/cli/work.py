"""`accord work`: does what was queued: mail, and what comes back every day."""

import signal
import sys
import threading
from typing import TYPE_CHECKING, Annotated

import typer

from accord.doors.cli.django import ready
from accord.doors.cli.ending import FAULT, database, end, say
from accord.doors.cli.migrate import pending

if TYPE_CHECKING:
    from accord.base.jobs.worker import Worker


def _stop_when_asked(worker: "Worker", with_parent: bool) -> None:
    for name in ("SIGTERM", "SIGINT"):
        signal.signal(getattr(signal, name), lambda *_: worker.stop.set())
    if with_parent:
        threading.Thread(target=_stop_when_closed, args=(worker,), daemon=True).start()


def _stop_when_closed(worker: "Worker") -> None:
    sys.stdin.read()
    worker.stop.set()


def work(
    once: Annotated[bool, typer.Option("--once", help="Do what is due now and end, as for cron.")] = False,
    retry: Annotated[bool, typer.Option("--retry", help="First give every failed job another round.")] = False,
    with_parent: Annotated[bool, typer.Option("--with-parent", hidden=True, help="End when stdin closes.")] = False,
) -> None:
    """Do the queued jobs: send mail, run what is due every day, take back what a dead worker left. One or several may run."""
    ready()
    from django.utils.translation import gettext as _
    from django.utils.translation import ngettext

    from accord.base.jobs import queue
    from accord.base.jobs.worker import Worker

    with database():
        if pending():
            end(FAULT, _("The database is not at this version yet. Run `accord migrate`, then start again."))
        if retry:
            again = queue.retry_failed()
            say(ngettext("%(count)d failed job gets another round.", "%(count)d failed jobs get another round.", again) % {"count": again})
        worker = Worker()
        _stop_when_asked(worker, with_parent)
        if once:
            tried = worker.run_once()
            say(ngettext("%(count)d job tried.", "%(count)d jobs tried.", tried) % {"count": tried})
        else:
            worker.run()

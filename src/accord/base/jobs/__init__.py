"""Work that happens later: a queue in the same database, a schedule, and mail that is never lost quietly.

    @jobs.every(hours=24, at="06:00", each_client=True)
    @jobs.job(tries=5)
    def send_digest() -> None: ...

    send_digest.later(client_id=by.client_id)      # inside an action: undone with it

Promises. A job is queued in the transaction of what asks for it: undone together, done together. It runs at least once; it fails only after
its tries, and then stays where `accord doctor` shows it. A worker that dies gives its job back. The queue is shared by all clients, so a job's
arguments are ids and dates, never anybody's words; letters wait sealed. Not promised: exactly once, or the order of jobs.
"""

from .job import GiveUp, Job, TryAgain, job
from .schedule import every

__all__ = ["GiveUp", "Job", "TryAgain", "every", "job"]

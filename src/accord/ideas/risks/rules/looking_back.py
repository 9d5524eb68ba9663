"""Delivery notes as a record: what was known of a piece of work on days of the past, and whether the day that was expected then was kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accord.ideas.goals.rules.delivery import Delivery, Note, State, delivery

from .signs import TIME
from .suggesting import Facts, Past

EVERY = timedelta(days=30)  # so often one looks
MOST = 24  # times, the latest


@dataclass(frozen=True)
class Said:
    """A note, and the day on which it was written."""

    on: date
    note: Note


def known(notes: Sequence[Said], day: date) -> Facts | None:
    """notes: of one piece of work, oldest first; later ones are not read. None where no day is expected, or it is over, or the thing is there."""
    so_far = [one for one in notes if one.on <= day]
    now = delivery([one.note for one in so_far], day)
    if now.expected is None or now.delivered or now.expected < day:
        return None
    begins = now.starts or so_far[0].on
    planned = ((now.first_ends or now.expected) - begins).days
    return Facts(
        on=day, days_put_off=now.days, times_put_off=now.moved, days_to_go=(now.expected - day).days,
        share_gone=max(0, (day - begins).days) / planned if planned > 0 else None, days_silent=(day - so_far[-1].on).days,
    )  # fmt: skip


def looks(notes: Sequence[Said], today: date, about: str, closed: date | None = None) -> Iterator[Past]:
    """What was known every month, and whether within `TIME` the day became a later one or passed. Only what was over by today; what was closed without
    being there before that time was up says nothing."""
    if not notes:
        return
    last = today - TIME
    days = [last - step * EVERY for step in range(MOST)]
    for day in (one for one in days if one >= notes[0].on):
        then = day + TIME
        facts, after = known(notes, day), delivery([one.note for one in notes if one.on <= then], then)
        if facts is None or (not after.delivered and closed is not None and closed <= then):
            continue
        yield Past(facts, _missed(facts, after), then, about)


def _missed(facts: Facts, after: Delivery) -> bool:
    there = after.delivered or after.expected
    expected = facts.on + timedelta(days=facts.days_to_go or 0)
    return after.state == State.OVERDUE or bool(there and there > expected)

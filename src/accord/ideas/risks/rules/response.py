"""Was it answered: in time, how often; what is overdue; who speaks next, and how strongly."""

from collections.abc import Iterable
from dataclasses import dataclass

READ_DAYS, ANSWER_DAYS = 2, 14
VOICES = ("concern", "uncomfortable", "safety_stop")


@dataclass(frozen=True)
class Told:
    """A warning: the days (numbers) on which it was raised, read and answered, and how often it was said more strongly without an answer."""

    name: str
    raised: float
    read: float | None = None
    answered: float | None = None
    louder: int = 0


@dataclass(frozen=True)
class Response:
    """Shares of those that are due: what is not due yet is left out, what is overdue and open is a miss. next_voice: for each without an answer."""

    read_on_time: float | None
    answered_on_time: float | None
    overdue_read: tuple[str, ...]
    overdue_answer: tuple[str, ...]
    next_voice: dict[str, str]


def response(told: Iterable[Told], now: float, *, read_days: float = READ_DAYS, answer_days: float = ANSWER_DAYS) -> Response:
    told = list(told)
    read = {one.name: _in_time(one.raised, one.read, now, read_days) for one in told}
    answered = {one.name: _in_time(one.raised, one.answered, now, answer_days) for one in told}
    return Response(
        _share(read),
        _share(answered),
        tuple(one.name for one in told if one.read is None and read[one.name] is False),
        tuple(one.name for one in told if one.answered is None and answered[one.name] is False),
        {one.name: next_voice(one.louder) for one in told if one.answered is None},
    )


def next_voice(louder: int) -> str:
    """How strongly it is said after so many times without an answer: a concern, uncomfortable with it, we must stop."""
    return VOICES[min(louder, len(VOICES) - 1)]


def voice_above(voice: str) -> str:
    return next_voice(VOICES.index(voice) + 1)


def _in_time(raised: float, done: float | None, now: float, days: float) -> bool | None:
    """None while it is open and not due."""
    if done is None:
        return None if now <= raised + days else False
    return done <= raised + days


def _share(found: dict[str, bool | None]) -> float | None:
    due = [one for one in found.values() if one is not None]
    return sum(due) / len(due) if due else None

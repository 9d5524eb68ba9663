"""When an item may be marked critical: seldom, and with a reason, or the mark would say nothing."""

from collections.abc import Mapping

from .faults import Fault

ONE_IN = 5
REASON = 10  # letters and digits; dots and blanks are no reason


def allowance(count: int) -> int:
    """How many of so many items a person may mark: one in five, rounded down, so that it is never more; but one always, if there is any."""
    return min(count, max(1, count // ONE_IN))


def critical_faults(reasons: Mapping[str, str], *, count: int) -> tuple[Fault, ...]:
    """reasons: of the items somebody marked, of a round of so many. `too_many` with how many are allowed, `no_reason`, `short_reason` with how
    many letters it takes."""
    faults = [Fault("too_many", number=allowance(count))] if len(reasons) > allowance(count) else []
    for item, reason in reasons.items():
        written = sum(letter.isalnum() for letter in reason)
        if written < REASON:
            faults.append(Fault("short_reason", item, REASON) if written else Fault("no_reason", item))
    return tuple(faults)

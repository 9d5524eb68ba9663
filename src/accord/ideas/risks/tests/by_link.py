"""Letters read and links opened, as a person without an account does."""

import re
from datetime import UTC, datetime

from accord.base.jobs.worker import Worker

TUESDAY = datetime(2026, 12, 1, 10, tzinfo=UTC)
SEES = "Sign-in tests end on 8 November. The change freeze starts on the 1st."


def letters(mailoutbox, to: str) -> list[str]:
    """What one address has got so far, oldest first."""
    while Worker("test").do_one():
        pass
    return [f"{mail.subject}\n{mail.body}" for mail in mailoutbox if mail.to == [to]]


def link_in(letter: str) -> str:
    """The path of the link in a letter."""
    found = re.search(r"https?://[^/]+(/l/\S+)", letter)
    assert found, letter
    return found[1]


def slots(**given: str) -> dict[str, str]:
    """The form as a phone sends it; what nobody typed is empty."""
    empty = dict.fromkeys(("goal_id", "costs", "loss_low", "loss_high", "asks", "act_by", "chance_low", "chance_high", "bites_on", "basis"), "")
    return empty | {"sees": SEES, "how": "open", "once": "0b9c8a52-6f0e-4d3b-9a38-2f2f0d6f0a11"} | given

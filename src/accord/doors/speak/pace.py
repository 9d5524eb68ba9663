"""How much is taken at once: counted for each client in the memory of this process, never for an address, and gone when it ends."""

import time
from collections import defaultdict, deque
from threading import Lock
from uuid import UUID

TOLD, TOLD_WITHIN = 60, 3600.0  # words taken from one client in an hour
WRONG, WRONG_WITHIN = 20, 600.0  # wrong codes answered at once, of one client in ten minutes


class Pace:
    """Counts what happens in a client within a time."""

    def __init__(self, most: int, within: float) -> None:
        self.most, self.within = most, within
        self.seen: dict[UUID, deque[float]] = defaultdict(deque)
        self.lock = Lock()

    def is_too_fast(self, client_id: UUID) -> bool:
        """Counts one more, unless there are too many already."""
        now = time.monotonic()
        with self.lock:
            seen = self.seen[client_id]
            while seen and now - seen[0] > self.within:
                seen.popleft()
            if len(seen) >= self.most:
                return True
            seen.append(now)
            return False

    def forget(self) -> None:
        with self.lock:
            self.seen.clear()


told = Pace(TOLD, TOLD_WITHIN)
wrong_codes = Pace(WRONG, WRONG_WITHIN)

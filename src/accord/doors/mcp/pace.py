"""How often an assistant may call: one that runs in circles is told to wait before it fills anything."""

import time
from collections import deque
from collections.abc import Callable

CALLS, SECONDS = 120, 60.0


class Pace:
    """At most so many calls in so many seconds, whenever they began."""

    def __init__(self, calls: int = CALLS, seconds: float = SECONDS, now: Callable[[], float] = time.monotonic) -> None:
        self._calls, self._seconds, self._now = calls, seconds, now
        self._made: deque[float] = deque()

    def allows(self) -> bool:
        """Whether one more call may be made now; if so it counts."""
        now = self._now()
        while self._made and now - self._made[0] >= self._seconds:
            self._made.popleft()
        if len(self._made) >= self._calls:
            return False
        self._made.append(now)
        return True

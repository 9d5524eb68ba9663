"""A progress bar on stderr that appears only when the work takes longer than a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from accord.doors.cli.words import gettext as _


class Progress:
    """Told of every step done; draws itself once a second has passed, and takes itself away at the end.
    On a terminal one line that changes; anywhere else nothing, so logs stay readable."""

    WIDTH, PATIENCE = 30, 1.0

    def __init__(self, what: str, total: int) -> None:
        self.what, self.total, self.done = what, max(total, 1), 0
        self.started, self.drawn = time.monotonic(), False

    def __enter__(self) -> Self:
        return self

    def advance(self) -> None:
        self.done += 1
        if sys.stderr.isatty() and (self.drawn or time.monotonic() - self.started > self.PATIENCE):
            filled = min(self.WIDTH * self.done // self.total, self.WIDTH)
            far = _("%(done)d of %(total)d") % {"done": self.done, "total": self.total}
            print(f"\r{self.what} {'█' * filled}{'·' * (self.WIDTH - filled)} {far}", end="", file=sys.stderr, flush=True)
            self.drawn = True

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.drawn:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

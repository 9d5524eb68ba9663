"""A progress bar on stderr that appears only when the work takes longer than a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self


class Progress:
    WIDTH = 30

    def __init__(self, what: str, total: int) -> None:
        self.what, self.total, self.done = what, max(total, 1), 0
        self.started, self.drawn = time.monotonic(), False

    def __enter__(self) -> Self:
        return self

    def advance(self) -> None:
        self.done += 1
        if sys.stderr.isatty() and (self.drawn or time.monotonic() - self.started > 1):
            filled = self.WIDTH * self.done // self.total
            print(f"\r{self.what} {'█' * filled}{'·' * (self.WIDTH - filled)} {self.done} of {self.total}", end="", file=sys.stderr, flush=True)
            self.drawn = True

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.drawn:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

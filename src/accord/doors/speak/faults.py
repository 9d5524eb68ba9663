"""That something broke is worth knowing; what somebody was doing then is not."""

import logging
import sys
import traceback
from pathlib import Path


class Faults(logging.Handler):
    """One line for a fault of the program: its kind and its place in the code. No message, no address, no time."""

    def emit(self, record: logging.LogRecord) -> None:
        if not record.exc_info or record.exc_info[0] is None:
            return
        frames = traceback.extract_tb(record.exc_info[2])
        place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
        print(f"The speak application broke: {record.exc_info[0].__name__} at {place}", file=sys.stderr, flush=True)

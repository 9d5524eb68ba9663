"""Which journal_mode a SQLite library can be trusted with.

Up to 3.51.2 two connections that write and checkpoint at once in WAL mode can damage the file; fixed in 3.51.3 and in 3.50.7 and 3.44.6.
"""

from django.utils.translation import gettext

Version = tuple[int, int, int]
FIXED: Version = (3, 51, 3)
FIXED_LINES: dict[tuple[int, int], int] = {(3, 50): 7, (3, 44): 6}


def wal_is_safe(version: Version) -> bool:
    """True for a library that holds the fix."""
    line = FIXED_LINES.get(version[:2])
    return version >= FIXED or (line is not None and version[2] >= line)


def journal_mode(version: Version) -> str:
    """`WAL`, in which readers never wait for a writer, or `DELETE` where WAL could damage the file."""
    return "WAL" if wal_is_safe(version) else "DELETE"


def warning(version: Version) -> str:
    """What `accord doctor` says about the library, in one sentence or two; empty when there is nothing to say."""
    if wal_is_safe(version):
        return ""
    return gettext(
        "SQLite %(version)s can damage a file in WAL mode, so Accord uses the slower DELETE mode here. "
        "Install the pysqlite3 package, or a SQLite from 3.51.3 on."
    ) % {"version": ".".join(map(str, version))}

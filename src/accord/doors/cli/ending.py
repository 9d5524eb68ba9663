"""How a command ends badly: one sentence on stderr that says what to do, and the exit code scripts rely on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

FAULT, MISUSE = 1, 2


def say(*lines: str) -> None:
    """A message: to stderr, so stdout stays the answer."""
    print("\n".join(lines), file=sys.stderr, flush=True)


def end(code: int, *lines: str) -> NoReturn:
    """Say why and stop. FAULT: something is wrong with the installation or the data; MISUSE: the command was called wrongly."""
    say(*lines)
    raise typer.Exit(code)


@contextmanager
def database() -> Iterator[None]:
    """A database that does not answer, or has no tables yet, is told in a sentence and not in a traceback."""
    from django.db import DatabaseError, InterfaceError
    from django.utils.translation import gettext as _

    try:
        yield
    except (DatabaseError, InterfaceError) as error:
        first = str(error).strip().partition("\n")[0]
        end(FAULT, _("The database cannot be used: %(why)s. `accord doctor` tells more.") % {"why": first.rstrip(".")})

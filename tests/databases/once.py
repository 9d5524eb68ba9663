"""What every test of a file begins with is told once for the file: the cast, and what an idea's conftest adds.

A fixture of a name in ARRANGEMENTS has a twin of module scope, `..._of_file`. Where every test of a file that touches the database asks for
the one, the other is told before the first of them, in a transaction that is undone after the last; each test is handed a copy of what was
told and works in a savepoint of its own, so nothing that one did reaches the next. In any other file each test is told its own.
"""

from collections.abc import Iterable
from copy import deepcopy
from itertools import groupby
from typing import Any

import pytest

from .forwarding import touches_database

ARRANGEMENTS = ("cast", "locked_out", "case", "ready")  # each may stand on those before it
COMMITTING = {"transactional_db", "live_server"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for _file, tests in groupby(sorted(items, key=lambda item: item.path), key=lambda item: item.path):
        touching = [item for item in tests if touches_database(item)]
        if touching and not any(map(commits, touching)):
            _tell_once(touching, [name for name in ARRANGEMENTS if all(name in item.fixturenames for item in touching)])


def commits(item: Any) -> bool:
    """Its rows stay until the database is emptied, so it cannot be undone with others."""
    marker = item.get_closest_marker("django_db")
    return bool(COMMITTING & {*item.fixturenames}) or (marker is not None and marker.kwargs.get("transaction", False))


def _tell_once(items: Iterable[Any], names: list[str]) -> None:
    twins = [f"{name}_of_file" for name in names]
    for item in items:
        item.fixturenames[:] = [*twins, *(name for name in item.fixturenames if name not in twins)]


def told_once(request: pytest.FixtureRequest) -> Any:
    """A copy of what was told for the file; None where each test is told its own."""
    twin = f"{request.fixturename}_of_file"
    return deepcopy(request.getfixturevalue(twin)) if twin in request.fixturenames else None

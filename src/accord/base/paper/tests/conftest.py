from __future__ import annotations

from pathlib import Path

import pytest

from accord.base.paper import fonts


@pytest.fixture(scope="session")
def faces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The families cut for paper, once for all tests."""
    return fonts.faces(tmp_path_factory.mktemp("fonts"))

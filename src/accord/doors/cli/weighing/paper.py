"""A weighed case on paper: the brief that the pages make, in the language of the shell."""

from __future__ import annotations

import os
from pathlib import Path

from accord.base.estimate import Case, Weighed
from accord.base.estimate.units import currency
from accord.base.paper import fonts
from accord.base.paper.document import Document
from accord.base.paper.voice import Voice
from accord.doors.cli.words import gettext, ngettext
from accord.ideas.worth.rules import brief as rules
from accord.ideas.worth.rules.reader import Reader


def brief(case: Case, weighed: Weighed) -> Document:
    """Raises NotFinite."""
    reader = Reader(Voice.of(gettext, unit=currency(case.unit) or case.unit), gettext, ngettext)
    return rules.of_case(rules.Weighing.of(case, weighed, weighed.effort), reader)


def faces() -> Path:
    """The fonts for PDF, made once into the cache of whoever runs this."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return fonts.faces(home / "accord")

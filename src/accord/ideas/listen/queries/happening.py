"""What people said to playbacks lately."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accord.base.people.models import Person
from accord.ideas.goals.models import Initiative

from ..models import Verdict

MOST = 200  # words read; what happened lately is a glance, not a record


@dataclass(frozen=True)
class WordsSaid:
    """Somebody's words to one version of a playback: when the last was said, and whether one of them was a correction."""

    at: datetime
    corrected: bool
    person: Person
    initiative: Initiative
    slug: str


def words_since(since: datetime) -> list[WordsSaid]:
    """Newest first, one for each version."""
    parts = ("sentence__version__playback__person", "sentence__version__playback__initiative", "client")
    grouped: dict[UUID, list[Verdict]] = {}
    for verdict in Verdict.objects.select_related(*parts).filter(at__gte=since).order_by("-at")[:MOST]:
        grouped.setdefault(verdict.sentence.version_id, []).append(verdict)
    return [_said(rows) for rows in grouped.values()]


def _said(rows: list[Verdict]) -> WordsSaid:
    playback = rows[0].sentence.version.playback
    return WordsSaid(rows[0].at, any(not one.agrees for one in rows), playback.person, playback.initiative, rows[0].client.slug)

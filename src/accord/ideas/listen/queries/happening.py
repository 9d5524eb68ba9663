"""What people said to playbacks, and who joined a request: when, never what."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from accord.base.people.models import Person
from accord.ideas.goals.models import Initiative

from ..models import Joining, Request, Verdict

MOST = 200  # words read; what happened lately is a glance, not a record
PARTS = ("sentence__version__playback__person", "sentence__version__playback__initiative", "client")


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
    return _grouped(Verdict.objects.filter(at__gte=since).order_by("-at")[:MOST])


def words_about(initiative_id: UUID) -> list[WordsSaid]:
    return _grouped(Verdict.objects.filter(sentence__version__playback__initiative=initiative_id).order_by("-at"))


def _grouped(found: QuerySet[Verdict]) -> list[WordsSaid]:
    grouped: dict[UUID, list[Verdict]] = {}
    for verdict in found.select_related(*PARTS):
        grouped.setdefault(verdict.sentence.version_id, []).append(verdict)
    return [_said(rows) for rows in grouped.values()]


def _said(rows: list[Verdict]) -> WordsSaid:
    playback = rows[0].sentence.version.playback
    return WordsSaid(rows[0].at, any(not one.agrees for one in rows), playback.person, playback.initiative, rows[0].client.slug)


def joined(request: Request) -> list[Joining]:
    """The first time each person said that it is theirs too."""
    rows = Joining.objects.select_related("person").filter(request=request).order_by("-at", "-id")
    return list({row.person_id: row for row in rows}.values())

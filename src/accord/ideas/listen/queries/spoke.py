"""Whether somebody told us something: that is when it makes sense to ask whether they were heard."""

from datetime import datetime
from typing import Any
from uuid import UUID

from ..models import Answer, PlaybackVersion, Request


def spoke(person_id: UUID, *, since: datetime | None, until: datetime) -> bool:
    """Between the two moments they asked for something, answered a question, or were played back. since: None for ever."""

    def between(field: str) -> dict[str, Any]:
        return {f"{field}__lte": until} | ({f"{field}__gt": since} if since else {})

    return (
        Answer.objects.filter(question__asking__person=person_id, **between("at")).exists()
        or Request.objects.filter(asked_by=person_id, **between("filed_at")).exists()
        or PlaybackVersion.objects.filter(playback__person=person_id, **between("at")).exists()
    )

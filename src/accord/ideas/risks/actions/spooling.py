"""What the speak application does: it adds a row to the spool. No act, no journal, no other table, and nothing read back."""

from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction

from accord.base import clock, scope

from ..envelope import shut
from ..models import FIRST, Board, Spool
from ..rules.unnamed import monday


def drop(*, board: Board, kind: str, digest: str, words: dict[str, Any], unit: str = "", crowd: int = 0, urgent: bool = False) -> None:
    """Keep what was said until the mixer takes it. A first word that comes twice, as when a page is loaded again, is kept once."""
    row = Spool(id=uuid4(), kind=kind, week=monday(clock.today()), digest=digest, unit=unit, crowd=crowd, least=board.least, urgent=urgent)
    row.sealed = shut(words, client_id=board.client_id, place=str(row.id))
    with scope.within(board.client_id):
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            if kind != FIRST:
                raise

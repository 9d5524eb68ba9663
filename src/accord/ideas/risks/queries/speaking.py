"""What the speak application reads: the board of a client at its link, and a conversation by its case code. It sees no other table."""

import base64
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accord.base import scope

from ..models import Board, Report
from ..rules.unnamed import Days, code_digest, is_link, tidy
from .reports import Heard, heard


@dataclass(frozen=True)
class Crowd:
    """Whom a warning may come from: everybody, or a group that may be named. key: as forms send it."""

    key: str
    name: str
    people: int


def board_at(text: str) -> Board | None:
    """The board of the client whose link this is; None for any other text, whatever it looks like."""
    try:
        client_id = UUID(bytes=base64.b64decode(text, altchars=b"-_", validate=True)[:16])
    except ValueError:
        return None
    with scope.within(client_id):
        row: Board | None = Board.objects.first()
    return row if row is not None and is_link(text, client_id, row.turn) else None


def crowds(board: Board) -> list[Crowd]:
    """Everybody first. A group that fell under the least number since it was written down is left out."""
    groups = [Crowd(one["key"], one["name"], one["people"]) for one in board.groups if one["people"] >= board.least]
    return [Crowd("", "", board.people), *groups]


def crowd_of(board: Board, key: str) -> Crowd | None:
    return next((one for one in crowds(board) if one.key == key), None)


def days_of(board: Board) -> Days:
    return Days(board.read_days, board.answer_days, board.outer_read_days, board.outer_answer_days)


def by_code(board: Board, code: str) -> Heard | None:
    """The conversation a code opens. None alike for a code that cannot be one, is wrong, or is of what the mixer has not laid down yet."""
    if not tidy(code):
        return None
    with scope.within(board.client_id):
        row = Report.objects.filter(digest=code_digest(board.client_id, code)).first()
        return heard(row) if row is not None else None


def read_by(board: Board, week: date) -> date:
    return days_of(board).read_by(week)

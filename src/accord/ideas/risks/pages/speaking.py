"""The page on which a client sees how one speaks up there without a name: the link everybody gets, as a code to scan, and what it shows."""

import base64
from dataclasses import dataclass

import qrcode
from django.conf import settings
from qrcode.image.svg import SvgPathFillImage

from ..models import Board
from ..queries.speaking import Crowd, crowds
from ..rules.unnamed import link_text


@dataclass(frozen=True)
class SpeakingPage:
    """address: the same for everybody. picture: an SVG as the address of an image. crowds: as whom one can speak."""

    address: str
    picture: str
    board: Board
    crowds: tuple[Crowd, ...]


def speak_url() -> str:
    """Where one speaks up without a name at the client in scope; empty where nothing can be said so."""
    board = Board.objects.first()
    return _address(board) if board is not None and board.takes_any else ""


def _address(board: Board) -> str:
    return f"{settings.SPEAK_ADDRESS}/s/{link_text(board.client_id, board.turn)}/"


def speaking_page(board: Board) -> SpeakingPage:
    address = _address(board)
    drawn: bytes = qrcode.make(address, image_factory=SvgPathFillImage, border=2).to_string()
    picture = f"data:image/svg+xml;base64,{base64.b64encode(drawn).decode()}"
    return SpeakingPage(address, picture, board, tuple(crowds(board)))

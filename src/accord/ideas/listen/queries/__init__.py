"""What can be asked about listening."""

from .bank import list_bank
from .hearing import Heard, coverage, heard, list_answers, show_heard
from .measures import show_listening
from .requests import list_requests, request_of, similar_requests
from .rows import ListenRow, rows
from .spoke import spoke

__all__ = [
    "Heard",
    "ListenRow",
    "coverage",
    "heard",
    "list_answers",
    "list_bank",
    "list_requests",
    "request_of",
    "rows",
    "show_heard",
    "show_listening",
    "similar_requests",
    "spoke",
]

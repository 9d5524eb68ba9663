"""Pages of listening: filing, the conversation, writing a playback, the bank, and what people see at their link."""

from . import guest_playback, guest_question, guest_request  # declare the pages of the links
from .mine import mine
from .requests import join, new

__all__ = ["guest_playback", "guest_question", "guest_request", "join", "mine", "new"]

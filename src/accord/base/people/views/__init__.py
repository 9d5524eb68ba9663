"""The first run and further clients, the pages every link shares, people and teams, and one's own tokens."""

from .entrance import begin, new_client
from .guest_link import open_link
from .mine import mine
from .people import add_person, add_team, come_back, leave, people, person, rename_team, revoke_link, role
from .tokens import revoke_token, tokens

__all__ = [
    "add_person",
    "add_team",
    "begin",
    "come_back",
    "leave",
    "mine",
    "new_client",
    "open_link",
    "people",
    "person",
    "rename_team",
    "revoke_link",
    "revoke_token",
    "role",
    "tokens",
]

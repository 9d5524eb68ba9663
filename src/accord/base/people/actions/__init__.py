"""What is done to people, teams, accounts, links and tokens. Each is told to the journal, which stands above, through `registry.tell`."""

from .accounts import change_role, end_access, invite, invite_person
from .beginning import NOBODY_YET, Begun, add_client, begin
from .links import NewLink, make_link, remember_device, revoke_link, revoke_links, send_code, use_code
from .people import add_person, add_team, change_person, come_back, leave, rename_team
from .tokens import NewToken, make_token, revoke_token

__all__ = [
    "NOBODY_YET",
    "Begun",
    "NewLink",
    "NewToken",
    "add_client",
    "add_person",
    "add_team",
    "begin",
    "change_person",
    "change_role",
    "come_back",
    "end_access",
    "invite",
    "invite_person",
    "leave",
    "make_link",
    "make_token",
    "remember_device",
    "rename_team",
    "revoke_link",
    "revoke_links",
    "revoke_token",
    "send_code",
    "use_code",
]

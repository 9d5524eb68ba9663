"""What every page of a participant shows around its one thing."""

from typing import Any

from accord.base.people.models import Client, Person

from ..guests import Guest


def letterhead(guest: Guest, asker: Person, client: Client) -> dict[str, Any]:
    """Who asks whom, for which house, and how long the link is open."""
    account = asker.account if asker.account_id else None
    house = account.provider.name if account and account.provider else client.name
    return {
        "guest": guest,
        "asker": asker,
        "house": house,
        "client_name": client.name,
        "provider_name": client.provider.name,
        "addresses": {name: guest.address(name) for name in ("read", "refuse", "felt", "thanks")}
        | {"start": guest.address(), "not_me": guest.address("not-me")},
    }

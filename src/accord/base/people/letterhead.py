"""What every page of a participant shows around its one thing."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .guests import Guest
from .models import Client, Person

STEPS = ("read", "refuse", "felt", "thanks")


def letterhead(guest: Guest, asker: Person, client: Client) -> dict[str, Any]:
    """Who asks whom, for which house, who sees it, and where the page's own steps are."""
    account = asker.account if asker.account_id else None
    house = account.provider.name if account and account.provider else client.name
    addresses = {name: guest.address(name) for name in STEPS} | {"start": guest.address(), "not_me": guest.address("not-me"), "home": reverse("home")}
    return {
        "guest": guest,
        "asker": asker,
        "client_name": client.name,
        "asks": _asks(asker, house, guest.person),
        "together": _together(client.name, house),
        "addresses": addresses,
    }


def _asks(asker: Person, house: str, asked: Person) -> SafeString:
    """“The Service delivery lead at Fernhill asks the Head of Claims”: by what they do, or by name where nobody wrote down what they do."""
    who = format_html(_("The {}"), format_html("<b>{}</b>", asker.job)) if asker.job else format_html("<b>{}</b>", asker.name)
    whom = format_html(_("the {}"), format_html("<b>{}</b>", asked.job)) if asked.job else format_html("<b>{}</b>", asked.name)
    return format_html(_("{who} at {house} asks {whom}."), who=who, house=house, whom=whom)


def _together(client: str, house: str) -> str:
    if client == house:
        return _("Seen by the people working on this at %(client)s.") % {"client": client}
    return _("Seen by the people working on this at %(client)s and %(house)s.") % {"client": client, "house": house}

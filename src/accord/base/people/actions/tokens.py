"""Keys for programs: made for oneself, shown once, closed at once."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base import clock, registry

from .. import secrets
from ..models import Token
from ..rules import Actor


@dataclass(frozen=True)
class NewToken:
    """A token just made: the only moment its text is known."""

    token: Token
    text: str


@registry.action("people.make_token", may="people.read")
def make_token(*, by: Actor, name: str, may_write: bool, days: int) -> NewToken:
    """Make an API token for oneself, in this client."""
    text = secrets.new_text(by.client_id)
    token = Token.objects.create(
        person_id=by.person_id,
        name=name.strip() or _("Token"),
        digest=secrets.digest(text),
        start=f"acc_…{text[-4:]}",
        may_write=may_write,
        expires_at=clock.now() + timedelta(days=days),
    )
    payload = {"name": token.name, "may_write": may_write, "until": token.expires_at.isoformat()}
    registry.tell(by=by, event="people.token_made", subject=token, payload=payload)
    return NewToken(token, f"acc_{text}")


@registry.action("people.revoke_token", may="people.read")
def revoke_token(*, by: Actor, token_id: UUID) -> Token:
    """Close one of one's own tokens at once."""
    token = Token.objects.filter(id=token_id, person_id=by.person_id).first()
    if token is None:
        raise registry.NotThere(str(token_id))
    if token.revoked_at is None:
        token.revoked_at = clock.now()
        token.save(update_fields=["revoked_at"])
        registry.tell(by=by, event="people.token_closed", subject=token, payload={"name": token.name})
    return token

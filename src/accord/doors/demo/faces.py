"""Whom one can be in the demo."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Face:
    """A role to see the demo in. email: the account's; starts_at: the client whose Today comes first, empty for the list of clients."""

    role: str
    label: str | Promise
    email: str
    starts_at: str = "alder-mutual"


FACES = (
    Face("facilitator", _("facilitator"), "fiona@fernhill.example"),
    Face("business_lead", _("business lead"), "bella@alder.example"),
    Face("contributor", _("IT contributor"), "ian@fernhill.example"),
    Face("provider_lead", _("provider lead"), "petra@fernhill.example", ""),
)
FIRST = FACES[0]


def face(role: str) -> Face | None:
    return next((one for one in FACES if one.role == role), None)

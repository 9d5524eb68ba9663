"""The page of signs: what the facts suggest, since when, how likely, and how often signs like it came true."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import registry
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from ..models import Suggestion
from ..queries import signs
from ..rules.signs import Hits
from . import foreseen

MOST = 100
FEW = 3  # on the register


@dataclass(frozen=True)
class SignRow:
    """One sign. since: None where its reason says it. chance: how likely, of what and how we know, with its reasons, in sentences; none where nothing
    can be suggested. like: how often such signs came true, or that they are too few to say."""

    id: UUID
    reason: str
    since: date | None
    chance: tuple[str, ...]
    like: str
    url: str
    raise_url: str


@dataclass(frozen=True)
class SignsPage:
    headline: str
    rows: tuple[SignRow, ...]
    more: int
    may_raise: bool
    may_set_aside: bool


def signs_page(by: Actor, most: int = MOST) -> SignsPage:
    found = signs.open_signs()
    count = found.count()
    rows = tuple(one for row in found[:most] if (one := _row(row)))
    return SignsPage(_headline(count), rows, max(0, count - most), by.may("risks.raise"), by.may("risks.edit"))


def few_signs(by: Actor) -> SignsPage:
    """The first few, for the register."""
    return signs_page(by, FEW)


def sign_row(sign_id: UUID) -> SignRow:
    """One of them, or NotThere."""
    row = _row(signs.sign(sign_id))
    if row is None:
        raise registry.NotThere(str(sign_id))
    return row


def from_sign(sign_id: str) -> dict[str, Any]:
    """What the page of raising a warning begins with, made of a sign. NotThere for words that are no id of one."""
    try:
        row = signs.sign(UUID(sign_id))
    except ValueError as wrong:
        raise registry.NotThere(sign_id) from wrong
    told = signs.said(row)
    low, high = foreseen.own(row)
    words = {"sees": told.sees, "asks": told.asks} if told else {}
    about = {"goal_id": str(row.goal_id or ""), "initiative_id": str(row.initiative_id or ""), "bites_on": row.bites_on}
    return {"sign": row.id, "chance_low": low, "chance_high": high, **about, **words}


def _headline(n: int) -> str:
    if not n:
        return _("Nothing in the facts looks like the beginning of trouble")
    told = ngettext("one thing looks like the beginning of trouble", "%(words)s things look like the beginning of trouble", n)
    return capfirst(told % {"words": apnumber(n)})


def _row(row: Suggestion) -> SignRow | None:
    """None for a sign that nobody here can say any more."""
    told = signs.said(row)
    if told is None:
        return None
    raising = f"{reverse('risks:raise', kwargs={'client': slug()})}?{urlencode({'sign': str(row.id)})}"
    since = None if row.facts.get("day") == row.since.isoformat() else row.since
    return SignRow(row.id, told.reason, since, foreseen.said(row), like(told.kind, signs.record().get(row.kind, signs.NOTHING)), told.url, raising)


def like(kind: str, found: Hits) -> str:
    """Of 12 signs like this, 7 came true."""
    if not found.enough:
        return _("Signs like this (%(kind)s) are too few yet to say how often they come true.") % {"kind": kind}
    low, high = (round(100 * end) for end in found.between)
    told = {"kind": kind, "due": found.due, "came": found.came, "low": low, "high": high}
    return _("Of %(due)d signs like this (%(kind)s), %(came)d came true within 90 days: in the long run %(low)d to %(high)d in 100.") % told

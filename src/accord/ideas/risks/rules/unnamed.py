"""What holds for warnings without a name: case codes, the client's link, padding, weeks, and by when they are read and answered."""

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from accord.base.people.secrets import digest

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31, none of which is taken for another
GROUPS, OF = 4, 5
SIZES = (1024, 4096, 16384)  # bytes; what is sealed has one of these three lengths
FACETS_FROM = 10  # people: below this nobody says where in the client they work


class TooLong(ValueError):
    """More than the largest size holds."""


def new_code() -> str:
    """Four groups of five: 99 bits. So many that a plain keyed hash is enough to store it: a slow one is for what people choose themselves."""
    letters = [secrets.choice(LETTERS) for _ in range(GROUPS * OF)]
    return " ".join("".join(letters[at : at + OF]) for at in range(0, len(letters), OF))


def tidy(code: str) -> str:
    """The letters of a code, however it was typed. Empty when it cannot be one."""
    found = "".join(letter for letter in code.upper() if letter.isalnum())
    return found if len(found) == GROUPS * OF and set(found) <= set(LETTERS) else ""


def code_digest(client_id: UUID, code: str) -> str:
    """What is stored of a code: keyed by the installation's secret, and bound to the client."""
    return digest(f"case code {client_id} {tidy(code)}")


def seal_of_code(client_id: UUID, code: str) -> str:
    """Goes with a code through the page that asks to confirm, so nobody sends one that Accord did not make."""
    return digest(f"code made here {client_id} {tidy(code)}")


def is_ours(client_id: UUID, code: str, seal: str) -> bool:
    return bool(tidy(code)) and hmac.compare_digest(seal_of_code(client_id, code), seal)


def link_text(client_id: UUID, turn: int) -> str:
    """48 characters for an address, the same for everybody: the client's id, and a proof that only this installation can make."""
    proof = hmac.new(settings.SECRET_KEY.encode(), f"speak up {client_id} {turn}".encode(), hashlib.sha256).digest()[:20]
    return base64.urlsafe_b64encode(client_id.bytes + proof).decode()


def is_link(text: str, client_id: UUID, turn: int) -> bool:
    return hmac.compare_digest(link_text(client_id, turn).encode(), text.encode())


def padded(words: dict[str, Any]) -> str:
    """As JSON, filled up with spaces to the next size. Raises TooLong."""
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    length = len(text.encode())
    size = next((size for size in SIZES if length <= size), None)
    if size is None:
        raise TooLong
    return text + " " * (size - length)


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def sunday(week: date) -> date:
    return week + timedelta(days=6)


@dataclass(frozen=True)
class Days:
    """How many days there are for reading and for answering; the outer ones are the law's, and hold whatever the client agreed to."""

    read: int
    answer: int
    outer_read: int
    outer_answer: int

    def read_by(self, week: date) -> date:
        """Only the week is known. The client's days begin when it is over, those of the law when it began."""
        return min(sunday(week) + timedelta(days=self.read), week + timedelta(days=self.outer_read))

    def answer_by(self, week: date, act_by: date | None = None) -> date:
        """Sooner where acting helps only until a day; never before it has to be read."""
        latest = min(sunday(week) + timedelta(days=self.answer), week + timedelta(days=self.outer_answer))
        return max(self.read_by(week), min(latest, act_by)) if act_by else latest

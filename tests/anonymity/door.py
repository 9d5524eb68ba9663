"""The speak application for tests: its own settings around Django's, and a browser that knows nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.test import Client, override_settings

from accord.doors.speak import pace
from accord.ideas.risks.rules.unnamed import link_text

TAKEN_OVER = (
    "MIDDLEWARE", "ROOT_URLCONF", "TEMPLATES", "DATA_UPLOAD_MAX_MEMORY_SIZE", "DATA_UPLOAD_MAX_NUMBER_FIELDS", "DATA_UPLOAD_MAX_NUMBER_FILES",
    "FILE_UPLOAD_HANDLERS", "LOGGING",
)  # fmt: skip


@contextmanager
def speaking() -> Iterator[None]:
    """Django as the process of the speak application has it, with the database of the test."""
    from accord.site import speak_settings

    with override_settings(**{name: getattr(speak_settings, name) for name in TAKEN_OVER}):
        yield


class Reporter(Client):
    """Somebody at the client's link. `brings`: what their browser and the way to the server say of them."""

    def __init__(self, client_id: Any, turn: int = 1, **brings: str) -> None:
        super().__init__(raise_request_exception=True, **brings)
        pace.told.forget()
        pace.wrong_codes.forget()
        self.at = f"/s/{link_text(client_id, turn)}/"

    def request(self, **request: Any) -> Any:
        """Each request as in the other process; what tests do between them is done in Accord's own."""
        with speaking():
            return super().request(**request)

    def see(self, step: str = "", **given: str) -> str:
        return self.get(self.at + step, given).content.decode()

    def say(self, *, when: str = "mix", **slots: str) -> str:
        """A first warning, all the way. Gives its code."""
        given = {"goal": "other", "sees": "Sign-in tests end on 8 November. The freeze starts on the 1st.", **slots, "hinted": "1"}
        check = self.post(f"{self.at}write/", given).content.decode()
        answer = self.post(f"{self.at}send/", {**given, **hidden(check), "when": when}).content.decode()
        return code_of(answer)

    def talk(self, code: str) -> str:
        return self.post(f"{self.at}back/", {"code": code}).content.decode()

    def turn(self, code: str, do: str, **given: str) -> str:
        return self.post(f"{self.at}talk/", {"code": code, "do": do, **given}).content.decode()


def hidden(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(code|seal)" value="([^"]*)">', page))


def code_of(page: str) -> str:
    found = re.search(r'<p class="code">.*?</p>', page, re.DOTALL)
    assert found, page
    return " ".join(re.findall(r"<span>(\w{5})</span>", found.group()))



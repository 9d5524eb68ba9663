"""Callers for the tests of the API: `calling(actor)` holds a fresh token of that person."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client


class Caller:
    """A program with a token."""

    def __init__(self, token: str) -> None:
        self.token, self.client = token, Client(raise_request_exception=False)

    def get(self, path: str, **parameters: Any) -> HttpResponse:
        return self.client.get(f"/api/{path}/", parameters, headers=self._headers())

    def post(self, path: str, body: Any = None, key: str = "", raw: bytes | None = None) -> HttpResponse:
        content = json.dumps(body).encode() if raw is None else raw
        return self.client.post(f"/api/{path}/", content, "application/json", headers={**self._headers(), **({"Idempotency-Key": key} if key else {})})

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@pytest.fixture
def calling(cast) -> Callable[..., Caller]:
    from accord.base import scope
    from accord.base.people import actions

    def call(by: Any, may_write: bool = True) -> Caller:
        with scope.within(by.client_id):
            return Caller(actions.make_token(by=by, name="A program", may_write=may_write, days=30).text)

    return call

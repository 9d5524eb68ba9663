"""Keeping the answer an idempotency key got. Entries themselves are written by `writing`, inside the act they tell of."""

from typing import Any

from accord.base import clock

from .models import Receipt


def keep_receipt(*, key: str, verb: str, asked: str, answer: Any) -> None:
    """Inside the transaction of what was done, so either both are there or neither."""
    Receipt.objects.create(key=key, verb=verb, asked=asked, answer=answer, made_at=clock.now())

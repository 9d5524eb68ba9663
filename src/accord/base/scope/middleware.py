"""One transaction around each request on PostgreSQL, rendering included."""

from collections.abc import Callable

from django.db import connection, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class OneTransaction:
    """PostgreSQL learns the scope in a transaction only, so everything a request reads happens in one; an answer of 500 and above undoes it.

    Django's own ATOMIC_REQUESTS ends before a template response is rendered, and errors are responses by the time middleware sees them;
    both are why this exists. On SQLite nothing is opened here: reads need no transaction, and its write lock belongs to actions alone.
    A streaming answer outlives this transaction: its generator opens its own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if connection.vendor != "postgresql":
            return self.get_response(request)
        with transaction.atomic():
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response

"""The API's operations, made from the registry: a query is a GET, an action a POST, at /api/<idea>/<verb>/."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Body, Header, Query

from accord.base import registry
from accord.base.registry import Spec

from . import receipts
from .api import api
from .entry import in_scope
from .problem import Problem

Key = Annotated[
    str | None, Header(alias="Idempotency-Key", max_length=80, pattern=r"^[\x21-\x7e]+$", description="Asks for this at most once.")
]
READS, WRITES = (401, 403, 404, 422), (400, 401, 403, 404, 409, 422)


def path_of(spec: Spec) -> str:
    """Below /api."""
    return f"/{spec.idea}/{spec.verb.replace('_', '-')}/"


def _given(spec: Spec, asked: Any) -> dict[str, Any]:
    return {name: getattr(asked, name) for name in spec.input.model_fields} if asked is not None else {}


def _telling(spec: Spec) -> Callable[..., Any]:
    def tell(request: Any, asked: Any = None) -> Any:
        return in_scope(request.auth, lambda: registry.call(spec.name, by=request.auth, **_given(spec, asked)))

    tell.__annotations__ = {"request": HttpRequest, "asked": Annotated[spec.input, Query()]}  # type: ignore[type-arg]  # generic for checkers only
    return tell


def _doing(spec: Spec) -> Callable[..., Any]:
    def do(request: Any, asked: Any = None, key: Any = None) -> Any:
        by, given = request.auth, _given(spec, asked)
        if not by.may(spec.may):
            raise registry.Refused(spec.may)  # before a receipt is looked up

        def run() -> Any:
            return registry.call(spec.name, by=by, **given)

        return in_scope(by, lambda: receipts.once(by, key, spec.name, given, run) if key else run())

    do.__annotations__ = {"request": HttpRequest, "asked": Annotated[spec.input, Body()], "key": Key}  # type: ignore[type-arg]  # as above
    return do


def _sign(operation: Callable[..., Any], takes: bool) -> None:
    """What ninja reads: the input is required where the verb takes anything, and absent where it takes nothing."""
    if not takes:
        del operation.__annotations__["asked"]
    found = inspect.signature(operation).parameters.values()
    kept = [one.replace(default=inspect.Parameter.empty) if one.name == "asked" else one for one in found if takes or one.name != "asked"]
    operation.__signature__ = inspect.Signature(kept)  # type: ignore[attr-defined]


def offer(spec: Spec) -> None:
    """Add one verb to the API."""
    reads = spec.kind == "query"
    operation = _telling(spec) if reads else _doing(spec)
    operation.__name__ = spec.name.replace(".", "_")
    operation.__doc__ = spec.description
    _sign(operation, takes=bool(spec.input.model_fields))
    answers = {200: spec.output, **{status: Problem for status in (READS if reads else WRITES)}}
    method = api.get if reads else api.post
    method(path_of(spec), response=answers, summary=spec.summary, tags=[spec.idea], operation_id=operation.__name__)(operation)


for _spec in registry.specs(registry.API):
    offer(_spec)

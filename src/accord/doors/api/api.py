"""The API, made from the registry: a query is a GET, an action a POST; /api/<idea>/<verb>/."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Header, NinjaAPI, Query
from ninja.errors import AuthenticationError, HttpError, ValidationError

from accord.base import registry
from accord.base.people.rules import Actor
from accord.base.registry import Spec

from . import receipts
from .entry import Token, in_scope


@dataclass(frozen=True)
class Trouble:
    """One thing that is wrong: where, and what to do."""

    where: str
    what: str


@dataclass(frozen=True)
class Problem:
    """Every answer that is not the one asked for has this shape."""

    message: str
    troubles: list[Trouble]


Key = Annotated[str | None, Header(alias="Idempotency-Key", max_length=80, pattern=r"^[\x21-\x7e]+$", description="Asks for this at most once.")]

api = NinjaAPI(
    title="Accord",
    version="1",
    description="What Accord offers to programs. Make a token on the page “Keys for programs”; it is bound to you and to one client.",
    docs_url=None,
    openapi_url="/openapi.json",
    auth=Token(),
    urls_namespace="api",
)

_answers: dict[int, tuple[type[Exception], str]] = {403: (registry.Refused, "You may not do this here."), 404: (registry.NotThere, "There is no such thing here.")}


def _say(request: HttpRequest, status: int, message: str, troubles: list[Trouble] | None = None) -> HttpResponse:
    return api.create_response(request, Problem(message, troubles or []), status=status)


def _answer(status: int, message: str) -> Callable[[HttpRequest, Exception], HttpResponse]:
    return lambda request, error: _say(request, status, message)


for _status, (_error, _message) in _answers.items():
    api.add_exception_handler(_error, _answer(_status, _message))


@api.exception_handler(registry.Mistake)
def _mistake(request: HttpRequest, error: registry.Mistake) -> HttpResponse:
    status = 409 if isinstance(error, registry.Conflict) else 422
    return _say(request, status, error.message, [Trouble(error.field, error.message)] if error.field else [])


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    troubles = [Trouble(".".join(str(part) for part in one["loc"][1:] if part not in ("asked",)), str(one["msg"])) for one in error.errors]
    return _say(request, 422, "Some of what was sent does not fit: see `troubles`.", troubles)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    response = _say(request, 401, "Send a token: Authorization: Bearer acc_… It may also have ended or been closed.")
    response.headers["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    return _say(request, error.status_code, str(error))


def _telling(spec: Spec) -> Callable[..., Any]:
    def tell(request: Any, asked: Any = None) -> Any:
        by: Actor = request.auth
        given = {name: getattr(asked, name) for name in spec.input.model_fields} if asked is not None else {}
        return in_scope(registry.call, by, spec.name, by=by, **given)

    tell.__annotations__ = {"request": HttpRequest, "asked": Annotated[spec.input, Query()]}
    return tell


def _doing(spec: Spec) -> Callable[..., Any]:
    def do(request: Any, asked: Any = None, key: Any = None) -> Any:
        by: Actor = request.auth
        given = {name: getattr(asked, name) for name in spec.input.model_fields} if asked is not None else {}
        run = lambda: registry.call(spec.name, by=by, **given)  # noqa: E731
        return in_scope(receipts.once, by, key, spec.name, given, run) if key else in_scope(run, by)

    do.__annotations__ = {"request": HttpRequest, "asked": Annotated[spec.input, Body()], "key": Key}
    return do


def _offer(spec: Spec) -> None:
    operation = _telling(spec) if spec.kind == "query" else _doing(spec)
    operation.__name__ = spec.name.replace(".", "_")
    operation.__doc__ = spec.description
    if not spec.input.model_fields:
        del operation.__annotations__["asked"]
        operation.__signature__ = _without(operation, "asked")  # type: ignore[attr-defined]
    method = api.get if spec.kind == "query" else api.post
    statuses = (401, 403, 404, 422) if spec.kind == "query" else (400, 401, 403, 404, 409, 422)
    path = f"/{spec.idea}/{spec.verb.replace('_', '-')}/"
    method(path, response={200: spec.output, **{status: Problem for status in statuses}}, summary=spec.summary, tags=[spec.idea], operation_id=operation.__name__)(operation)


def _without(function: Callable[..., Any], name: str) -> Any:
    import inspect

    signature = inspect.signature(function)
    return signature.replace(parameters=[parameter for key, parameter in signature.parameters.items() if key != name])


for _spec in registry.specs(registry.API):
    _offer(_spec)

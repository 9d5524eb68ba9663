"""The API's frame: its description, who may come in, and how each refusal is said."""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from accord.base import registry

from .entry import Token
from .problem import Trouble, problem

log = logging.getLogger(__name__)
api = NinjaAPI(
    title="Accord",
    version="1",
    description="What Accord offers to programs. Make a token on the page “Keys for programs”; it is bound to you and to one client.",
    docs_url=None,
    openapi_url="/openapi.json",
    auth=Token(),
    urls_namespace="api",
)


@api.exception_handler(registry.Refused)
def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(403, _("You may not do this here."))


@api.exception_handler(registry.NotThere)
def _not_there(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(404, _("There is no such thing here."))


@api.exception_handler(registry.NotAsWritten)
def _not_as_written(request: HttpRequest, error: Any) -> HttpResponse:
    log.error("Not as it was written, and not handed out: %s. Run `accord verify`.", error)
    return problem(409, _("The kept text is not what was sent, so it is not handed out. `accord verify` tells more."))


@api.exception_handler(registry.Mistake)
def _mistake(request: HttpRequest, error: Any) -> HttpResponse:
    status = 409 if isinstance(error, registry.Conflict) else 422
    return problem(status, error.message, [Trouble(error.field, error.message)] if error.field else [])


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    found = [registry.amiss(one, tuple(part for part in one["loc"][1:] if part != "asked")) for one in error.errors]
    return problem(422, _("Some of what was sent does not fit: see `troubles`."), [Trouble(one.where, one.what) for one in found])


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: Any) -> HttpResponse:
    response = problem(401, _("Send a token: Authorization: Bearer acc_… It may also have ended or been closed."))
    response.headers["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: Any) -> HttpResponse:
    """The only one there is: a body that is no JSON."""
    return problem(error.status_code, _("The body cannot be read as JSON. Send one object in UTF-8."))

"""Actions and queries, each declared once, where it is written:

    @registry.action("listen.file_request", may="requests.file", doors={API, CLI, MCP}, shows=RequestShown.of)
    def file_request(*, by: Actor, problem: Annotated[str, Field(description="What is wrong, in your own words")]) -> Request: ...

An *action* changes something, a *query* tells something. The decorator asks for the permission, opens the act (what `surround`
added: one transaction, the journal) and keeps a `Spec`. Find them all with `grep @registry.action`.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Literal, ParamSpec, Protocol, TypeVar, get_type_hints

from django.utils.translation import gettext as _
from pydantic import BaseModel, ConfigDict, create_model, field_validator

from .amiss import is_broken
from .mistakes import NotThere, Refused

API, CLI, MCP = "api", "cli", "mcp"

P = ParamSpec("P")
R = TypeVar("R")
Kind = Literal["action", "query"]
Surround = Callable[[Any, str], AbstractContextManager[None]]


class Asked(BaseModel):
    """What every verb's input has in common: nothing unknown, and no control characters a database would choke on."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)

    @field_validator("*", mode="before")
    @classmethod
    def only_text(cls, given: Any) -> Any:
        if is_broken(given):
            raise ValueError(_("It holds a character that cannot be kept. Take it out."))
        return given


class May(Protocol):
    """What the registry needs to know about whoever acts."""

    def may(self, permission: str) -> bool: ...


@dataclass(frozen=True)
class Spec:
    """One verb: its name, who may, at which doors, what it takes and what it shows."""

    name: str
    kind: Kind
    may: str
    doors: frozenset[str]
    function: Callable[..., Any]  # guarded: calling it asks for the permission
    shows: Callable[[Any], Any] | None

    @property
    def idea(self) -> str:
        return self.name.partition(".")[0]

    @property
    def verb(self) -> str:
        return self.name.partition(".")[2]

    @property
    def description(self) -> str:
        """The docstring: the API's description, the command's help and the tool's description."""
        return inspect.getdoc(self.function) or ""

    @property
    def summary(self) -> str:
        return self.description.partition("\n")[0]

    @cached_property
    def input(self) -> type[BaseModel]:
        """The keyword arguments (all but `by`) as a strict model; field docs come from `Annotated[..., Field(description=...)]`."""
        hints = get_type_hints(self.function, include_extras=True)
        fields: dict[str, Any] = {
            name: (hints[name], ... if parameter.default is inspect.Parameter.empty else parameter.default)
            for name, parameter in inspect.signature(self.function).parameters.items()
            if name != "by"
        }
        title = "".join(part.capitalize() for part in self.name.replace(".", "_").split("_"))
        return create_model(title, __base__=Asked, **fields)

    @cached_property
    def output(self) -> Any:
        """The type a door shows: what `shows` returns, or what the query itself returns."""
        return get_type_hints(self.shows or self.function).get("return", type(None))

    def show(self, result: Any) -> Any:
        return self.shows(result) if self.shows else result


_specs: dict[str, Spec] = {}
_surrounds: list[Surround] = []


def surround(context: Surround) -> Surround:
    """Have every action run inside `context(by, name)`; the first registered is the outermost."""
    if context not in _surrounds:
        _surrounds.append(context)
    return context


@contextmanager
def acting(by: May, name: str) -> Iterator[None]:
    """The act around an action. For the few doings that are no verb of the registry, such as the first run; within another act it joins that."""
    with ExitStack() as stack:
        for context in _surrounds:
            stack.enter_context(context(by, name))
        yield


def _guarded(kind: Kind, name: str, may: str, function: Callable[P, R]) -> Callable[P, R]:
    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        by: Any = kwargs["by"]
        if not by.may(may):
            raise Refused(may)
        with acting(by, name) if kind == "action" else nullcontext():
            return function(*args, **kwargs)

    return guarded


def _declare(kind: Kind, name: str, may: str, doors: Iterable[str], shows: Callable[[Any], Any] | None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def declare(function: Callable[P, R]) -> Callable[P, R]:
        known = _specs.get(name)
        if known and known.function.__qualname__ != function.__qualname__:
            raise RuntimeError(f"Two verbs are called {name}.")
        if shows and "return" not in getattr(shows, "__annotations__", {}):
            raise RuntimeError(f"What {name} shows has no type, so no door could describe it: give a function that says what it returns.")
        guarded = _guarded(kind, name, may, function)
        _specs[name] = Spec(name, kind, may, frozenset(doors), guarded, shows)
        return guarded

    return declare


def action(name: str, *, may: str, doors: Iterable[str] = (), shows: Callable[[Any], Any] | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a verb that changes something: permission first, then the act around the function."""
    return _declare("action", name, may, doors, shows)


def query(name: str, *, may: str, doors: Iterable[str] = (), shows: Callable[[Any], Any] | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declare a verb that tells something: permission first, no transaction."""
    return _declare("query", name, may, doors, shows)


def specs(door: str | None = None) -> list[Spec]:
    """Every verb (offered at a door), in the order of their names."""
    return [spec for _, spec in sorted(_specs.items()) if door is None or door in spec.doors]


def spec(name: str) -> Spec:
    """One verb by its name, such as `goals.list_goals`."""
    try:
        return _specs[name]
    except KeyError:
        raise NotThere(name) from None


def call(name: str, /, *, by: May, **arguments: Any) -> Any:
    """Do or tell a verb the way doors do: arguments already checked by `spec.input`; the result as doors show it."""
    found = spec(name)
    return found.show(found.function(by=by, **arguments))

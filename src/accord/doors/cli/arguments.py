"""A verb's input as flags of the shell: plain values as they are, lists by repeating the flag, anything deeper as JSON.

Nothing heavy is imported here: the shell reads this file before it knows which command was meant.
"""

import argparse
import json
from typing import Any, get_args, get_origin


def parser(idea: str, specs: list[Any], others: dict[str, str] | None = None) -> argparse.ArgumentParser:
    """The parser of one idea's verbs. others: verbs that only its help names."""
    made = argparse.ArgumentParser(f"accord {idea}", description="What is done here is done as somebody, and written in the journal.")
    verbs = made.add_subparsers(required=True, metavar="VERB", title="verbs")
    for spec in specs:
        verb = verbs.add_parser(spec.verb.replace("_", "-"), help=spec.summary, description=spec.description)
        verb.set_defaults(spec=spec)
        verb.add_argument("--as", dest="as_email", required=True, metavar="EMAIL", help="Who does it.")
        verb.add_argument("--client", metavar="SHORT-NAME", help="In which client, when there are several.")
        for name, field in spec.input.model_fields.items():
            _add(verb, name, field)
    for name, told in (others or {}).items():
        verbs.add_parser(name, help=told)
    return made


def flag(where: str) -> str:
    """A place in the input as the flag it came from: `goal_id` is --goal-id."""
    first, dot, rest = where.partition(".")
    return f"--{first.replace('_', '-')}{dot}{rest}" if first else ""


def read(name: str, value: Any) -> Any:
    """A value as the shell gave it, with JSON read. A Mistake where it is none."""
    if isinstance(value, list):
        return [read(name, each) for each in value]
    if not isinstance(value, Json):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        from django.utils.translation import gettext as _

        from accord.base import registry

        raise registry.Mistake(_("Write it as JSON, in single quotes."), name) from None


class Json(str):
    """Text that is to be read as JSON."""


def _add(verb: argparse.ArgumentParser, name: str, field: Any) -> None:
    kind = _kind(field.annotation)
    told: dict[str, Any] = {"dest": name, "default": None, "help": (field.description or "").replace("%", "%%")}
    if kind is bool:
        verb.add_argument(flag(name), action=argparse.BooleanOptionalAction, required=field.is_required(), **told)
        return
    many = get_origin(kind) in (list, tuple)
    inner = _kind(get_args(kind)[0]) if many else kind
    reads = Json if _is_deep(inner) else str
    verb.add_argument(flag(name), action="append" if many else "store", type=reads, required=field.is_required(), metavar=_metavar(name, reads), **told)


def _metavar(name: str, reads: type) -> str:
    return "JSON" if reads is Json else name.upper()


def _kind(annotation: Any) -> Any:
    """The type that is not None, without what is annotated to it."""
    if hasattr(annotation, "__metadata__"):
        return _kind(annotation.__origin__)
    others = [one for one in get_args(annotation) if one is not type(None)]
    return _kind(others[0]) if type(None) in get_args(annotation) and len(others) == 1 else annotation


def _is_deep(kind: Any) -> bool:
    return get_origin(kind) in (dict, list, tuple) or kind in (dict, list, tuple) or (
        isinstance(kind, type) and (hasattr(kind, "model_fields") or hasattr(kind, "__dataclass_fields__"))
    )

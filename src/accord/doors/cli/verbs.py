"""`accord goals list-goals --as EMAIL`: every verb the registry offers at this door, made from its spec."""

import argparse
import json
import sys
from typing import Any

PROBLEM, MISUSE = 1, 2


def ideas() -> dict[str, list[Any]]:
    """The verbs at this door by idea. Sets Django up."""
    from accord.base import registry
    from accord.doors.cli.django import ready

    ready()
    found: dict[str, list[Any]] = {}
    for spec in registry.specs(registry.CLI):
        found.setdefault(spec.idea, []).append(spec)
    return found


def run(arguments: list[str]) -> int:
    """Run one verb. Returns the exit code; only the result goes to stdout."""
    parser = _parser(ideas())
    given = vars(parser.parse_args(arguments))
    spec, email, client = given.pop("spec"), given.pop("as_email"), given.pop("client")
    from pydantic import ValidationError

    from accord.base import registry, scope
    from accord.base.people import access

    try:
        _, by = access.by_email(email, client, "cli")
        asked = spec.input(**{name: value for name, value in given.items() if value is not None})
        with scope.within(by.client_id):
            result = registry.call(spec.name, by=by, **{name: getattr(asked, name) for name in spec.input.model_fields})
    except ValidationError as wrong:
        return _say(*(f"--{'-'.join(str(part) for part in one['loc']).replace('_', '-')}: {one['msg']}" for one in wrong.errors()))
    except registry.Mistake as mistake:
        return _say(f"--{mistake.field.replace('_', '-')}: {mistake.message}" if mistake.field else mistake.message)
    except registry.Refused:
        return _say(f"{email} may not do this here.", code=PROBLEM)
    except registry.NotThere as missing:
        return _say(f"Not found: {missing}.", code=PROBLEM)
    from pydantic_core import to_jsonable_python

    print(json.dumps(to_jsonable_python(result), indent=2, ensure_ascii=False))
    return 0


def _parser(found: dict[str, list[Any]]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("accord", description="Verbs of the ideas. They act as somebody, and are written in the journal.")
    by_idea = parser.add_subparsers(dest="idea", required=True, metavar="IDEA")
    for idea, specs in found.items():
        verbs = by_idea.add_parser(idea, help=", ".join(spec.verb.replace("_", "-") for spec in specs)).add_subparsers(required=True, metavar="VERB")
        for spec in specs:
            verb = verbs.add_parser(spec.verb.replace("_", "-"), help=spec.summary, description=spec.description)
            verb.set_defaults(spec=spec, idea=None)
            verb.add_argument("--as", dest="as_email", required=True, metavar="EMAIL", help="Who does it.")
            verb.add_argument("--client", metavar="SHORT-NAME", help="In which client, when there are several.")
            for name, field in spec.input.model_fields.items():
                _option(verb, name, field)
    return parser


def _option(verb: argparse.ArgumentParser, name: str, field: Any) -> None:
    help_text = (field.description or "").replace("%", "%%")
    flag = "--" + name.replace("_", "-")
    if field.annotation is bool:
        verb.add_argument(flag, dest=name, action=argparse.BooleanOptionalAction, default=None, help=help_text)
    elif getattr(field.annotation, "__origin__", None) is list:
        verb.add_argument(flag, dest=name, action="append", default=None, help=help_text, required=field.is_required())
    else:
        verb.add_argument(flag, dest=name, default=None, help=help_text, required=field.is_required(), metavar=name.upper())


def _say(*lines: str, code: int = MISUSE) -> int:
    print("\n".join(lines), file=sys.stderr)
    return code

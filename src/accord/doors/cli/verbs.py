"""`accord goals list-goals --as EMAIL`: every verb the registry offers at this door, made from its spec.

Each idea is one command of the shell that hands its words over to here; Django is set up only then.
"""

import ast
import json
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from accord.doors.cli import arguments
from accord.doors.cli.django import ready
from accord.doors.cli.ending import FAULT, MISUSE, database, end


def ideas() -> Iterator[tuple[str, str]]:
    """Names and first lines of what has verbs, read without importing any of it."""
    import accord.base.people
    import accord.ideas

    folders = [Path(accord.base.people.__file__).parent]
    folders += [Path(accord.ideas.__path__[0]) / found.name for found in pkgutil.iter_modules(accord.ideas.__path__)]
    for folder in folders:
        told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text())) or ""
        yield folder.name, told.partition("\n")[0].partition(". ")[0]


def command(idea: str, others: dict[str, str] | None = None) -> Callable[[list[str]], None]:
    """The command of one idea: takes the rest of the line. others: verbs that are done elsewhere, with what their help says."""

    def run(words: list[str]) -> None:
        ready()
        from accord.base import registry

        specs = [spec for spec in registry.specs(registry.CLI) if spec.idea == idea]
        given = vars(arguments.parser(idea, specs, others).parse_args(words))
        spec, email, client = given.pop("spec"), given.pop("as_email"), given.pop("client")
        with database():
            _show(_called(spec, email, client, {name: value for name, value in given.items() if value is not None}))

    return run


def _called(spec: Any, email: str, client: str | None, given: dict[str, Any]) -> Any:
    """What the verb shows; ends the command in a sentence where it refuses."""
    from django.utils.translation import gettext as _
    from pydantic import ValidationError

    from accord.base import registry, scope

    by = acting(email, client, "cli")
    try:
        asked = spec.input(**{name: arguments.read(name, value) for name, value in given.items()})
        with scope.unit(), scope.within(by.client_id):
            return registry.call(spec.name, by=by, **{name: getattr(asked, name) for name in spec.input.model_fields})
    except ValidationError as wrong:
        end(MISUSE, *(f"{arguments.flag(one.where)}: {one.what}" for one in registry.told(wrong)))
    except registry.Mistake as mistake:
        end(MISUSE, f"{arguments.flag(mistake.field)}: {mistake.message}" if mistake.field else mistake.message)
    except registry.Refused:
        end(FAULT, _("%(email)s may not do this here.") % {"email": email})
    except registry.NotThere:
        end(FAULT, _("There is no such thing here. Look at the ids."))
    except registry.NotAsWritten:
        end(FAULT, _("The kept text is not what was sent, so it is not handed out. `accord verify` tells more."))


def acting(email: str, client: str | None, door: str) -> Any:
    """The person of that address in that client. Ends the command where there is none."""
    from django.utils.translation import gettext as _

    from accord.base import registry, scope
    from accord.base.people import access

    try:
        with scope.unit():
            return access.by_email(email, client, door)[1]
    except registry.NotThere:
        end(FAULT, _("Nobody signs in as %(email)s there.") % {"email": email})
    except registry.Mistake as mistake:
        end(MISUSE, mistake.message)


def _show(result: Any) -> None:
    from pydantic_core import to_jsonable_python

    print(json.dumps(to_jsonable_python(result), indent=2, ensure_ascii=False))

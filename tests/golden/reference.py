"""The reference pages, written from the code they tell of."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

from pydantic_core import PydanticUndefined

import accord
from accord.base import registry
from accord.base.people.rules import MAY
from accord.site.options import Options

SOURCE = Path(accord.__path__[0])
WRITTEN = "<!-- Written from the code: ACCORD_RECORD=1 python3 run.py test tests/golden -->"
ROOT = Path(__file__).parents[2]


def cell(text: object) -> str:
    return " ".join(str(text).replace("|", "\\|").split())


def table(headers: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    lines = [headers, tuple("---" for _ in headers), *rows]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)


def page(title: str, intro: str, *parts: str) -> str:
    return "\n\n".join((f"# {title}", WRITTEN, intro, *parts)) + "\n"


def settings() -> str:
    rows: list[tuple[object, ...]] = []
    for name, field in Options.model_fields.items():
        default = "" if field.default is PydanticUndefined else field.default
        shown = default.get_secret_value() if hasattr(default, "get_secret_value") else default
        rows.append((f"`ACCORD_{name.upper()}`", f"`{shown}`" if shown not in ("", None) else "", field.description or ""))
    return page("Settings", "Environment variables. A wrong value is named at the start, all wrong ones together.",
                table(("Variable", "Default", "What it does"), rows))


def verbs() -> str:
    parts = []
    for idea in sorted({spec.idea for spec in registry.specs()}):
        parts.append(f"## {idea}")
        parts += [verb(spec) for spec in sorted(registry.specs(), key=lambda spec: spec.verb) if spec.idea == idea]
    return page("Verbs", "Every action and query, at every door that offers it. Rules are the same at each.", *parts)


def verb(spec: registry.Spec) -> str:
    who = ", ".join(role.value.replace("_", " ") for role, may in MAY.items() if spec.may in may) or "anybody signed in"
    doors = ", ".join(sorted(spec.doors)) or "pages only"
    lines = [f"### {spec.name}", spec.description, f"*{str(spec.kind).capitalize()} · may: {who} · at: {doors}*"]
    fields: list[tuple[object, ...]] = [(f"`{name}`", "needed" if field.is_required() else "", field.description or "")
                                        for name, field in spec.input.model_fields.items()]
    return "\n\n".join(lines + ([table(("Field", "", "What it is"), fields)] if fields else []))


def events() -> str:
    found = sorted({name for file in SOURCE.rglob("*.py") if "tests" not in file.parts for name in _told(file)})
    return page("Events", "What the journal tells. Each entry says who, at which door, when, about what, and is chained to the one before it.",
                table(("Idea", "Event"), [(f"{name.partition('.')[0]}", f"`{name}`") for name in found]))


def _told(file: Path) -> list[str]:
    """The names handed to `journal.record(event=...)` or `tell(event=...)` in this file."""
    calls = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    handed = [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "event"]
    texts = [node.value for value in handed for node in ast.walk(value) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if "." in text]


def commands() -> str:
    import typer

    from accord.doors.cli.app import app

    group: Any = typer.main.get_command(app)
    parts = []
    for name, command in group.commands.items():
        rows: list[tuple[object, ...]] = [(f"`{_called(one)}`", getattr(one, "help", "") or "") for one in command.params if one.name != "help"]
        parts.append("\n\n".join([f"## accord {name}", command.help.strip(), *([table(("", ""), rows)] if rows else [])]))
    return page("Commands", "Commands that act for somebody take `--as EMAIL` and are written in the journal: `accord IDEA VERB --as EMAIL`, "
                "with the [verbs](verbs.md) that are offered at the command line. Messages go to stderr; stdout holds only the answer.", *parts)


def _called(one: Any) -> str:
    return " / ".join([*one.opts, *one.secondary_opts]) if one.opts and one.opts[0].startswith("-") else str(one.name).upper()


def picture() -> str:
    """The README's picture: the first example's options, as a brief prints them."""
    from accord.base.estimate import REPORT, reading, weigh
    from accord.base.paper.document import FigureBlock
    from accord.doors.cli.weighing.paper import brief

    (case,) = reading.read((ROOT / "examples" / "locked-out.toml").read_text(), "locked-out.toml")
    return next(block.figure.print_svg for block in brief(case, weigh(case, REPORT)).blocks if isinstance(block, FigureBlock)) + "\n"


PAGES = {
    "docs/reference/settings.md": settings, "docs/reference/verbs.md": verbs, "docs/reference/events.md": events, "docs/reference/commands.md": commands,
    "docs/pictures/locked-out.svg": picture,
}

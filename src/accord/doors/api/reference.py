"""The readable reference at /api/: one entry for each verb, from the same specs and schema as the OpenAPI document."""

import json
from dataclasses import dataclass
from typing import Any

from accord.base import registry
from accord.base.registry import Spec

from .verbs import path_of

EXAMPLES = {"uuid": "01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f", "date": "2026-10-24", "date-time": "2026-10-24T09:00:00Z"}


@dataclass(frozen=True)
class Field:
    """One thing a verb takes. kind: its JSON type, or the words it is chosen from."""

    name: str
    kind: str
    needed: bool
    description: str


@dataclass(frozen=True)
class Verb:
    """One operation as the page shows it."""

    key: str
    method: str
    path: str
    summary: str
    more: str
    may: str
    fields: tuple[Field, ...]
    example: str


@dataclass(frozen=True)
class Chapter:
    """The verbs of one idea."""

    idea: str
    verbs: tuple[Verb, ...]


def chapters() -> list[Chapter]:
    """Every verb at this door, by idea, in the order of their names."""
    found: dict[str, list[Verb]] = {}
    for spec in registry.specs(registry.API):
        found.setdefault(spec.idea, []).append(_verb(spec))
    return [Chapter(idea, tuple(verbs)) for idea, verbs in found.items()]


def _verb(spec: Spec) -> Verb:
    schema = spec.input.model_json_schema()
    fields = tuple(_field(name, part, schema) for name, part in schema.get("properties", {}).items())
    method = "GET" if spec.kind == "query" else "POST"
    more = spec.description.partition("\n")[2].strip()
    return Verb(spec.name.replace(".", "-"), method, f"/api{path_of(spec)}", spec.summary, more, spec.may, fields, _example(spec, method, schema))


def _field(name: str, part: dict[str, Any], schema: dict[str, Any]) -> Field:
    return Field(name, _kind(part, schema), name in schema.get("required", ()), part.get("description", ""))


def _resolved(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """The part itself, or what it refers to; of several kinds the first that is not null."""
    if "$ref" in part:
        return _resolved(schema["$defs"][part["$ref"].rpartition("/")[2]], schema)
    choices = [one for one in part.get("anyOf", ()) if one.get("type") != "null"]
    return _resolved(choices[0], schema) if choices else part


def _kind(part: dict[str, Any], schema: dict[str, Any]) -> str:
    found = _resolved(part, schema)
    if "enum" in found:
        return " | ".join(map(str, found["enum"]))
    if found.get("type") == "array":
        return f"list of {_kind(found.get('items', {}), schema)}"
    return str(found.get("format") or found.get("const") or found.get("type") or "any")


def _sample(name: str, part: dict[str, Any], schema: dict[str, Any]) -> Any:
    found = _resolved(part, schema)
    if "enum" in found:
        return found["enum"][0]
    match found.get("type"):
        case "array":
            return [_sample(name, found.get("items", {}), schema)]
        case "object":
            return {key: _sample(key, one, schema) for key, one in found.get("properties", {}).items() if key in found.get("required", ())}
        case "boolean":
            return True
        case "integer" | "number":
            return 1
        case _:
            return EXAMPLES.get(found.get("format", ""), "…")


def _example(spec: Spec, method: str, schema: dict[str, Any]) -> str:
    """A command line that works once the dots are filled in."""
    needed = {name: _sample(name, schema["properties"][name], schema) for name in schema.get("required", ())}
    lines = [f'curl "$ACCORD/api{path_of(spec)}"', '-H "Authorization: Bearer $TOKEN"']
    if method == "POST":
        lines += ['-H "Content-Type: application/json"', f"-d '{json.dumps(needed, ensure_ascii=False)}'"]
    else:
        lines += [f'-G -d "{name}={value}"' for name, value in needed.items()]
    return " \\\n  ".join(lines)

"""A case written as TOML that reads like notes: one block for each quantity, step, option and person."""

from __future__ import annotations

import json
from typing import Any

from accord.base.estimate.case import Case


def write_json(case: Case) -> str:
    """The case as JSON of schema accord-case/1."""
    return json.dumps(case.to_data(), indent=2, ensure_ascii=False) + "\n"


def write_toml(case: Case) -> str:
    """The case as TOML of schema accord-case/1; `reading.read_toml` gives an equal case back."""
    data = case.to_data()
    blocks = {key: value for key, value in data.items() if isinstance(value, list) and value and isinstance(value[0], dict)}
    lines = [f"{key} = {_value(value)}" for key, value in data.items() if key not in blocks]
    for key, items in blocks.items():
        for item in items:
            lines += ["", f"[[{key}]]", *(f"{name} = {_value(value)}" for name, value in item.items())]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + "}"
    if value and isinstance(value[0], dict):
        return "[\n" + "".join(f"  {_value(one)},\n" for one in value) + "]"
    return "[" + ", ".join(_value(one) for one in value) + "]"

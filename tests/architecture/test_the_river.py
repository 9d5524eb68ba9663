"""The layers hold where import contracts cannot see: foreign keys named by strings, writes, and the shape of each idea."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

import accord

PACKAGE = Path(accord.__file__).parent
RIVER = ["scope", "people", "journal", "jobs", "goals", "listen", "worth", "empathy | risks"]  # those in one place look not at each other
WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "update", "delete", "raw_delete"}
LABELS = [label for labels in RIVER for label in labels.split(" | ")]
OURS = [config for config in apps.get_app_configs() if config.name.startswith("accord.")]


CONTRACTS = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def test_the_river_names_everything_that_has_tables() -> None:
    assert {config.label for config in OURS if list(config.get_models())} <= set(LABELS)


def test_the_river_of_tables_is_the_river_of_imports() -> None:
    layers = {tuple(contract["containers"]): contract["layers"] for contract in CONTRACTS if "containers" in contract}
    for layer in (layers["accord.ideas",], layers["accord.base",]):
        assert [labels for labels in RIVER if labels in layer] == [labels for labels in reversed(layer) if labels in RIVER]


def test_every_door_is_held_apart_from_the_others() -> None:
    doors = {f"accord.doors.{path.name}" for path in (PACKAGE / "doors").iterdir() if (path / "__init__.py").exists()}
    held = {module for contract in CONTRACTS if contract["type"] == "independence" for module in contract["modules"]}
    assert doors <= held


def place(label: str) -> int:
    return next(place for place, labels in enumerate(RIVER) if label in labels.split(" | "))


def test_import_contracts_are_kept() -> None:
    done = subprocess.run([Path(sys.executable).parent / "lint-imports"], cwd=PACKAGE.parents[1], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("model", [model for config in OURS for model in config.get_models()], ids=lambda model: model._meta.label)
def test_foreign_keys_run_with_the_river(model) -> None:
    for field in model._meta.get_fields():
        target = field.related_model._meta.app_label if field.is_relation and field.many_to_one and field.related_model else None
        own = model._meta.app_label
        if target in LABELS and target != own:
            assert place(target) < place(own), f"{model._meta.label}.{field.name} points downstream to {target}"


def ideas_files():
    for path in sorted((PACKAGE / "ideas").rglob("*.py")) + sorted((PACKAGE / "doors").rglob("*.py")):
        if not {"tests", "migrations"} & set(path.relative_to(PACKAGE).parts):
            yield path


def orm_writes(path: Path) -> list[str]:
    """Calls that look like a row being written: `.objects...create(` and the like, and `.save(` on anything."""
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            source = ast.unparse(node.func)
            if ".objects" in source or node.func.attr in ("save", "bulk_create", "delete"):
                found.append(f"{path.relative_to(PACKAGE)}:{node.lineno} {source}")
    return found


def test_only_actions_write() -> None:
    found = [line for path in ideas_files() if "actions" not in (path.stem, path.parent.name) for line in orm_writes(path)]
    assert found == []


def test_nothing_is_called_utils_or_the_like() -> None:
    drawers = {"utils", "util", "helpers", "common", "services", "managers", "misc", "manager", "service"}
    assert [path for path in PACKAGE.rglob("*.py") if path.stem in drawers or path.parent.name in drawers] == []


@pytest.mark.parametrize("idea", [config.label for config in OURS if config.name.startswith("accord.ideas.")])
def test_every_idea_has_the_same_names(idea: str) -> None:
    folder = PACKAGE / "ideas" / idea
    names = {path.stem for path in folder.iterdir()}
    assert {"__init__", "rules", "models", "queries", "actions", "views", "urls", "templates", "tests", "migrations"} <= names


def test_files_stay_small_enough_to_read() -> None:
    long = {path.relative_to(PACKAGE).as_posix(): len(path.read_text().splitlines()) for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts}
    assert {name: lines for name, lines in long.items() if lines > 360} == {}

"""Nothing that runs text as code, opens what others packed, or takes data for markup; each exception stands here with its reason."""

import ast
import re
from pathlib import Path

import pytest

import accord

PACKAGE = Path(accord.__file__).parent
FILES = [path for path in sorted(PACKAGE.rglob("*.py")) if not {"tests", "migrations"} & set(path.relative_to(PACKAGE).parts)]
TEMPLATES = sorted(PACKAGE.rglob("*.html"))
CALLS = {"eval", "exec", "__import__", "mark_safe", "csrf_exempt", "RawSQL", "extra"}
MODULES = {"pickle", "marshal", "shelve", "yaml", "dill"}
MEANT = {
    ("doors/web/templatetags/accord.py", "mark_safe"): "our own drawings, and what paper and templates have escaped",
}


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_text_becomes_code_or_markup(path: Path) -> None:
    here, found = path.relative_to(PACKAGE).as_posix(), []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            name = name_of(node)
            if name in CALLS and (here, name) not in MEANT:
                found.append(f"{name} in line {node.lineno}")
            if name in ("format_html", "format_html_join") and any(isinstance(one, ast.JoinedStr) for one in node.args):
                found.append(f"{name} of an f-string in line {node.lineno}")
            if any(one.arg == "shell" and getattr(one.value, "value", False) for one in node.keywords):
                found.append(f"a shell in line {node.lineno}")
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name.partition(".")[0] for alias in node.names} | {(getattr(node, "module", "") or "").partition(".")[0]}
            found += [f"{name} in line {node.lineno}" for name in names & MODULES]
    assert found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_template_lets_data_through_as_markup(path: Path) -> None:
    text = path.read_text()
    assert [word for word in ("|safe", "| safe", "|safeseq", "autoescape off", "<script>", " style=\"", "javascript:") if word in text] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_template_carries_a_handler(path: Path) -> None:
    assert re.findall(r"\son(?:click|load|error|submit|change|input|focus|blur|toggle|mouse\w+|key\w+)\s*=", path.read_text()) == []


def test_every_exception_is_still_needed() -> None:
    calls = [(path, node) for path in FILES for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    used = {(path.relative_to(PACKAGE).as_posix(), name_of(node)) for path, node in calls}
    assert set(MEANT) <= used

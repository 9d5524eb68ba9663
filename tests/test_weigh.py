"""`accord weigh FILE`: published decision problems within their tolerance, readable answers, and one clear sentence for any other file."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from accord.doors.cli.app import app
from tests.databases.prepared import lend_fonts

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "vectors" / "estimate.json"
TRUTHS = {case["id"]: case["truth"] for case in json.loads(CASES.read_text())["cases"]}
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def weigh(*arguments: object, stdin: str | None = None) -> Done:
    """The command in this process, run from the root of the house. A traceback is an error of the test."""
    with contextlib.chdir(ROOT):
        found = CliRunner().invoke(app, ["weigh", *map(str, arguments)], input=stdin)
    if found.exception and not isinstance(found.exception, SystemExit):
        raise found.exception
    return Done(found.exit_code, found.stdout, found.stderr)


def written(folder: Path, text: str | bytes, name: str = "case.json") -> Path:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return file


def case(**changed: Any) -> dict[str, Any]:
    return {"id": "a", "inputs": [{"name": "x", "dist": "normal", "mean": 0, "sd": 1}, {"name": "y", "dist": "uniform", "low": 0, "high": 1}],
            "options": [{"name": "stay", "expr": "0"}, {"name": "go", "expr": "x * y"}]} | changed


def document(*cases: dict[str, Any]) -> str:
    return json.dumps({"schema": "accord-voi-cases/1", "cases": list(cases) or [case()]})


@pytest.fixture(scope="module")
def weighed() -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", "accord", "weigh", str(CASES), "--json"], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return {entry["id"]: entry for entry in json.loads(done.stdout)["cases"]}


@pytest.mark.parametrize("name", TRUTHS)
def test_each_published_case_is_answered_within_its_tolerance(weighed: dict[str, Any], name: str) -> None:
    truth, found = TRUTHS[name], weighed[name]
    assert found["evpi"]["value"] == pytest.approx(truth["evpi"]["value"], abs=truth["evpi"]["accept_abs"])
    answers = {frozenset(entry["inputs"]): entry["value"] for entry in found["evppi"]}
    for asked in truth["evppi"]:
        assert answers[frozenset(asked["inputs"])] == pytest.approx(asked["value"], abs=asked["accept_abs"]), asked["inputs"]
    for option, value in truth["expected_value"].items():
        assert found["expected_value"][option]["value"] == pytest.approx(value, abs=truth["evpi"]["accept_abs"])


def test_the_cases_come_in_the_order_of_the_file(weighed: dict[str, Any]) -> None:
    assert list(weighed) == list(TRUTHS)


def test_the_chances_of_being_best_add_up_to_one(weighed: dict[str, Any]) -> None:
    for found in weighed.values():
        assert sum(chance["value"] for chance in found["p_best"].values()) == pytest.approx(1)


def test_the_json_has_these_keys_and_no_others(weighed: dict[str, Any]) -> None:
    for found in weighed.values():
        assert list(found) == ["id", "expected_value", "p_best", "evpi", "evppi"]
        assert all(set(entry) == {"inputs", "value", "se"} for entry in found["evppi"])
        assert all(set(figure) == {"value", "se"} for figure in [found["evpi"], *found["expected_value"].values(), *found["p_best"].values()])


def test_every_input_and_every_named_group_has_one_entry(tmp_path: Path) -> None:
    three = [{"name": name, "dist": "normal", "mean": 0, "sd": 1} for name in "xyz"]
    truth = {"evppi": [{"inputs": ["x"], "value": "never read"}, {"inputs": ["z", "y"]}, {"inputs": ["y", "x"], "value": None}]}
    file = written(tmp_path, document(case(inputs=three, groups=[["x", "y"], {"name": "all", "inputs": ["x", "y", "z"]}], truth=truth)))
    (found,) = json.loads(weigh(file, "--json").stdout)["cases"]
    assert [entry["inputs"] for entry in found["evppi"]] == [["x"], ["y"], ["z"], ["x", "y"], ["x", "y", "z"], ["z", "y"]]


def test_truths_are_never_read(tmp_path: Path) -> None:
    """The same file without its answers, or with wrong ones, is answered the same."""
    data = json.loads(CASES.read_text())
    for entry in data["cases"]:
        entry["truth"] = {"evppi": [{"inputs": asked["inputs"], "value": 1e9} for asked in entry["truth"]["evppi"]]}
    assert weigh(written(tmp_path, json.dumps(data)), "--json").stdout == weigh(CASES, "--json").stdout


def test_the_answer_is_the_same_twice_and_by_another_name(tmp_path: Path) -> None:
    file = written(tmp_path, EXAMPLES[0].read_text(), "again.toml")
    assert weigh(EXAMPLES[0], "--json").stdout == weigh(file, "--json").stdout


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_fits_eighty_columns(file: Path) -> None:
    done = weigh(file)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(len(line) <= 80 for line in done.stdout.split("\n"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_example_says_what_it_found_and_what_to_ask(file: Path) -> None:
    said = weigh(file).stdout
    assert "orth solving" in said
    assert ("Ask next" in said) != ("Most worth finding out" in said)


def test_among_the_examples_one_asks_and_one_says_that_nothing_is_worth_asking() -> None:
    said = [weigh(file).stdout for file in EXAMPLES]
    assert any("Ask next" in one for one in said)
    assert any("Nothing is worth asking" in one for one in said)


def test_the_readme_shows_what_the_command_prints() -> None:
    shown = (ROOT / "README.md").read_text().split("$ python3 run.py weigh examples/locked-out.toml\n", 1)[1].split("```", 1)[0]
    assert shown.strip() == weigh("examples/locked-out.toml").stdout.strip()


def test_a_brief_in_markdown_and_in_pdf_carries_the_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf import PdfReader

    lend_fonts(tmp_path / "accord")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    screen = weigh(EXAMPLES[0], "--brief", tmp_path / "brief.md").stdout
    weigh(EXAMPLES[0], "--brief", tmp_path / "brief.pdf")
    markdown = (tmp_path / "brief.md").read_text()
    pdf = " ".join(page.extract_text() for page in PdfReader(tmp_path / "brief.pdf").pages).replace("\u00a0", " ")
    figures = [word for word in screen.replace("\u00a0", " ").split() if word.strip("−").startswith(("CHF", "€")) and any(c.isdigit() for c in word)]
    for figure in figures:
        assert figure.strip(".();") in markdown.replace("\u00a0", " ")
        assert figure.strip(".();") in pdf


NO_NOTHING = """
schema = "accord-case/1"
id = "screening"
title = "Which screening"
[[quantities]]
name = "years won"
low = 0.01
high = 0.05
[[options]]
name = "Every year"
expr = "12 + years won"
[[options]]
name = "Every second year"
expr = "12.02 + years won / 2"
"""


def test_a_case_where_no_option_is_doing_nothing_has_a_brief_with_the_figures_of_the_screen(tmp_path: Path) -> None:
    (tmp_path / "screening.toml").write_text(NO_NOTHING)
    done = weigh(tmp_path / "screening.toml", "--brief", tmp_path / "brief.md")
    told = (tmp_path / "brief.md").read_text().replace("\\", "")
    rows = [line.split("12.0")[1:] for line in done.stdout.splitlines() if line.strip().startswith("Every") and "of 20" in line]
    assert done.returncode == 0 and len(rows) == 2
    assert all(f"12.0{figure.split()[0]}" in told for row in rows for figure in row)
    assert "doing nothing" not in told.lower()


def test_a_brief_in_the_shell_needs_no_django(tmp_path: Path) -> None:
    code = "import sys; from accord.__main__ import app; app(sys.argv[1:], standalone_mode=False); sys.exit('django' in sys.modules)"
    command = [sys.executable, "-c", code, "weigh", str(ROOT / EXAMPLES[0]), "--brief", str(tmp_path / "brief.md")]
    assert subprocess.run(command, capture_output=True).returncode == 0


def test_a_brief_of_an_unknown_kind_is_refused_before_anything_is_weighed(tmp_path: Path) -> None:
    done = weigh(EXAMPLES[0], "--brief", tmp_path / "brief.docx")
    assert (done.returncode, done.stdout, ".pdf or .md" in done.stderr) == (2, "", True)


def test_a_case_may_come_from_a_pipe() -> None:
    assert weigh("-", "--json", stdin=EXAMPLES[0].read_text()).stdout == weigh(EXAMPLES[0], "--json").stdout


def test_neither_django_nor_scipy_stats_is_loaded() -> None:
    looked = "import sys; from accord.doors.cli.app import app; app(['weigh', 'examples/night-printing.toml'], standalone_mode=False); " \
             "print([name for name in ('django', 'scipy.stats', 'pandas') if name in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", looked], capture_output=True, text=True, cwd=ROOT)
    assert done.stderr.strip() == "[]"


GO = {"name": "go", "expr": "x"}
HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "line 1, column 1"), "a number": ("12", "table"), "null": ("null", "table"), "a list": ("[]", "table"), "no schema": ("{}", "schema"),
    "another schema": ('{"schema": "other/9"}', "other/9"), "deep": ("[" * 200_000, "nested too deeply"),
    "deep tables": ('{"a":' * 3000 + "1" + "}" * 3000, "nested"),
    "cut off": (document()[:-3], "line 1, column"), "ten megabytes": (b" " * 10_000_000, "larger than 2 MB"), "not text": (b"\xff\xfe\x00\x01", "UTF-8"),
    "many digits": ('{"a": ' + "9" * 9000 + "}", "too many digits"), "twice": (document().replace('"id"', '"id": "b", "id"'), "given twice"),
    "not a number": (document().replace('"sd": 1', '"sd": NaN'), "cases[0].inputs[0].sd"), "infinite": (document().replace('"sd": 1', '"sd": 1e999'), "finite"),
    "true": (document().replace('"sd": 1', '"sd": true'), "a number is expected"), "a text": (document(case(inputs="x")), "cases[0].inputs"),
    "no option": (document(case(options=[])), "at least one"), "half a letter": (document(case(id="\ud800")), "half a letter"),
    "unknown in a group": (document(case(groups=[["x", "moon"]])), "“moon” is not an input"),
    "a strange group": (document(case(groups=[[["x"]]])), "groups[0]"),
    "a strange truth": (document(case(truth={"evppi": 3})), "truth.evppi"), "no average": (document(case(inputs=[{"name": "x", "dist": "pareto", "xm": 1,
                                                                                                        "alpha": 0.9}])), "no average"),
    "too wide": (document(case(inputs=[{"name": "x", "dist": "lognormal", "mu": 500, "sigma": 300}])), "too large"),
    "code": (document(case(options=[{"name": "a", "expr": "__import__('os').system('id')"}, GO])), "no function"),
    "powers": (document(case(options=[{"name": "a", "expr": "9^9^9^9"}, GO])), "not a finite number"),
    "brackets": (document(case(options=[{"name": "a", "expr": "(" * 900 + "x" + ")" * 900}, GO])), "deep"),
    "by zero": (document(case(options=[{"name": "a", "expr": "1 / (x - x)"}, GO])), "cases[0].options[0].expr"),
    "too many cases": (document(*[case(id=str(k)) for k in range(201)]), "the most is 200"),
    "too large": (document(case(inputs=[{"name": f"x{k}", "dist": "normal", "mean": 0, "sd": 1} for k in range(500)],
                                options=[{"name": f"o{k}", "expr": f"x{k}"} for k in range(50)])), "too large to weigh"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_any_other_file_ends_in_one_clear_sentence(kind: str, tmp_path: Path) -> None:
    text, says = HOSTILE[kind]
    done = weigh(written(tmp_path, text), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr


@pytest.mark.parametrize(("text", "name"), [(document(), "bom.json"), (document().replace(", ", ",\r\n"), "windows.json")])
def test_a_byte_order_mark_and_windows_lines_are_no_mistakes(text: str, name: str, tmp_path: Path) -> None:
    assert weigh(written(tmp_path, "\ufeff" + text, name), "--json").returncode == 0


@pytest.mark.parametrize("file", ["nowhere.json", ".", "/dev/zero"])
def test_what_cannot_be_read_is_said(file: str) -> None:
    done = weigh(file)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_a_mistake_in_a_formula_is_shown_with_a_caret(tmp_path: Path) -> None:
    wrong = EXAMPLES[0].read_text().replace("hours correcting * hour", "hours corrected * hour")
    said = weigh(written(tmp_path, wrong, "case.toml")).stderr.split("\n")
    assert "steps[1].expr: “hours corrected” is not known here. Did you mean “hours correcting”?" in said[0]
    assert said[3].index("^") == said[2].index("hours corrected")


def test_nothing_in_a_file_reaches_the_terminal_as_an_order(tmp_path: Path) -> None:
    done = weigh(written(tmp_path, document(case(id="\x1b[31mred", title="\x1b]0;title\x07"))))
    assert "\x1b" not in done.stdout + done.stderr

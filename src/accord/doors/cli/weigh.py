"""`accord weigh FILE`: a value case from a file, weighed. Needs no database and no identity."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

MOST_BYTES = 10_000_000


def weigh(
    file: Annotated[Path, typer.Argument(help="The case or cases: JSON (accord-voi-cases/1).", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print only the figures, as JSON.")] = False,
) -> None:
    """Weigh a value case: options, the chance that each is best, and what is most worth finding out."""
    from accord.base.estimate import knowing, reading, together
    from accord.base.estimate import runs as weighing
    from accord.base.estimate.errors import CaseError
    from accord.doors.cli.progress import Progress

    try:
        cases = reading.read_json(_read(file))
        results: list[dict[str, Any]] = []
        with Progress("Weighing", sum(1 + len(case.groups) for case in cases)) as progress:
            for k, case in enumerate(cases):
                try:
                    runs = weighing.run(case, weighing.REPORT)
                except weighing.NotFinite as error:
                    raise CaseError(str(error), f"cases[{k}].{error.where}") from None
                progress.advance()
                results.append(_figures(runs, knowing.singles(runs)))
                for names in case.groups:
                    results[-1]["evppi"].append({"inputs": list(names), **_figure(together.group(case, names, weighing.REPORT))})
                    progress.advance()
    except CaseError as error:
        print(f"{file}: {error}" + (f"\n\n{error.sketch}" if error.sketch else ""), file=sys.stderr)
        raise typer.Exit(2) from None
    if as_json:
        print(json.dumps({"cases": results}, indent=1, ensure_ascii=False))
    else:
        _show(results)


def _read(file: Path) -> str:
    from accord.base.estimate.errors import CaseError

    try:
        if file.stat().st_size > MOST_BYTES:
            raise CaseError(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Split it.", "the file")
        return file.read_text("utf-8-sig")
    except OSError as error:
        raise CaseError(f"It cannot be read: {error.strerror}.", "the file") from None
    except UnicodeDecodeError as error:
        raise CaseError("It is not UTF-8 text. Save it as UTF-8.", f"byte {error.start}") from None


def _figure(figure: Any) -> dict[str, float]:
    return {"value": float(f"{figure.value:.12g}"), "se": float(f"{figure.se:.6g}")}


def _figures(runs: Any, singles: list[Any]) -> dict[str, Any]:
    names = [option.name for option in runs.case.options]
    return {
        "id": runs.case.id,
        "expected_value": {name: _figure(f) for name, f in zip(names, runs.expected_value(), strict=True)},
        "p_best": {name: _figure(f) for name, f in zip(names, runs.chance_best(), strict=True)},
        "evpi": _figure(runs.evpi()),
        "evppi": [{"inputs": [name], **_figure(f)} for name, f in zip(runs.case.names, singles, strict=True)],
    }


def _show(results: list[dict[str, Any]]) -> None:
    for result in results:
        print(result["id"])
        width = max(len(name) for name in result["expected_value"])
        for name, value in result["expected_value"].items():
            print(f"  {name:{width}}  on average {value['value']:>14,.4g}   best in {20 * result['p_best'][name]['value']:.0f} of 20 futures")
        print(f"  Knowing everything would be worth {result['evpi']['value']:,.4g}")
        for entry in sorted(result["evppi"], key=lambda e: -e["value"])[:3]:
            print(f"    {' and '.join(entry['inputs'])}: {entry['value']:,.4g}")

"""Running the suite on the second database beside the first, as one run with one count.

The first process starts another pytest on PostgreSQL, which writes each report to a file; the first reads them as if they were its own, so
its last line counts both and any failure there fails the whole. Tests that touch a database run in both. Those that need none run once, in
the second, because the first has the browser and would be at work when the second is done; and so do those that say `one_database`.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

REPORTS = "ACCORD_TEST_REPORTS"


class Writer:
    """In the second process: keep what touches a database or needs none, write the reports."""

    def __init__(self, path: str) -> None:
        self.file = Path(path).open("a")  # noqa: SIM115  (closed with the process)

    def _tell(self, **line: Any) -> None:
        self.file.write(json.dumps(line, default=str) + "\n")
        self.file.flush()

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        keep(config, items, lambda item: needs_none(item) or any_will_do(item) or (touches_database(item) and not only_looks(item)))
        self.both = {item.nodeid for item in items if touches_database(item) and not any_will_do(item)}
        self._tell(collected=len(items))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._tell(both=report.nodeid in self.both, report=self.config.hook.pytest_report_to_serializable(config=self.config, report=report))

    @pytest.hookimpl
    def pytest_configure(self, config: pytest.Config) -> None:
        self.config = config


def keep(config: pytest.Config, items: list[pytest.Item], wanted: Callable[[pytest.Item], bool]) -> None:
    config.hook.pytest_deselected(items=[item for item in items if not wanted(item)])
    items[:] = [item for item in items if wanted(item)]


def touches_database(item: pytest.Item) -> bool:
    return item.get_closest_marker("django_db") is not None or bool({"_django_db_helper", "cast"} & {*getattr(item, "fixturenames", ())})


def only_looks(item: pytest.Item) -> bool:
    """How a page looks does not depend on the database; a browser test that walks a whole road says `both_databases`."""
    return "browser" in item.path.parts and item.get_closest_marker("both_databases") is None


def any_will_do(item: pytest.Item) -> bool:
    """`one_database`: it reads what Accord answers, which does not depend on where the rows are; so it runs once, in the second."""
    return item.get_closest_marker("one_database") is not None


def needs_none(item: pytest.Item) -> bool:
    """Neither a database nor an installation or a story on the first one."""
    return not touches_database(item) and not only_looks(item) and not {"django_db_setup", "seeded_installation"} & {*getattr(item, "fixturenames", ())}


class Second:
    """In the first process: the other pytest, and its reports."""

    def __init__(self, home: Path) -> None:
        self.reports, self.output = home / "reports", home / "output"
        self.process: subprocess.Popen[bytes] | None = None

    def _start(self, config: pytest.Config) -> None:
        self.reports.touch()
        environment = {**os.environ, "ACCORD_TEST_DATABASE": "postgresql", REPORTS: str(self.reports)}
        for name in ("DJANGO_SETTINGS_MODULE", "ACCORD_HOME", "ACCORD_DATABASE"):
            environment.pop(name, None)
        command = [sys.executable, "-m", "pytest", *map(str, config.invocation_params.args)]
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(command, cwd=config.invocation_params.dir, env=environment, stdout=output, stderr=output)

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        keep(config, items, lambda item: not needs_none(item) and not any_will_do(item))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Iterator[None]:
        if session.config.option.collectonly:
            return (yield)
        self._start(session.config)
        result = yield
        self._take_over(session)
        return result

    def _take_over(self, session: pytest.Session) -> None:
        for line in self._lines():
            if "collected" in line:
                session.testscollected += line["collected"]
                continue
            report = session.config.hook.pytest_report_from_serializable(config=session.config, data=line["report"])
            report.nodeid += " (postgresql)" if line["both"] else ""
            session.config.hook.pytest_runtest_logreport(report=report)
        if self.process.returncode not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED):  # type: ignore[union-attr]
            self._broke(session)

    def _lines(self) -> Iterator[dict[str, Any]]:
        """Each report as it comes, until the process has ended and all was read."""
        with self.reports.open() as file:
            rest = ""
            while True:
                ended = self.process.poll() is not None  # type: ignore[union-attr]
                rest += file.read()
                *whole, rest = rest.split("\n")
                yield from map(json.loads, whole)
                if ended:
                    return
                time.sleep(0.1)

    def _broke(self, session: pytest.Session) -> None:
        told = self.output.read_text(errors="replace")[-3000:]
        report = pytest.TestReport("the suite (postgresql)", ("the suite", None, ""), {}, "failed", told, "call")
        session.config.hook.pytest_runtest_logreport(report=report)

    def pytest_unconfigure(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)

"""What the benches of pages have in common: a database of its own for each size, how often a page asks it, how long it takes, and the table of both."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def databases(wanted: str) -> Iterator[tuple[str, Any]]:
    """SQLite, and PostgreSQL where one can be started; wanted: one of them only, empty for both."""
    if wanted != "postgresql":
        yield "SQLite", None
    if wanted != "sqlite":
        sys.path[:0] = [str(ROOT), str(ROOT / "src")]
        from tests.databases.postgresql import NotHere, Server

        try:
            server = Server()
        except NotHere as absent:
            return print(f"PostgreSQL: not measured, {absent}")
        try:
            yield "PostgreSQL", server
        finally:
            server.stop()


def apart(script: str, server: Any, name: str, *more: str) -> str:
    """What a bench prints in a process of its own, with a migrated database of that name. more: how it is called there."""
    with tempfile.TemporaryDirectory() as home:
        own = {"ACCORD_HOME": home, "ACCORD_MODE": "test", "DJANGO_SETTINGS_MODULE": "accord.site.settings", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        if server:
            server.make(name)
            own |= {"ACCORD_DATABASE": server.address("accord_app", name), "ACCORD_DATABASE_OWNER": server.address("accord_owner", name)}
        subprocess.run([sys.executable, "-m", "accord", "migrate"], env=os.environ | own, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return subprocess.run([sys.executable, script, *more], env=os.environ | own, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True).stdout


def questions(browser: Any, path: str) -> int:
    from django.db import connection

    asked: list[str] = []

    def count(run, sql, *rest):
        asked.append(sql)
        return run(sql, *rest)

    with connection.execute_wrapper(count):
        assert browser.get(path).status_code == 200
    return len(asked)


def seconds(browser: Any, path: str, clock: Callable[[], float]) -> float:
    began = clock()
    browser.get(path)
    return clock() - began


def table(head: str, count: int, things: str, pages: Iterable[str], few: Mapping[str, Any], many: Mapping[str, Any]) -> None:
    """few, many: by page, its seconds and questions at count and at ten times that."""
    print(f"{head:<28}{f'work at {count * 10}{things}':>24}{f'times that at {count}':>22}{'questions':>12}")
    for page in pages:
        work, asked = many[page]["seconds"], many[page]["questions"]
        more = "" if asked == few[page]["questions"] else f" (was {few[page]['questions']})"
        print(f"{page:<28}{work * 1000:>21.0f} ms{work / few[page]['seconds']:>22.1f}{asked:>12}{more}")

"""What the benches of pages have in common: how often a page asks the database, how long it takes, and the table of both at two sizes."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any


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
    print(f"{head:<14}{f'work at {count * 10}{things}':>24}{f'times that at {count}':>22}{'questions':>12}")
    for page in pages:
        work, asked = many[page]["seconds"], many[page]["questions"]
        more = "" if asked == few[page]["questions"] else f" (was {few[page]['questions']})"
        print(f"{page:<14}{work * 1000:>21.0f} ms{work / few[page]['seconds']:>22.1f}{asked:>12}{more}")

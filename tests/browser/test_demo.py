"""The demo as its reader gets it: started by the command, walked as each of its people, checked by `verify` and `doctor`."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from accord.doors.demo import seed
from accord.doors.demo.faces import FACES, FIRST

pytestmark = pytest.mark.one_database

SOURCE = Path(seed.__file__).resolve().parents[3]
NAME = re.compile(r"(?<=/demo/mail/)[^/]+|[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{48}|\d{8}T\d+-[0-9a-f-]+")
OF_ONE_KIND = {1440: 2, 375: 1}  # pages that differ only in whose they are: so many are opened at a width by the first, one by the others
LEFT_OUT = ("/accounts/logout/", "/demo/as/", "/static/", "/file/toml/", "/file/xlsx/", "/file/json/")  # signing out, and files
LINKS = """() => [...document.querySelectorAll('a[href], iframe[src]')].filter(a => !a.hasAttribute('download'))
    .map(a => new URL(a.getAttribute('href') || a.getAttribute('src'), document.baseURI).href)"""


@dataclass(frozen=True)
class Demo:
    address: str
    environment: dict[str, str]

    def accord(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "accord", *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """`accord demo` on a free port, with a cold cache."""
    root = tmp_path_factory.mktemp("demo")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("ACCORD_", "DJANGO_"))} | {"PYTHONPATH": str(SOURCE)}
    command = [sys.executable, "-m", "accord", "demo", "--no-browser", "--home", str(root), "--port", str(port)]
    process = subprocess.Popen(command, env=plain, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert any("signs you in" in line for line in iter(process.stdout.readline, ""))
        yield Demo(f"http://localhost:{port}", plain | seed.environment(root / str(port), port))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
        if process.stdout:
            process.stdout.close()


def kind(address: str) -> str:
    path = urlsplit(address).path
    return NAME.sub("*", path.replace("/brightwell/", "/alder-mutual/"))


def walk(page: Page, start: str, of_one_kind: int) -> Iterator[tuple[str, int, list[str]]]:
    """Every page that links lead to, a few of each kind: path, status, what the console said."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    ahead, seen, counted = [start], {start}, dict[str, int]()
    while ahead:
        address = ahead.pop(0)
        counted[kind(address)] = counted.get(kind(address), 0) + 1
        if counted[kind(address)] > of_one_kind:
            continue
        said.clear()
        answer = page.goto(address)
        yield urlsplit(address).path, answer.status if answer else 0, list(said)
        for link in page.evaluate(LINKS):
            link = link.partition("#")[0]
            if link.startswith(start) and link not in seen and not any(part in link for part in LEFT_OUT):
                seen.add(link)
                ahead.append(link)


@pytest.mark.parametrize("width", [1440, 375])
@pytest.mark.parametrize("who", FACES, ids=lambda face: face.role)
def test_every_page_is_there_and_quiet(demo: Demo, chromium: Browser, who, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, has_touch=width < 500, reduced_motion="reduce")
    try:
        page = context.new_page()
        page.goto(demo.address + "/demo/")
        if who is not FIRST:
            with page.expect_navigation():
                page.evaluate("role => document.querySelector(`.demo button[value=${role}]`).click()", who.role)
        found = list(walk(page, demo.address + "/", OF_ONE_KIND[width] if who is FIRST else 1))
    finally:
        context.close()
    assert [one for one in found if one[1] != 200 or one[2]] == []
    assert len(found) > 20


def test_the_journals_of_the_story_are_whole(demo: Demo) -> None:
    done = demo.accord("verify")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("whole") == 2


def test_the_doctor_finds_nothing_wrong(demo: Demo) -> None:
    done = demo.accord("doctor")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_look_from_elsewhere_in_the_house_signs_nobody_in(demo: Demo) -> None:
    asked = urllib.request.Request(demo.address + "/demo/", headers={"X-Forwarded-For": "192.0.2.7"})
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(asked)

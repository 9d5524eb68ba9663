"""A real browser for tests: any page, at any width, in both themes, as anybody, with the checks every page must pass.

    def test_something(open_page):
        seen = open_page("/styleguide/", width=375, theme="dark")
        seen.is_well()

Chromium is $ACCORD_CHROMIUM, one that the system has, or Playwright's own; without one the tests are skipped and say so.
With ACCORD_SHOTS set to a folder, `is_well` and `shot` leave pictures there.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright, sync_playwright

from accord.doors.web import fonts

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps a loop in this thread; Django's own queries are not in it

HEIGHTS = {1440: 900, 768: 1024, 375: 812, 320: 640}
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}, "resultTypes": ["violations"]}
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = "() => { const e = document.activeElement; return e ? (e.getAttribute('aria-label') || e.innerText || '').trim().replace(/\\s+/g, ' ') : '' }"


@dataclass
class Seen:
    """A page in front of somebody."""

    page: Page
    width: int
    theme: str
    complaints: list[str] = field(default_factory=list)

    def is_well(self, name: str = "") -> None:
        """Nothing found by axe, no sideways scroll, a quiet console (a broken security policy is loud there)."""
        if name:
            self.shot(name)
        self.is_accessible()
        self.fits()
        self.is_quiet()

    def is_accessible(self) -> None:
        found = Axe().run(self.page, options=RULES)
        assert found.violations_count == 0, found.generate_report()

    def fits(self) -> None:
        assert self.page.evaluate(WIDER) <= 0, f"{self.page.url} is wider than {self.width} px"

    def is_quiet(self) -> None:
        assert self.complaints == []

    def reach(self, words: str, within: int = 60) -> None:
        """Go to the button, link or field of these words with the Tab key alone."""
        for _ in range(within):
            self.page.keyboard.press("Tab")
            if words in self.page.evaluate(FOCUSED):
                return
        raise AssertionError(f"{within} presses of Tab did not reach {words!r}")

    def shot(self, name: str) -> None:
        if folder := os.environ.get("ACCORD_SHOTS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=Path(folder) / f"{name}-{self.width}-{self.theme}.png", full_page=True)


def _launch(playwright: Playwright) -> Browser:
    found = os.environ.get("ACCORD_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    try:
        return playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
    except Error as wrong:
        pytest.skip(f"no browser: set ACCORD_CHROMIUM or install chromium ({str(wrong).splitlines()[0]})")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    fonts.prepare()
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        yield browser
        browser.close()


def _sign_in(context: BrowserContext, account: Any, address: str) -> None:
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": address}])


@pytest.fixture
def open_page(chromium: Browser, live_server: Any) -> Iterator[Callable[..., Seen]]:
    """open_page(path, width=1440, theme="light", account=None, scripts=True) in a browser of its own; give `beside` a Seen to share its cookies."""
    contexts: list[BrowserContext] = []

    def open_(path: str, *, width: int = 1440, theme: str = "light", account: Any = None, scripts: bool = True, beside: Seen | None = None) -> Seen:
        context = beside.page.context if beside else chromium.new_context(
            viewport={"width": width, "height": HEIGHTS.get(width, 900)}, color_scheme=theme, java_script_enabled=scripts, locale="en-GB",
            has_touch=width < 500, reduced_motion="reduce",
        )
        contexts.append(context)
        if account is not None:
            _sign_in(context, account, live_server.url)
        seen = Seen(context.new_page(), width, theme)
        seen.page.on("console", lambda message: seen.complaints.append(message.text) if message.type in ("error", "warning") else None)
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.goto(live_server.url + path)
        return seen

    yield open_
    for context in contexts:
        context.close()

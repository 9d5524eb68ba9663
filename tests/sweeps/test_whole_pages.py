"""What a page opens it closes, in order: a part that lost its end, or has one too many, shows here and not as a broken page."""

from html.parser import HTMLParser

import pytest

from . import addresses
from .conftest import World

pytestmark = pytest.mark.one_database

KEPT_IN_PAIRS = {
    "article", "aside", "blockquote", "button", "details", "div", "dl", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "header", "main", "nav", "ol",
    "section", "select", "table", "tbody", "thead", "ul",
}


class Pairs(HTMLParser):
    """What is open, and what was closed without being so."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in KEPT_IN_PAIRS:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in KEPT_IN_PAIRS:
            if self.open[-1:] == [tag]:
                self.open.pop()
            else:
                self.wrong.append(f"</{tag}> at line {self.getpos()[0]} inside {self.open[-1:]}")


def out_of_step(page: str) -> list[str]:
    found = Pairs()
    found.feed(page)
    return [*found.wrong, *(f"<{tag}> is never closed" for tag in found.open)]


def test_a_part_without_its_end_is_found() -> None:
    assert out_of_step("<section><dl></section>") == ["</section> at line 1 inside ['dl']", "<section> is never closed", "<dl> is never closed"]


def test_every_page_closes_what_it_opens(world: World) -> None:
    browser, wrong = world.signed_in("fiona"), {}
    for address in addresses.every():
        answer = browser.get(address.path(world.cast.alder, address.own(world.cast.alder)))
        if answer.status_code == 200 and answer.headers.get("Content-Type", "").startswith("text/html"):
            wrong[address.name] = out_of_step(answer.content.decode())
    assert {name: said for name, said in wrong.items() if said} == {}
    assert len(wrong) > 20

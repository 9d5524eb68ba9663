"""What a page says to its reader, and which of it is not in the reader's language."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

SAID = {"title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "label", "hx-confirm", "data-said"}
SILENT = {"script", "style", "code", "kbd", "samp", "pre", "template"}  # what is in them is for machines, or is what is to be typed
NO_LANGUAGE = re.compile(
    r"\S+@\S+|acc_…\w+|https?://\S+|\baccord [a-z]+\b|\bAccord\b|\b(?:PDF|Markdown|PowerPoint|Excel|TOML|JSON|CSV)\b|\bEUR\b|"
    r"\bCISO Assistant\b|\bServiceNow\b"
)
LETTERS = re.compile(r"[A-Za-z]{2,}|\b[A-Za-z]\b")


class Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in SILENT:
            self._silent.append(tag)
        self.found += [given[name] or "" for name in SAID if name in given]
        if (tag == "input" and given.get("type") not in ("hidden", "checkbox", "radio")) or (tag == "meta" and given.get("name") == "description"):
            self.found.append(given.get("value") or given.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append(data)


def texts(page: str) -> list[str]:
    """Every text of a page that somebody reads or hears."""
    reader = Texts()
    reader.feed(page)
    return reader.found


def plain(said: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """The texts with plain letters in them that no person wrote. `known` is what people wrote."""
    theirs = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(known, key=len, reverse=True)))
    for text in said:
        if LETTERS.search(NO_LANGUAGE.sub("", theirs.sub("", text))):
            yield " ".join(text.split())

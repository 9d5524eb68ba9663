"""A language that nobody speaks: every sentence the code hands to gettext, with each of its letters written as another.

What comes out with a plain letter in it was not handed to gettext. Wherever the sentences of Django and allauth show on our pages, theirs
are written the same way, from the German they bring along.
"""

import gettext
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import allauth
import django
import polib
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

import accord

SOURCE = Path(accord.__path__[0])
KEYWORDS: dict[str, Any] = DEFAULT_KEYWORDS | {
    "gettext_lazy": None, "gettext_noop": None, "ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2), "npgettext_lazy": ((1, "c"), 2, 3),
}
PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
OTHER = "ÅƁĆĎÉƑĜĤÎĴĶĹḾŃÓƤɊŔŠŤÛṼŴẊÝŽåƀćďéƒĝĥîĵķĺḿńóƥɋŕšťûṽŵẋýž"
KEPT = re.compile(r"%\(\w+\)[sd]|%%|%[sdrif]|%\.\d[fg]|\{[\w.!:,]*\}|<[^>]+>|&\w+;|\\x[0-9a-f]{2}")  # placeholders, tags, entities

Key = tuple[str | None, str]


def other(text: str) -> str:
    """The sentence in the language that nobody speaks; what is filled in later keeps its place."""
    table, parts, last = str.maketrans(PLAIN, OTHER), [], 0
    for found in KEPT.finditer(text):
        parts += [text[last : found.start()].translate(table), found[0]]
        last = found.end()
    return "".join(parts) + text[last:].translate(table)


def messages() -> Iterator[tuple[str | None, str, str | None]]:
    """(context, sentence, its plural) of everything we say, found in the code and the templates."""
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in (".py", ".html", ".txt") and not {"tests", "migrations", "static"} & set(path.parts):
            text = path.read_text()
            code = text if path.suffix == ".py" else "\n".join(line.strip() for line in templatize(text).splitlines())
            for _line, found, _comments, context in extract("python", io.BytesIO(code.encode()), KEYWORDS):
                one, *more = (found,) if isinstance(found, str) else found
                yield context, one, more[0] if more else None


def ours() -> dict[Key, polib.POEntry]:
    found = {}
    for context, one, many in messages():
        if many:
            found[context, one] = polib.POEntry(msgid=one, msgctxt=context, msgid_plural=many, msgstr_plural={0: other(one), 1: other(many)})
        else:
            found.setdefault((context, one), polib.POEntry(msgid=one, msgctxt=context, msgstr=other(one)))
    return found


def theirs() -> dict[Key, polib.POEntry]:
    """What Django and allauth say in German, in other letters."""
    found = {}
    for package in (django, allauth):
        for file in sorted(Path(package.__path__[0]).rglob("locale/de/LC_MESSAGES/django.mo")):
            for one in polib.mofile(str(file)):
                many = {at: other(text) for at, text in one.msgstr_plural.items()}
                found[one.msgctxt, one.msgid] = polib.POEntry(
                    msgid=one.msgid, msgctxt=one.msgctxt, msgid_plural=one.msgid_plural, msgstr=other(one.msgstr), msgstr_plural=many
                )
    return found


def write(place: Path) -> gettext.GNUTranslations:
    """Compile it as German into `place`, a folder for LOCALE_PATHS, and read it as a program without Django does."""
    folder = place / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    book = polib.POFile()
    book.metadata = {"Content-Type": "text/plain; charset=utf-8", "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    book.extend((theirs() | ours()).values())
    book.save_as_mofile(str(folder / "django.mo"))
    with (folder / "django.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)

"""The files a brief can be taken home as. The web page and its print are the fourth form."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.text import slugify

from accord.base import registry
from accord.base.paper import fonts, markdown, pdf, slides
from accord.base.paper.document import Document


@dataclass(frozen=True)
class Form:
    """mime: what it is, for browsers."""

    mime: str
    make: Callable[[Document], bytes]


def _faces() -> Path:
    return fonts.faces(Path(settings.OPTIONS.home) / "fonts")


FORMS = {
    "pdf": Form("application/pdf", lambda document: pdf.render(document, _faces())),
    "pptx": Form("application/vnd.openxmlformats-officedocument.presentationml.presentation", lambda document: slides.render(document, _faces())),
    "md": Form("text/markdown; charset=utf-8", lambda document: markdown.render(document).encode()),
}


def made(document: Document, form: str) -> bytes:
    """The document as a file. Raises NotThere for a form there is none of."""
    if form not in FORMS:
        raise registry.NotThere(form)
    return FORMS[form].make(document)


def name(title: str, number: int, form: str) -> str:
    """The file's name: what it is about, and which version."""
    return f"{slugify(title)[:60] or 'brief'}-{number}.{form}" if number else f"{slugify(title)[:60] or 'brief'}.{form}"

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pypdf
import pytest
from markdown_it import MarkdownIt
from pptx import Presentation

from accord.base.paper import markdown, pdf, slides, web_document
from accord.base.paper.charts import Moment, change
from accord.base.paper.document import Block, Document, FigureBlock, Heading, Paragraph, numbers_in
from accord.base.paper.tests.examples import VOICE, brief

HOSTILE = [
    '#read("/etc/passwd")', '#eval("1+1") $x^2$ *bold* @ref <label>', "=cmd|'/c calc'!A0", "<script>alert(1)</script>", "</p><img src=x onerror=alert(1)>",
    "https://canary.example/leak", "![x](https://canary.example/pixel.png)", "[a](javascript:alert(1)) | cell |", "# heading\n\n- list\n> quote\n---",
    "{{ 7*7 }} {% debug %} {amount}", "_x0041_ ]]> &amp; &lt;b&gt;", '"quoted" \\ back\\u0041',
]


def pdf_text(made: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)


def slide_text(made: bytes) -> str:
    return "\n".join(text for slide in Presentation(io.BytesIO(made)).slides for shape in slide.shapes for text in _shape(shape))


def _shape(shape: Any) -> list[str]:
    if shape.has_text_frame:
        return [shape.text_frame.text]
    return [cell.text for row in shape.table.rows for cell in row.cells] if shape.has_table else []


def web_text(made: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", made))


def markdown_text(made: str) -> str:
    return re.sub(r"\\(.)", r"\1", made)


def squeezed(text: str) -> str:
    """Without spaces: forms break lines where they like."""
    return re.sub(r"\s+", "", text.replace("\u00ad", ""))


FORMS: dict[str, Callable[[Document, Path], str]] = {
    "web": lambda d, faces: web_text(web_document.render(d) + f"<p>{d.kicker} {d.title} {d.subtitle} {d.footer}</p>"),
    "pdf": lambda d, faces: pdf_text(pdf.render(d, faces)),
    "slides": lambda d, faces: slide_text(slides.render(d, faces)),
    "markdown": lambda d, faces: markdown_text(markdown.render(d)),
}


@pytest.mark.parametrize("form", list(FORMS))
def test_every_form_of_a_brief_carries_the_same_figures(form: str, faces: Path) -> None:
    document = brief()
    carried = squeezed(FORMS[form](document, faces))
    figures = document.figures()
    assert {"€57,000", "€80,000", "\u2212€58,000", "€300,000", "56%", "\u2212€270,000", "1,284", "€230,000", "34"} <= set(figures)
    assert [figure for figure in figures if squeezed(figure) not in carried] == []


@pytest.mark.parametrize("form", list(FORMS))
def test_no_form_of_a_brief_states_a_figure_of_its_own(form: str, faces: Path) -> None:
    """Beyond the page's own: axis labels, slide numbers, list numbers."""
    document = brief()
    stated = {figure for figure in numbers_in(FORMS[form](document, faces)) if re.search(r"[€%]|\d,\d", figure)}
    axis = {figure for figure in stated if re.search(r"\dk$|^€0$", figure)}
    assert stated - axis <= set(document.figures())


@pytest.mark.parametrize("form", list(FORMS))
def test_every_form_of_a_brief_carries_every_word(form: str, faces: Path) -> None:
    document = brief()
    carried = squeezed(FORMS[form](document, faces))
    assert [text for text in document.texts() if squeezed(text) not in carried] == []


def test_the_native_chart_of_the_slides_holds_the_figures_of_the_table(faces: Path) -> None:
    charts = [shape.chart for slide in Presentation(io.BytesIO(slides.render(brief(), faces))).slides for shape in slide.shapes if shape.has_chart]
    names = ["Single sign-on", "Passwords that last 180 days", "Do nothing", "Password desk, day and night"]
    assert [list(chart.plots[0].categories) for chart in charts] == [names]
    assert list(charts[0].plots[0].series[0].values) == [11, 8, 1, 0]


def test_each_slide_has_a_title_and_each_picture_its_sentence(faces: Path) -> None:
    deck = Presentation(io.BytesIO(slides.render(brief(), faces)))
    assert all(slide.shapes.title is not None and slide.shapes.title.text for slide in deck.slides)
    described = [shape._element.nvPicPr.cNvPr.get("descr") for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    assert len(described) == 1
    assert described[0].startswith("Single sign-on: 15 of 20 equally likely futures gain")


def test_the_pdf_is_tagged_and_says_its_title_and_language(faces: Path, tmp_path: Path) -> None:
    made = pdf.render(brief(), faces)
    reader = pypdf.PdfReader(io.BytesIO(made))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == "Longer password life, and look again in spring"
    assert b"pdfuaid" in made or "pdfuaid" in str(reader.xmp_metadata.rdf_root.toxml() if reader.xmp_metadata else "")
    if shutil.which("pdfinfo"):
        (tmp_path / "brief.pdf").write_bytes(made)
        said = subprocess.run(["pdfinfo", str(tmp_path / "brief.pdf")], capture_output=True, text=True, check=True).stdout
        assert re.search(r"^Tagged:\s+yes$", said, re.M)


def test_the_chart_in_the_pdf_is_described(faces: Path) -> None:
    assert "Single sign-on: 15 of 20 equally likely futures gain" in _alternatives(pdf.render(brief(), faces))


def _alternatives(made: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(made))
    objects: Iterator[Any] = (reader.get_object(n) for n in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1))
    return " ".join(str(found["/Alt"]) for found in objects if isinstance(found, dict) and "/Alt" in found)


def test_a_brief_is_one_page(faces: Path) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(pdf.render(brief(), faces))).pages) == 1


def test_the_same_brief_gives_the_same_pdf(faces: Path) -> None:
    assert pdf.render(brief(), faces) == pdf.render(brief(), faces)


@pytest.mark.parametrize("form", list(FORMS))
@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_wrote_stays_text(form: str, text: str, faces: Path) -> None:
    document = brief(hostile=text)
    if form == "web":
        document = brief(hostile=text.replace("\n", " "))
        assert squeezed(web_text(web_document.render(document))).count(squeezed(text)) >= 10
    else:
        assert squeezed(FORMS[form](document, faces)).count(squeezed(text)) >= 10


@pytest.mark.parametrize("text", HOSTILE)
def test_the_web_form_holds_no_tag_or_link_that_people_wrote(text: str) -> None:
    made = web_document.render(brief(hostile=text))
    tags = set(re.findall(r"<(\w+)", made))
    assert not tags & {"script", "img", "a", "iframe", "style", "link", "form"}
    assert not re.search(r"\s(?:on\w+|style|href|src)\s*=", re.sub(r'"[^"]*"', '""', " ".join(re.findall(r"<[^>]+>", made))))


@pytest.mark.parametrize("text", HOSTILE)
def test_the_pdf_and_the_slides_hold_no_link(text: str, faces: Path) -> None:
    assert not [a for page in pypdf.PdfReader(io.BytesIO(pdf.render(brief(hostile=text), faces))).pages for a in page.get("/Annots", [])]
    deck = Presentation(io.BytesIO(slides.render(brief(hostile=text), faces)))
    assert not [rel for slide in deck.slides for rel in slide.part.rels.values() if rel.is_external]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_escapes_every_mark(text: str) -> None:
    made = markdown.escaped(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_{}\[\]<>#|~!$&]", made.replace("\\\\", ""))
    assert not re.search(r"^\s*(?:[-+=>]|\d+[.)])", made, re.M)
    assert not re.search(r"(?<!\\)://", made)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_reader_of_markdown_sees_the_text_and_nothing_else(text: str) -> None:
    """Read by an independent parser, raw HTML and tables allowed."""
    plain = " ".join(text.split())
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown.render(brief(hostile=plain)))
    assert not set(re.findall(r"<(\w+)", shown)) & {"script", "img", "a", "label", "b"}
    assert squeezed(web_text(shown)).count(squeezed(plain)) >= 10


@pytest.mark.parametrize("letters", ["漢字", "a smile \U0001f642", "ไทย", "\u0000\u0007bell", "\ud800", "Ελλάδα", "Привет"])
def test_no_letter_whatever_stops_a_brief(letters: str, faces: Path) -> None:
    document = Document(f"Title {letters}", letters, "en-GB", VOICE.words, (Heading(letters), Paragraph(letters)))
    for form in FORMS.values():
        assert "Title" in form(document, faces)


def test_a_letter_without_a_shape_is_named() -> None:
    assert pdf.named("Thanks \U0001f642, Ωmega") == "Thanks [slightly smiling face], Ωmega"


def test_a_long_table_goes_on_to_the_next_slide_and_a_chart_keeps_its_own(faces: Path) -> None:
    months = [Moment(f"Month {i}", 58 + i, 55 + i, 61 + i) for i in range(14)]
    figure = change(months, voice=VOICE.using(""), title="Claims decided in three days", subtitle="in 100", goal=90)
    deck = Presentation(io.BytesIO(slides.render(Document("t", "s", "en", VOICE.words, (FigureBlock(figure),)), faces)))
    assert [[shape.has_chart for shape in slide.shapes].count(True) for slide in deck.slides] == [0, 0, 1, 0, 0]
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert [[row.cells[0].text for row in table.rows][-1] for table in tables] == ["Month 11", "Month 13"]
    assert all(shape.top + shape.height <= deck.slide_height for slide in deck.slides for shape in slide.shapes)


def test_long_text_goes_on_to_the_next_slide(faces: Path) -> None:
    blocks: tuple[Block, ...] = (Heading("Why"), *(Paragraph("Claims wait because handlers cannot sign in. " * 8) for _ in range(6)))
    deck = Presentation(io.BytesIO(slides.render(Document("t", "s", "en", VOICE.words, blocks), faces)))
    assert [slide.shapes.title.text for slide in deck.slides if slide.shapes.title] == ["t", "Why", "Why", "Why"]

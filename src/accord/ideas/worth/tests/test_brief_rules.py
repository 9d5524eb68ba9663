"""A brief from plain data, and the four forms it leaves the house in. Figures are read back by readers that are not ours."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pypdf
import pytest
from markdown_it import MarkdownIt
from pptx import Presentation

from accord.base.paper import markdown, pdf, slides, web_document
from accord.base.paper.document import Document, numbers_in
from accord.ideas.worth.rules import brief as rules
from accord.ideas.worth.rules import hand_over
from accord.ideas.worth.tests import storm


def _shape(shape: Any) -> list[str]:
    if shape.has_text_frame:
        return [shape.text_frame.text]
    return [cell.text for row in shape.table.rows for cell in row.cells] if shape.has_table else []


def _tagless(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", markup))


READ: dict[str, Callable[[Document, Path], str]] = {
    "web": lambda d, faces: _tagless(web_document.render(d) + f"<p>{d.kicker} {d.title} {d.subtitle} {d.footer}</p>"),
    "pdf": lambda d, faces: "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.render(d, faces))).pages),
    "slides": lambda d, faces: "\n".join(
        text for slide in Presentation(io.BytesIO(slides.render(d, faces))).slides for shape in slide.shapes for text in _shape(shape)
    ),
    "markdown": lambda d, faces: _tagless(MarkdownIt("commonmark").enable("table").render(markdown.render(d))),
}


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture
def document() -> Document:
    return rules.document(storm.brief(storm.decided()), storm.READER)


@pytest.mark.parametrize("form", list(READ))
def test_every_form_of_the_brief_carries_every_figure(form: str, document: Document, faces: Path) -> None:
    carried, figures = squeezed(READ[form](document, faces)), document.figures()
    assert len(figures) > 40
    assert [figure for figure in figures if squeezed(figure) not in carried] == []


@pytest.mark.parametrize("form", ["web", "pdf", "markdown"])
def test_no_form_of_the_brief_states_an_amount_of_its_own(form: str, document: Document, faces: Path) -> None:
    stated = {figure for figure in numbers_in(READ[form](document, faces)) if re.search(r"[€%]|\d,\d", figure)}
    axis = {figure for figure in stated if re.search(r"\dk$|^€0$", figure)}
    assert stated - axis <= set(document.figures())


def test_the_slides_hold_a_native_chart_with_the_best_in_counts(document: Document, faces: Path) -> None:
    deck = Presentation(io.BytesIO(slides.render(document, faces)))
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert [sum(charts[0].plots[0].series[0].values), list(charts[0].plots[0].categories)] == [20, [row[0] for row in _options(document)]]


def _options(document: Document) -> tuple[tuple[str, ...], ...]:
    return next(block.figure.table.rows for block in document.blocks if hasattr(block, "figure"))


def test_the_brief_is_one_page_of_paper(document: Document, faces: Path) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(pdf.render(document, faces))).pages) == 1


def test_the_brief_begins_with_the_goal_both_sides_share(document: Document) -> None:
    texts = list(document.texts())
    assert texts.index("Decide nine in ten claims in three days.") < texts.index("Why are we doing this?") < texts.index("What it costs today.")


def test_a_decided_brief_has_the_decision_for_its_title(document: Document) -> None:
    assert document.title == "A better path: Self-service reset and single sign-on"


def test_an_undecided_brief_has_the_finding_for_its_title_and_says_ask_first() -> None:
    made = rules.document(storm.brief(), storm.READER)
    assert made.title == "Worth solving, but not as it was asked"
    assert "Ask first." in list(made.texts())


def test_a_bare_case_makes_a_brief_without_goals_or_people() -> None:
    made = rules.of_case(storm.weighing(), storm.READER)
    assert "Decision brief · Claims handlers are locked out" in list(made.texts())
    assert "What it costs today." in list(made.texts())


def test_a_brief_of_what_is_not_weighed_says_so() -> None:
    made = rules.document(rules.Brief("Alder Mutual", "Locked out", problem="Handlers cannot sign in."), storm.READER)
    assert made.title == "Not weighed yet"
    assert "Handlers cannot sign in." in list(made.texts())


def test_ranges_of_one_name_say_whose_option_they_belong_to() -> None:
    labels = {known.label for known in storm.weighing().weighed.quantities}
    assert "One-time cost (Password desk, day and night)" in labels


def test_the_hand_over_tells_every_path_not_taken_and_every_range() -> None:
    texts = list(hand_over.document(storm.brief(storm.decided()), storm.READER).texts())
    assert [text for text in texts if text.startswith("Passwords that last 180 days:")]
    assert [text for text in texts if text.startswith("Do nothing: best in")]
    assert {known.label for known in storm.weighing().weighed.quantities} <= set(texts)


def test_the_hand_over_says_what_is_still_open() -> None:
    texts = list(hand_over.document(storm.brief(storm.decided()), storm.READER).texts())
    assert "How many claims a day wait for a reset? The Head of Claims finds out by 30 October." in texts

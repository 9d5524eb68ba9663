from __future__ import annotations

import json
from dataclasses import replace

import pytest

from accord.base.paper import kept, markdown, web_document
from accord.base.paper.tests.examples import brief


def through_json(data: dict[str, object]) -> dict[str, object]:
    read: dict[str, object] = json.loads(json.dumps(data))
    return read


def test_a_document_comes_back_from_json_equal() -> None:
    assert kept.from_data(through_json(kept.to_data(brief()))) == brief()


def test_every_form_made_of_a_kept_document_is_the_same() -> None:
    again = kept.from_data(through_json(kept.to_data(brief())))
    assert (markdown.render(again), web_document.render(again)) == (markdown.render(brief()), web_document.render(brief()))


def test_the_digest_survives_json_and_tells_a_changed_word() -> None:
    data = kept.to_data(brief())
    assert kept.digest(through_json(data)) == kept.digest(data)
    assert kept.digest(kept.to_data(replace(brief(), title="Another"))) != kept.digest(data)


def test_a_format_it_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="accord-document/9"):
        kept.from_data({**kept.to_data(brief()), "format": "accord-document/9"})

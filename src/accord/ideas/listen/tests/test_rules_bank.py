"""The questions Accord comes with."""

import pytest

from accord.ideas.listen.rules import ASPECTS, LANGUAGES, bank_question
from accord.ideas.listen.rules.tongues import tongue


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("aspect", ASPECTS)
def test_each_aspect_has_one_question_in_each_language_and_no_trade_word(aspect, language) -> None:
    words = bank_question(aspect, language)
    assert "?" in words and len(words) <= 140
    assert not [word for word in tongue(language).trade if word in words.lower().split()]

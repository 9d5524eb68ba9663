"""The sentences over a case, rule by rule; each finding has its own, and “not clear yet” is one of them."""

import pytest

from accord.base import estimate
from accord.ideas.worth import headlines


def weighed(asked: str, better: str = "", *, low: float = 90, high: float = 110, assumed: bool = False, people: bool = False):
    """A case whose only uncertain number is a loss near 100; formulas are net values."""
    said = {"low": low, "high": high} | ({"assumed": True} if assumed else {"said_by": "Head of Claims"})
    options = [{"name": "Do nothing", "role": "nothing", "expr": "-loss"}, {"name": "A desk", "role": "asked", "expr": asked}]
    options += [{"name": "Sign-on", "role": "better", "expr": better}] if better else []
    asks = [{"name": "Head of Claims", "quantities": ["loss"], "minutes": 1, "hour_cost": 1, "days": 0}] if people else []
    loss = {"name": "loss", "label": "The loss", "unit": "EUR"} | said
    data = {"schema": "accord-case/1", "unit": "EUR", "quantities": [loss], "options": options, "people": asks}
    return estimate.weigh(estimate.Case.from_data(data), estimate.TYPING)


@pytest.mark.parametrize(("asked", "better", "title"), [
    ("-10 EUR", "", "Worth solving, and as it was asked"),
    ("-200 EUR", "", "Not worth solving, as far as we can tell"),
    ("-200 EUR", "-10 EUR", "Worth solving, but not as it was asked"),
    ("-50 EUR", "-10 EUR", "Worth solving, and there is a better path"),
    ("-loss", "-loss", "Not clear yet: the best paths are worth about the same"),
])
def test_each_finding_has_its_sentence(asked, better, title) -> None:
    assert headlines.headline(weighed(asked, better)).title == title


def test_a_number_nobody_gave_that_could_turn_it_makes_it_not_clear() -> None:
    found = headlines.headline(weighed("-100 EUR", low=50, high=200, assumed=True))
    assert found.title == "Not clear yet: it rests on numbers nobody gave"
    assert "The range for the loss is our assumption and could turn this." in found.standfirst


def test_no_headline_is_longer_than_twelve_words() -> None:
    cases = [weighed("-10 EUR"), weighed("-200 EUR"), weighed("-200 EUR", "-10 EUR"), weighed("-50 EUR", "-10 EUR"), weighed("-loss", "-loss"),
             weighed("-100 EUR", low=50, high=200, assumed=True)]
    assert max(len(headlines.headline(found).title.split()) for found in cases) <= 12


def test_two_paths_that_win_about_as_often_are_called_close() -> None:
    assert "Two paths are close." in headlines.headline(weighed("-100 EUR", low=60, high=150)).standfirst


def test_when_nothing_is_worth_asking_it_says_decide() -> None:
    assert headlines.headline(weighed("-10 EUR", people=True)).standfirst.endswith("Nothing left is worth asking. Decide.")


@pytest.mark.parametrize(("asked", "better", "title"), [
    ("-200 EUR", "-10 EUR", "One other path gains in most futures; what was asked for in none"),
    ("-200 EUR", "", "What was asked for loses in all 20 futures"),
    ("-10 EUR", "", "What was asked for gains in all 20 futures"),
])
def test_the_title_over_the_futures_counts_them(asked, better, title) -> None:
    assert headlines.options_title(weighed(asked, better)) == title


def test_where_the_answer_turns_is_said_with_its_unit_and_both_paths() -> None:
    from accord.ideas.worth.rules.draft import Draft, Line, Said
    from accord.ideas.worth.rules.facts import facts
    from accord.ideas.worth.rules.shape import Kind

    found = weighed("-100 EUR", low=50, high=200, people=True)
    draft = Draft("x", "", "EUR", lines=(Line("loss", "The loss", Kind.AMOUNT, "EUR", said=(Said(50, 200),)),))
    told = headlines.turns(facts(draft, 3, found, {}))
    assert "Above it, “A desk” is worth more; below it, “Do nothing” is." in told

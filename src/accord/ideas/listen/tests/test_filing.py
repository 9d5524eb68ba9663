"""Filing a request: the problem is enough."""

import pytest

from accord.base import registry
from accord.ideas.goals import queries as initiatives
from accord.ideas.listen import actions, queries


def test_the_problem_alone_opens_an_initiative_at_its_first_stage(at_alder) -> None:
    filed = actions.file_request(by=at_alder.bella, problem="Handlers cannot sign in before eight. They wait.")
    shown = initiatives.show_initiative(by=at_alder.bella, initiative_id=filed.request.initiative_id)
    assert (shown.title, shown.stage) == ("Handlers cannot sign in before eight", "requested")


def test_an_empty_problem_is_a_mistake_that_says_what_to_do(at_alder) -> None:
    with pytest.raises(registry.Mistake, match="in your own words"):
        actions.file_request(by=at_alder.bella, problem="  ")


def test_the_first_words_are_kept_like_an_answer_so_they_can_be_said_back(at_alder) -> None:
    filed = actions.file_request(by=at_alder.bella, problem="Handlers wait", if_not="One claim in nine is late")
    answers = queries.list_answers(by=at_alder.fiona, initiative_id=filed.request.initiative_id)
    assert [(one.words, one.aspect) for one in answers] == [("Handlers wait", ""), ("One claim in nine is late", "if_not")]

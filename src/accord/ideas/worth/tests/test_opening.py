"""A case is opened from the template, and answers from the first moment, saying that it rests on assumptions."""

import pytest

from accord.base import estimate, registry
from accord.base.journal.acts import act
from accord.ideas.goals import actions as opening
from accord.ideas.goals import queries as goals
from accord.ideas.worth import actions, queries


def test_a_case_is_prefilled_and_answers_at_once(at_alder, case) -> None:
    found = queries.weighed(initiative_id=case.initiative_id)
    assert [option.name for option in found.weighed.options] == ["Do nothing", "Password desk, day and night"]


def test_while_it_rests_on_assumptions_it_says_so(at_alder, case) -> None:
    found = queries.weighed(initiative_id=case.initiative_id)
    assert found.weighed.verdict.finding == "not_clear"
    assert {line.name for line in found.draft.assumed} >= {"people affected", "minutes lost", "asked one-time cost"}


def test_two_cases_that_say_the_same_are_weighed_once(at_alder, case, monkeypatch) -> None:
    weighings = []
    monkeypatch.setattr(estimate, "weigh", lambda *given: weighings.append(given))
    with act(at_alder.bella, "told by a test"):
        other = opening.open_initiative(by=at_alder.bella, title=case.initiative.title)
    found = queries.weighed(initiative_id=actions.open_case(by=at_alder.fiona, initiative_id=other.id, asked="Password desk, day and night").initiative_id)
    assert (found.case.id, found.weighed.case_id) == (found.draft.id, found.draft.id)
    assert weighings == []


def test_opening_it_brings_the_initiative_to_worth(at_alder, case) -> None:
    assert goals.stage_of(case.initiative) == "worth"


def test_the_list_of_initiatives_reads_what_was_kept(at_alder, case, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        row = queries.rows([case.initiative_id])[case.initiative_id]
    assert row.low <= row.q25 <= row.typical <= row.q75 <= row.high
    assert row.next


def test_there_is_one_case_to_an_initiative(at_alder, case) -> None:
    with pytest.raises(registry.Mistake, match="already"):
        actions.open_case(by=at_alder.fiona, initiative_id=case.initiative_id)


def test_a_business_lead_reads_it_and_does_not_open_one(at_alder, locked_out) -> None:
    with pytest.raises(registry.Refused):
        actions.open_case(by=at_alder.bella, initiative_id=locked_out.id)


def test_a_stranger_finds_nothing(cast) -> None:
    with cast.inside():
        with act(cast.bella, "told by a test"):
            initiative = opening.open_initiative(by=cast.bella, title="Locked out")
        actions.open_case(by=cast.fiona, initiative_id=initiative.id)
    with cast.inside(cast.brightwell):
        assert queries.weighed(initiative_id=initiative.id) is None
        with pytest.raises(registry.NotThere):
            queries.show_case(by=cast.sam, initiative_id=initiative.id)

"""The question bank belongs to the provider: one wording for all its clients, in versions."""

import pytest

from accord.base import registry
from accord.base.people import access
from accord.base.people.rules import Role
from accord.ideas.listen import actions
from accord.ideas.listen.queries import bank


def test_a_changed_wording_is_asked_from_then_on_and_the_first_is_kept(at_alder) -> None:
    actions.change_question(by=at_alder.fiona, aspect="goal", words="What would be better then?")
    assert bank.words("goal", "en") == "What would be better then?"
    assert [row.number for row in bank.history("en")["goal"]] == [1, 0]


def test_it_counts_for_every_client_of_the_provider(cast) -> None:
    with cast.inside():
        actions.change_question(by=cast.fiona, aspect="goal", words="What would be better then?")
    with cast.inside(cast.brightwell):
        assert bank.words("goal", "en") == "What would be better then?"


def test_a_wording_in_one_language_leaves_the_other_alone(at_alder) -> None:
    actions.change_question(by=at_alder.fiona, aspect="goal", words="Was wäre dann besser?", language="de")
    assert bank.words("goal", "en").startswith("Suppose")


def test_a_business_lead_does_not_change_the_bank(at_alder) -> None:
    with pytest.raises(registry.Refused):
        actions.change_question(by=at_alder.bella, aspect="goal", words="Why?")


def test_the_same_words_again_are_not_a_version(at_alder) -> None:
    with pytest.raises(registry.Mistake, match="reads already"):
        actions.change_question(by=at_alder.fiona, aspect="goal", words=bank.words("goal", "en"))


def test_a_provider_lead_may_change_it_too(cast) -> None:
    with cast.inside():
        lead = access.actor_of(cast.people["petra"], Role.PROVIDER_LEAD, "web")
        assert actions.change_question(by=lead, aspect="if_not", words="And if nobody does anything?").number == 1

"""Each change of a goal says whether whoever works for it has something to check: its author says so, and Accord says what it looks like."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from accord.base import clock, registry
from accord.ideas.goals import actions
from accord.ideas.goals.models import GoalVersion
from accord.ideas.goals.rules import SAID, compared, together

SAYS = {
    "title": "Decide nine in ten claims in three days", "why": "Customers stay when they hear early.", "measure": "Claims decided within three days",
    "unit": "of 100", "baseline": Decimal(60), "current": Decimal(71), "target": Decimal(90), "begins": date(2027, 1, 1),
    "due": date(2027, 6, 1),
}
MATERIAL = {
    "title": "Decide nine in ten claims in two days", "measure": "Claims decided within two days", "unit": "of 1,000", "target": Decimal(95),
    "begins": date(2027, 2, 1), "due": date(2027, 9, 1),
}
SMALL = {
    "title": "Decide **nine in ten** claims in three days.", "why": "Customers stay when they hear early!", "baseline": Decimal(61), "current": Decimal(75),
}


@pytest.fixture
def goal(at_alder):
    return actions.set_goal(by=at_alder.fiona, owner_id=at_alder.people["bella"].id, **SAYS).goal


def test_every_field_is_said_by_a_version():
    assert set(SAID) == {*SAYS, "owner_id", "also_ids"}


@pytest.mark.parametrize("field", MATERIAL)
def test_it_matters_to_change_a_field(field):
    assert together(compared(SAYS, SAYS | {field: MATERIAL[field]})).material


@pytest.mark.parametrize("field", SMALL)
def test_it_is_small_to_change_a_field(field):
    assert not together(compared(SAYS, SAYS | {field: SMALL[field]})).material


def test_what_stays_is_not_compared():
    assert list(compared(SAYS, SAYS | {"current": Decimal(80)})) == ["current"]


@pytest.mark.django_db
class TestChanging:
    def test_without_a_word_of_the_author_what_changed_decides(self, at_alder, goal):
        moved = actions.change_goal(by=at_alder.fiona, goal_id=goal.id, reason="A good month", current=Decimal(80))
        new = actions.change_goal(by=at_alder.fiona, goal_id=goal.id, reason="The regulator", target=Decimal(95))
        assert (moved.material, new.material) == (False, True)

    def test_another_owner_is_something_to_check(self, at_alder, goal):
        assert actions.change_goal(by=at_alder.fiona, goal_id=goal.id, reason="Bella moves on", owner_id=at_alder.people["ian"].id).material

    def test_the_author_may_say_otherwise_and_both_are_kept(self, at_alder, goal):
        row = actions.change_goal(by=at_alder.fiona, goal_id=goal.id, reason="It was meant so", target=Decimal(95), material=False)
        assert (row.material, row.suggested) == (False, True)

    def test_blanks_at_the_end_are_no_change(self, at_alder, goal):
        with pytest.raises(registry.Mistake, match="Nothing is different"):
            actions.change_goal(by=at_alder.fiona, goal_id=goal.id, reason="Typing", title=f"{SAYS['title']}  ")

    def test_what_lately_happened_tells_what_there_is_to_check(self, at_alder, goal):
        actions.change_goal(by=at_alder.fiona, goal_id=goal.id, reason="A good month", current=Decimal(80))
        actions.change_goal(by=at_alder.fiona, goal_id=goal.id, reason="The regulator wants more", target=Decimal(95))
        told = [one.text for one in registry.happened.collect(by=at_alder.fiona, since=clock.now() - timedelta(days=1)) if "goal" in one.lead]
        assert any("The regulator wants more" in text for text in told)
        assert not any("A good month" in text for text in told)


@pytest.fixture
def fiona(at_alder):
    return at_alder.browser("fiona")


@pytest.mark.django_db
class TestThePage:
    @staticmethod
    def at(goal):
        return reverse("goals:change_goal", kwargs={"client": "alder-mutual", "goal_id": goal.id})

    @staticmethod
    def given(cast, **changed):
        said = {**SAYS, "due": "2027-06-01", "owner_id": str(cast.people["bella"].id), "reason": "The regulator wants more", "seen_version": 1}
        return {name: str(value) for name, value in (said | changed).items()}

    def test_a_first_look_shows_what_would_change_and_writes_nothing(self, at_alder, goal, fiona):
        text = fiona.post(self.at(goal), self.given(at_alder, target="95")).content.decode()
        assert "<del>90</del>" in text
        assert "<ins>95</ins>" in text
        assert GoalVersion.objects.count() == 1

    def test_the_second_time_it_stands(self, at_alder, goal, fiona):
        answer = fiona.post(self.at(goal), self.given(at_alder, target="95", material="yes"))
        assert (answer.status_code, GoalVersion.objects.get(number=2).material) == (302, True)

    def test_the_suggestion_is_chosen_beforehand(self, at_alder, goal, fiona):
        text = fiona.post(self.at(goal), self.given(at_alder, current="75")).content.decode()
        assert [tag for tag in re.findall(r"<input[^>]*>", text) if 'value="no"' in tag and "checked" in tag]

    def test_nothing_different_is_said_at_once(self, at_alder, goal, fiona):
        answer = fiona.post(self.at(goal), self.given(at_alder))
        assert (answer.status_code, "Nothing is different from version 1" in answer.content.decode()) == (422, True)

    def test_a_change_called_small_that_does_not_look_small_is_marked(self, at_alder, goal, fiona):
        actions.change_goal(by=at_alder.fiona, goal_id=goal.id, reason="It was meant so", target=Decimal(95), material=False)
        text = fiona.get(reverse("goals:goal", kwargs={"client": "alder-mutual", "goal_id": goal.id})).content.decode()
        assert "What changed does not look small." in text

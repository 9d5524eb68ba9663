"""Agreement belongs to a version: who works for a goal says in own words what it means, and its owner confirms."""

from decimal import Decimal

import pytest

from accord.base import registry
from accord.base.people import access
from accord.base.people.models import Link
from accord.base.people.rules import Role
from accord.ideas.goals import actions, queries
from accord.ideas.goals.models import Serves, Told
from accord.ideas.goals.owed import to_confirm, to_say
from accord.ideas.goals.panels import goals_changed
from accord.ideas.goals.queries import contributors, drifting

MEANS = "Nobody waits for a password on a storm morning."


@pytest.fixture
def goal(at_alder):
    return actions.set_goal(
        by=at_alder.fiona, title="Decide claims in five days", why="Slow claims lose customers", owner_id=at_alder.people["bella"].id, target=Decimal(80)
    ).goal


@pytest.fixture
def link(at_alder, goal):
    return actions.contribute(by=at_alder.fiona, goal_id=goal.id, role="Identity", speaker_id=at_alder.people["ian"].id)


@pytest.fixture
def agreed(at_alder, link):
    said = actions.teach_back(by=at_alder.ian, link_id=link.id, words=MEANS)
    actions.confirm(by=at_alder.bella, teach_back_id=said.id, agrees=True)
    return contributors.link(link.id)


def change(cast, goal, **given):
    return actions.change_goal(by=cast.fiona, goal_id=goal.id, reason="The regulator’s letter.", **({"target": Decimal(90)} | given))


def step(link):
    return contributors.link(link.id).step


def test_a_new_link_was_never_agreed_to(link):
    assert step(link) == "never_acknowledged"


def test_an_agreement_needs_own_words_and_the_owners_yes(at_alder, link):
    said = actions.teach_back(by=at_alder.ian, link_id=link.id, words=MEANS)
    assert step(link) == "waits"
    actions.confirm(by=at_alder.bella, teach_back_id=said.id, agrees=True)
    assert step(link) == "current"


def test_words_that_only_repeat_the_goal_are_sent_back(at_alder, link):
    with pytest.raises(registry.Mistake, match="own words"):
        actions.teach_back(by=at_alder.ian, link_id=link.id, words="Decide claims in five days")


def test_a_material_change_makes_the_link_suspect_and_writes_to_its_speaker(at_alder, goal, agreed):
    change(at_alder, goal)
    now = contributors.link(agreed.row.id)
    assert (now.state, now.was_told) == ("suspect", True)
    assert Told.objects.filter(serves=agreed.row.id, way="letter").count() == 1


def test_a_change_nobody_was_told_of_is_silent(at_alder, goal, agreed):
    change(at_alder, goal, tell=False)
    now = contributors.link(agreed.row.id)
    assert now.is_suspect and not now.was_told


def test_the_silent_can_be_told_later_and_only_once(at_alder, goal, agreed):
    change(at_alder, goal, tell=False)
    assert [actions.tell(by=at_alder.fiona, goal_id=goal.id) for _again in range(2)] == [1, 0]


def test_a_small_change_asks_nothing_new(at_alder, goal, agreed):
    change(at_alder, goal, target=None, current=Decimal(71))
    assert step(agreed.row) == "current"


def test_a_wrong_understanding_is_corrected_and_said_again(at_alder, goal, agreed):
    change(at_alder, goal)
    first = actions.teach_back(by=at_alder.ian, link_id=agreed.row.id, words="We keep doing what we do today.")
    actions.confirm(by=at_alder.bella, teach_back_id=first.id, agrees=False, words="Sign-in has to hold on every day, not most.")
    assert step(agreed.row) == "corrected"
    again = actions.teach_back(by=at_alder.ian, link_id=agreed.row.id, words="Sign-in never fails a handler again.")
    actions.confirm(by=at_alder.bella, teach_back_id=again.id, agrees=True)
    assert step(agreed.row) == "current"


def test_nobody_confirms_their_own_words_but_the_only_owner(at_alder, goal):
    mine = actions.contribute(by=at_alder.fiona, goal_id=goal.id, role="Claims", speaker_id=at_alder.people["bella"].id)
    actions.teach_back(by=at_alder.bella, link_id=mine.id, words="We settle the simple ones the same week.")
    assert step(mine) == "current"
    actions.change_goal(by=at_alder.fiona, goal_id=goal.id, reason="Both sides", also_ids=[at_alder.people["ian"].id])
    said = actions.teach_back(by=at_alder.bella, link_id=mine.id, words="Simple ones within the week, with Identity.")
    with pytest.raises(registry.Refused):
        actions.confirm(by=at_alder.bella, teach_back_id=said.id, agrees=True)


def test_only_the_speaker_says_what_it_means(at_alder, link):
    with pytest.raises(registry.Refused):
        actions.teach_back(by=at_alder.fiona, link_id=link.id, words=MEANS)


def test_only_an_owner_confirms(at_alder, link):
    said = actions.teach_back(by=at_alder.ian, link_id=link.id, words=MEANS)
    with pytest.raises(registry.Refused):
        actions.confirm(by=at_alder.fiona, teach_back_id=said.id, agrees=True)


def test_a_word_to_an_older_version_is_not_confirmed(at_alder, goal, link):
    said = actions.teach_back(by=at_alder.ian, link_id=link.id, words=MEANS)
    change(at_alder, goal)
    with pytest.raises(registry.Conflict):
        actions.confirm(by=at_alder.bella, teach_back_id=said.id, agrees=True)


def test_today_asks_the_speaker_and_then_the_owner(at_alder, goal, link):
    assert [row.action_label for row in to_say(by=at_alder.ian)] == ["Say what it means"]
    actions.teach_back(by=at_alder.ian, link_id=link.id, words=MEANS)
    assert list(to_say(by=at_alder.ian)) == []
    assert [MEANS in row.detail for row in to_confirm(by=at_alder.bella)] == [True]


def test_the_stored_versions_are_what_the_rows_say(at_alder, goal, agreed):
    change(at_alder, goal)
    row = Serves.objects.get(id=agreed.row.id)
    told = Told.objects.filter(serves=row).order_by("version__number").last()
    assert (row.told, row.agreed) == (told.version.number, 1)


def test_whoever_works_for_a_goal_hears_of_small_changes_too(at_alder, goal, agreed):
    change(at_alder, goal, target=None, current=Decimal(71))
    since = agreed.row.since
    assert [len(list(goals_changed(by=one, since=since))) for one in (at_alder.ian, at_alder.petra)] == [1, 0]


def test_a_goal_cannot_be_above_itself(at_alder, goal):
    below = actions.set_goal(by=at_alder.fiona, title="One sign-in", why="Fewer", owner_id=at_alder.people["bella"].id, parent_id=goal.id).goal
    with pytest.raises(registry.Mistake, match="above this one already"):
        actions.contribute(by=at_alder.fiona, goal_id=below.id, below_id=goal.id)


def test_a_goal_contributes_to_several(at_alder, goal):
    other = actions.set_goal(by=at_alder.fiona, title="Combined ratio under 96", why="We earn our keep", owner_id=at_alder.people["bella"].id).goal
    below = actions.set_goal(by=at_alder.fiona, title="One sign-in", why="Fewer", owner_id=at_alder.people["bella"].id, parent_id=goal.id).goal
    actions.contribute(by=at_alder.fiona, goal_id=other.id, below_id=below.id, how="Fewer losses")
    assert set(queries.show_goal(by=at_alder.fiona, goal_id=below.id)[0].contributes_to) == {goal.id, other.id}


def test_an_ended_goal_is_on_the_list_of_ended_ones_only(at_alder, goal):
    actions.turn_goal(by=at_alder.fiona, goal_id=goal.id, state="met", reason="Eight in ten since spring.")
    assert queries.list_goals(by=at_alder.fiona) == []
    assert [one.id for one in queries.list_goals(by=at_alder.fiona, state="met")] == [goal.id]


def test_the_letter_leads_to_one_link_for_one_person(at_alder, goal, agreed, mailoutbox):
    change(at_alder, goal)
    assert Link.objects.filter(purpose="goals.agree", revoked_at=None).get().person_id == at_alder.people["ian"].id
    assert mailoutbox[-1].to == [at_alder.people["ian"].email] and "has changed" in mailoutbox[-1].subject


def test_a_participant_agrees_without_an_account(at_alder, link):
    visitor = access.actor_of(at_alder.people["ian"], Role.PARTICIPANT, "link")
    actions.teach_back(by=visitor, link_id=link.id, words=MEANS)
    assert step(link) == "waits"


def test_what_began_after_the_change_was_not_asked_and_what_was_there_was_not_told(at_alder, goal, agreed):
    change(at_alder, goal, tell=False)
    later = actions.contribute(by=at_alder.fiona, goal_id=goal.id, role="Claims", speaker_id=at_alder.people["bella"].id)
    assert [contributors.link(row.id).is_silent for row in (agreed.row, later)] == [True, False]
    assert dict(drifting.behind("silent")) == {goal.id: 1} and dict(drifting.behind("never")) == {goal.id: 1}

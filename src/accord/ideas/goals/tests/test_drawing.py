"""The pictures of goals: drawn while they are clear, a list where they would not be, and nothing unescaped in them."""

from decimal import Decimal

import pytest

from accord.ideas.goals import actions, drawing, pages, queries
from accord.ideas.goals.rules import Stage
from tests.opened import opened


@pytest.fixture
def three_days(at_alder):
    return actions.set_goal(
        by=at_alder.fiona, title="Decide <b>nine</b> in ten", why="Storms", owner_id=at_alder.bella.person_id,
        measure="claims decided in time", unit="in 100", current=Decimal(58), target=Decimal(90),
    ).goal_id


def page(cast):
    return pages.goals_page(by=cast.fiona, client="alder-mutual")


def test_work_is_tied_to_the_goal_it_serves_and_what_serves_none_is_dashed(at_alder, three_days) -> None:
    served = opened(at_alder.bella, "Locked out")
    opened(at_alder.bella, "Intranet refresh")
    actions.serve(by=at_alder.fiona, initiative_id=served.id, goal_id=three_days)
    drawn = page(at_alder).map
    assert drawn.count('class="link open"') == 1
    assert drawn.count('class="lost"') == 1


def test_what_people_typed_is_text_in_the_picture(at_alder, three_days) -> None:
    opened(at_alder.bella, "</text><script>alert(1)</script>")
    drawn = page(at_alder).map
    assert "<b>" not in drawn
    assert "<script" not in drawn


def test_a_goal_under_another_stands_in_a_column_of_its_own(at_alder, three_days) -> None:
    actions.set_goal(by=at_alder.fiona, title="Answer in a day", why="Storms", owner_id=at_alder.bella.person_id, parent_id=three_days)
    opened(at_alder.bella, "Locked out")
    drawn = page(at_alder).map
    assert "On the way" in drawn
    assert drawn.count('class="link open"') == 1


def test_a_map_too_large_to_read_is_left_to_the_list(at_alder, three_days, monkeypatch) -> None:
    monkeypatch.setattr(drawing, "MOST", 6)
    for number in range(5):
        opened(at_alder.bella, f"Problem {number}")
    assert page(at_alder).map is not None
    opened(at_alder.bella, "One more")
    assert page(at_alder).map is None


def test_work_that_holds_what_the_goal_said_before_is_plain_to_see(at_alder, three_days) -> None:
    served = opened(at_alder.bella, "Locked out")
    actions.serve(by=at_alder.fiona, initiative_id=served.id, goal_id=three_days, speaker_id=at_alder.ian.person_id)
    link = queries.links()[0]
    said = actions.teach_back(by=at_alder.ian, link_id=link.row.id, words="Everybody signs in before the phones open.")
    actions.confirm(by=at_alder.bella, teach_back_id=said.id, agrees=True)
    actions.change_goal(by=at_alder.fiona, goal_id=three_days, reason="The regulator", target=Decimal(95), tell=False)
    shown = page(at_alder)
    assert shown.map.count('class="link suspect"') == 1 and "not told" in shown.map and "Ian" not in shown.map
    assert shown.finding.title == "One goal moved, and one team still aims at the old one"


def test_the_value_is_drawn_once_two_versions_say_it(at_alder, three_days) -> None:
    assert pages.goal_page(by=at_alder.bella, goal_id=three_days).moved is None
    actions.change_goal(by=at_alder.fiona, goal_id=three_days, reason="A better month", current=Decimal(71))
    assert pages.goal_page(by=at_alder.bella, goal_id=three_days).moved.title == "From 58 in 100 to 71 in 100"


def test_values_of_different_measures_are_not_joined_by_a_line(at_alder, three_days) -> None:
    actions.change_goal(by=at_alder.fiona, goal_id=three_days, reason="Money says more", unit="euros", current=Decimal(71))
    assert pages.goal_page(by=at_alder.bella, goal_id=three_days).moved is None


def test_a_version_names_what_changed_in_it(at_alder, three_days) -> None:
    actions.change_goal(by=at_alder.fiona, goal_id=three_days, reason="The regulator", target=Decimal(95))
    assert pages.goal_page(by=at_alder.bella, goal_id=three_days).history[0].lines[0].name == "where it should be"


def test_what_is_closed_is_not_on_the_map(at_alder, three_days) -> None:
    opened(at_alder.bella, "Long done", stage=Stage.CLOSED)
    assert queries.open_count() == 0
    assert page(at_alder).map is None

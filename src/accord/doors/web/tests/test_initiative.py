"""The page of one initiative: what ideas bring, what happened to it, and the ways to mend its name and its goals."""

import pytest

from accord.base import clock, registry
from accord.base.registry.meeting import CollectionPoint
from accord.ideas.goals import actions as goals
from accord.ideas.goals.rules import Stage
from accord.ideas.listen import actions as listen
from tests.opened import opened


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def locked(cast):
    with cast.inside():
        return opened(cast.bella, "Handlers are locked out", why="Claims wait.", stage=Stage.WORTH, reason="One answer is still out.")


@pytest.fixture
def three_days(cast):
    with cast.inside():
        return goals.set_goal(by=cast.fiona, title="Decide claims in three days", why="Storms", owner_id=cast.bella.person_id).goal_id


def here(one, rest="") -> str:
    return f"initiatives/{one.id}/{rest}"


def test_it_says_who_asked_and_how_far_it_came(page, locked) -> None:
    shown = text(page("bella", here(locked)))
    assert "Asked by the Head of Claims" in shown
    assert '<li aria-current="step">Worth</li>' in shown


def test_the_story_tells_stages_with_their_reasons(page, locked) -> None:
    assert "One answer is still out." in text(page("ian", here(locked)))


def test_an_idea_with_nothing_to_say_leaves_no_chapter(page, locked, monkeypatch) -> None:
    point = CollectionPoint("panel")
    point.register("silent")(lambda by, initiative_id: None)
    monkeypatch.setattr(registry, "panel", point)
    assert text(page("fiona", here(locked))).count('<section class="chapter"') == 1  # what happened


def test_one_step_is_the_filled_button(page, locked, monkeypatch) -> None:
    point = CollectionPoint("next_step")
    point.register("first", order=1)(lambda by, initiative_id: [registry.NextStep("Ask the Head of Claims", "/ask/")])
    point.register("second", order=2)(lambda by, initiative_id: [registry.NextStep("Weigh it", "/weigh/")])
    monkeypatch.setattr(registry, "next_step", point)
    shown = text(page("fiona", here(locked)))
    assert '<a class="btn primary" href="/ask/">Ask the Head of Claims</a>' in shown
    assert "Weigh it" not in shown


def test_a_better_name_stands_and_can_be_taken_back(page, send, locked) -> None:
    send("fiona", here(locked, "name/"), title="Claims wait in every storm", why="Claims wait.")
    shown = text(page("fiona", here(locked)))
    assert "<h1>Claims wait in every storm</h1>" in shown
    assert "The new name stands" in shown
    send("fiona", here(locked, "name/undo/"))
    assert "<h1>Handlers are locked out</h1>" in text(page("fiona", here(locked)))


def test_an_empty_name_is_sent_back_with_what_to_do(send, locked) -> None:
    response = send("fiona", here(locked, "name/"), title="", why="")
    assert response.status_code == 422
    assert "There is a problem" in text(response)


@pytest.mark.parametrize("who", ["bella", "ian"])
def test_only_those_who_facilitate_mend_names_and_goals(page, send, locked, three_days, who) -> None:
    assert "Name it anew" not in text(page(who, here(locked)))
    assert send(who, here(locked, "name/"), title="Mine", why="").status_code == 403
    assert send(who, here(locked, "serve/"), goal_id=str(three_days)).status_code == 403


def test_a_goal_is_served_and_the_same_word_takes_it_back(page, send, locked, three_days) -> None:
    send("fiona", here(locked, "serve/"), goal_id=str(three_days))
    shown = text(page("bella", here(locked)))
    assert "Decide claims in three days" in shown
    send("fiona", here(locked, f"serve/{three_days}/end/"))
    assert "Nobody has said yet which goal this serves." in text(page("fiona", here(locked)))


@pytest.mark.parametrize("goal", ["", "not-a-goal", "00000000-0000-7000-8000-000000000000"])
def test_a_goal_that_is_not_there_breaks_nothing(send, locked, goal) -> None:
    assert send("fiona", here(locked, "serve/"), goal_id=goal).status_code in (302, 404)


def test_no_name_stands_with_what_ended(page, send, locked, three_days) -> None:
    send("fiona", here(locked, "serve/"), goal_id=str(three_days))
    send("fiona", here(locked, f"serve/{three_days}/end/"))
    shown = text(page("ian", here(locked)))
    ended = shown[shown.index("No longer serves"):].split("</li>")[0]
    assert "Service delivery lead" not in ended


def test_many_lines_of_one_person_on_one_day_are_told_once_and_kept_whole(page, locked, monkeypatch) -> None:
    point = CollectionPoint("story")
    point.register("tests")(lambda by, initiative_id: [registry.Happened(clock.now(), "Identity engineer", f"range {number}") for number in range(9)])
    monkeypatch.setattr(registry, "story", point)
    shown = text(page("fiona", here(locked)))
    assert "range 8, and eight more changes" in shown
    assert shown.count("range 3") == 1  # under all lines
    assert "All 9 lines" in shown


def test_a_why_that_repeats_the_title_is_not_printed_twice(page, cast) -> None:
    with cast.inside():
        listen.file_request(by=cast.bella, problem="Quotes are written twice.")
    shown = text(page("fiona", "initiatives/"))
    assert "Quotes are written twice</a>" in shown
    assert '<span class="meta soft">Quotes' not in shown

"""A question by link: no account, one question a page, each step kept."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accord.base.people.models import Device
from accord.ideas.listen.models import Answer, HandedOn


def answers(cast) -> list[str]:
    with cast.inside():
        return list(Answer.objects.filter(question__asking__way="link").values_list("words", flat=True))


def test_it_shows_who_asks_and_one_question(web, asked) -> None:
    shown = web().get(asked.path).content.decode()
    assert "<b>Service delivery lead</b> at Fernhill asks the <b>Head of Claims</b>" in shown and "Question 1 of 2" in shown


def test_each_answer_is_kept_and_leads_to_the_next(web, cast, asked) -> None:
    bella = web()
    assert bella.post(asked.step("1"), {"words": "Nobody can sign in."}).url == asked.step("2")
    assert answers(cast) == ["Nobody can sign in."]


def test_the_same_link_goes_on_where_one_stopped(web, asked) -> None:
    bella = web()
    bella.post(asked.step("1"), {"words": "Nobody can sign in."})
    assert "Question 2 of 2" in bella.get(asked.path).content.decode()


def test_in_the_end_it_says_thank_you_and_what_happens_next(web, asked) -> None:
    bella = web()
    bella.post(asked.step("1"), {"words": "Nobody can sign in."})
    shown = bella.post(asked.step("2"), {"words": "One claim in nine is late."}, follow=True).content.decode()
    assert "What happens next" in shown and "One claim in nine is late." in shown


def test_an_answer_can_be_changed_with_the_same_link(web, cast, asked) -> None:
    bella = web()
    bella.post(asked.step("1"), {"words": "Nobody can sign in."})
    assert "Nobody can sign in." in bella.get(asked.step("1")).content.decode()
    bella.post(asked.step("1"), {"words": "Only some can sign in."})
    assert answers(cast) == ["Nobody can sign in.", "Only some can sign in."]


def test_robots_that_look_ahead_change_nothing(web, cast, asked, played) -> None:
    robot = web()
    with CaptureQueriesContext(connection) as said:
        for path in (asked.path, asked.step("1"), asked.step("1/pass"), asked.step("thanks"), played.path, played.step("felt"), played.step("refuse")):
            robot.get(path)
            robot.head(path)
    writes = [one["sql"] for one in said if one["sql"].lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))]
    assert writes == [] and "accord-device" not in robot.cookies


def test_another_device_sees_nothing_that_was_said_until_the_code_is_typed(web, cast, asked, mailoutbox) -> None:
    web().post(asked.step("1"), {"words": "Nobody can sign in."})
    second = web()
    for path in (asked.path, asked.step("1"), asked.step("thanks")):
        shown = second.get(path).content.decode()
        assert "another device" in shown and "Nobody can sign in." not in shown
    second.post(asked.step("code"), {"send": "1"})
    second.post(asked.step("code"), {"code": mailoutbox[-1].subject[-6:]})
    assert "Nobody can sign in." in second.get(asked.step("1")).content.decode()


def test_another_device_cannot_answer_before_the_code_either(web, cast, asked) -> None:
    web().post(asked.step("1"), {"words": "Nobody can sign in."})
    web().post(asked.step("1"), {"words": "Forged"})
    assert answers(cast) == ["Nobody can sign in."]


def test_not_mine_to_answer_names_another_person(web, cast, asked, mailoutbox) -> None:
    done = web().post(asked.step("1/pass"), {"name": "Kim Adeyemi", "email": "kim@alder.example", "note": "She runs the shift"})
    assert done.url == asked.step("2") and mailoutbox[-1].to == ["kim@alder.example"]
    with cast.inside():
        assert HandedOn.objects.get().note == "She runs the shift"


@pytest.mark.parametrize(
    ("step", "given", "says"), [("1", {"words": ""}, "Fill in"), ("1", {"words": "x" * 4001}, "4000"), ("1/pass", {"name": "Kim"}, "Fill in")]
)
def test_what_is_missing_is_said_at_its_place(web, asked, step, given, says) -> None:
    wrong = web().post(asked.step(step), given)
    assert wrong.status_code == 422 and says in wrong.content.decode()


@pytest.mark.parametrize("step", ["0", "3", "99999999999", "x", "1/x", "thanks/x", "-1", "read"])
def test_a_step_that_is_not_there_is_not_there(web, asked, step) -> None:
    assert web().get(asked.step(step)).status_code == 404


def test_a_letter_more_or_less_opens_nothing(web, asked) -> None:
    other = "x" if asked.path[-2] != "x" else "y"
    assert web().get(f"{asked.path[:-2]}{other}/").status_code == 404
    assert web().get(f"{asked.path[:-1]}x/").status_code == 404


def test_an_answer_makes_the_browser_known(web, cast, asked) -> None:
    web().post(asked.step("1"), {"words": "Nobody can sign in."})
    with cast.inside():
        assert Device.objects.filter(person=cast.bella.person_id).count() == 1


def test_the_link_of_one_client_shows_nothing_of_another(web, cast, asked) -> None:
    assert "Alder Mutual" in web("sam").get(asked.path).content.decode()  # a link is its own key, whoever is signed in
    assert web("sam").get("/alder-mutual/initiatives/").status_code == 404

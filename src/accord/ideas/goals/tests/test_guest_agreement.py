"""Saying what a goal means, by link and without an account."""

import re

import pytest
from django.conf import settings
from django.test import Client

from accord.ideas.goals import actions
from accord.ideas.goals.queries import contributors

MEANS = "Nobody waits for a password on a storm morning."


@pytest.fixture
def goal(cast):
    with cast.inside():
        return actions.set_goal(by=cast.fiona, title="Decide claims in five days", why="Slow claims lose customers", owner_id=cast.bella.person_id).goal


@pytest.fixture
def link(cast, goal):
    with cast.inside():
        row = actions.contribute(by=cast.fiona, goal_id=goal.id, role="Identity", how="Who cannot sign in decides nothing", speaker_id=cast.ian.person_id)
        actions.tell(by=cast.fiona, goal_id=goal.id)
        return row


def address(letter) -> str:
    return re.search(rf"{re.escape(settings.ADDRESS)}(/l/\S+)", letter.body)[1]


def test_the_page_shows_the_goal_and_why_we_think_it_is_served(link, mailoutbox) -> None:
    shown = Client().get(address(mailoutbox[-1])).content.decode()
    assert "Decide claims in five days" in shown and "Who cannot sign in decides nothing" in shown


def test_own_words_go_to_the_owner_who_says_yes(cast, link, mailoutbox) -> None:
    assert Client().post(address(mailoutbox[-1]), {"words": MEANS}).status_code == 302
    letter = mailoutbox[-1]
    assert letter.to == ["bella@alder.example"] and MEANS in letter.body
    Client().post(address(letter), {"agrees": "yes"})
    with cast.inside():
        assert contributors.link(link.id).is_current


def test_the_owners_correction_comes_back_with_what_it_means(cast, link, mailoutbox) -> None:
    Client().post(address(mailoutbox[-1]), {"words": "We keep doing what we do."})
    Client().post(address(mailoutbox[-1]), {"agrees": "no", "words": "Sign-in has to hold every day."})
    assert mailoutbox[-1].to == ["ian@fernhill.example"] and "Sign-in has to hold every day." in mailoutbox[-1].body


@pytest.mark.parametrize(("given", "said"), [({"words": ""}, "There is a problem"), ({"words": "Decide claims in five days"}, "own words")])
def test_what_is_not_ones_own_word_is_sent_back_kindly(link, mailoutbox, given, said) -> None:
    answer = Client().post(address(mailoutbox[-1]), given)
    assert answer.status_code == 422 and said in answer.content.decode()


def test_not_quite_needs_what_it_means_instead(link, mailoutbox) -> None:
    Client().post(address(mailoutbox[-1]), {"words": MEANS})
    answer = Client().post(address(mailoutbox[-1]), {"agrees": "no", "words": ""})
    assert answer.status_code == 422 and "what it means for them instead" in answer.content.decode()
    assert Client().post(address(mailoutbox[-1]), {}).status_code == 422


def test_what_is_settled_asks_nothing_more(link, mailoutbox) -> None:
    Client().post(address(mailoutbox[-1]), {"words": MEANS})
    owners = address(mailoutbox[-1])
    Client().post(owners, {"agrees": "yes"})
    assert "Send my answer" not in Client().get(owners).content.decode()

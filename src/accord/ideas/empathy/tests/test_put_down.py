"""Somebody who cannot answer alone tells it, and it is written down for them."""

import pytest
from django.urls import reverse

from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy import queries
from accord.ideas.empathy.models import Sheet

from . import crowd

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(at_alder):
    made = crowd.gather(at_alder)
    made.round = crowd.start(made)
    made.at = reverse("empathy:put_down", args=["alder-mutual", made.round.id, made.it[0].person_id])
    return made


def test_it_is_sealed_as_theirs_and_says_who_wrote_it(asked) -> None:
    answer = asked.cast.browser("fiona").post(asked.at, {"m0": "4", "m1": "2", "g0": "3"})
    assert answer.status_code == 302
    part = queries.part(asked.round.id, asked.it[0].person_id)
    assert part.done and queries.said(part).own[:2] == (4, 2) and queries.said(part).guess[0] == 3
    assert Sheet.objects.get(part=part).by_id == asked.cast.fiona.person_id


def test_what_is_critical_needs_its_reason(asked) -> None:
    answer = asked.cast.browser("fiona").post(asked.at, {"m0": "5"})
    assert answer.status_code == 422 and "Ask why it is critical" in answer.content.decode()
    assert asked.cast.browser("fiona").post(asked.at, {"m0": "5", "because": "It burns each storm"}).status_code == 302


def test_what_they_said_before_is_not_shown(asked) -> None:
    crowd.says(asked.it[0], asked.round, [4, 1, 2, 2, 3, 1])
    assert "checked" not in asked.cast.browser("fiona").get(asked.at).content.decode()


def test_nobody_else_may_and_not_once_it_is_over(asked) -> None:
    assert asked.cast.browser("bella").get(asked.at).status_code == 403
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    assert asked.cast.browser("fiona").get(asked.at).status_code == 404

"""Real ratings taken in, and what their page says (docs/reference/perspectives-on-real-ratings.md)."""

import base64
from html import unescape

import pytest
from django.urls import reverse

from accord.ideas.empathy import actions
from accord.ideas.empathy.models import Tally

from .real_tables import DATA, MISSING

pytestmark = [pytest.mark.django_db, pytest.mark.skipif(not (DATA / "stakeholders_ralic").is_dir(), reason=MISSING)]

FILES = {
    "ralic": "stakeholders_ralic/recommendations_closed.csv",
    "market_units": "stakeholders_ralic/regnell_detailed.csv",
    "zurich_points": "perception/zurich_votes.csv.gz",
    "zurich_popularity": "perception/zurich_voters.csv.gz",
}


@pytest.fixture
def read(at_alder):
    """Take a real file in, and read its page."""

    def taken(layout: str) -> str:
        file = DATA / FILES[layout]
        content = base64.b64encode(file.read_bytes()).decode()
        row = actions.take_in_ratings(by=at_alder.fiona, name=file.name, content=content, title=layout, layout=layout, side="business")
        answer = at_alder.browser("bella").get(reverse("empathy:round", kwargs={"client": at_alder.alder.slug, "round_id": row.id}))
        return " ".join(unescape(answer.content.decode()).split())

    return taken


def test_of_ralics_stakeholders_one_is_surely_ahead_and_half_are_named_by_too_few(read) -> None:
    told = read("ralic")
    assert "<h1>“Sfdf65cca” matters most to the business</h1>" in told
    assert "It has 9.5 of 10, 9 in 10 between 9.2 and 9.9, from 36 people." in told
    assert "50 people of the business. In the file marks went from 1 to 10" in told and told.count("</tr>") == 37


def test_of_the_market_units_nothing_is_shown_by_unit_and_what_comes_first_is_not_clear(read) -> None:
    told = read("market_units")
    assert "<h1>Not clear yet what matters most to the business</h1>" in told
    assert "Nothing is shown by group: each of them has fewer than five people" in told and "M10 " not in told.partition("<main")[2]
    assert not Tally.objects.exclude(group="").exists()


def test_of_the_projects_of_zurich_seven_cannot_be_told_apart_at_the_top(read) -> None:
    told = read("zurich_points")
    assert "<h1>“14” is among what matters most to the business</h1>" in told and "6 more things may matter as much." in told


def test_voters_of_zurich_believe_their_choice_a_little_more_popular_than_not(read) -> None:
    told = read("zurich_popularity")
    assert "<h1>The business believes “my choice” matters to the others</h1>" in told
    assert "It has 5.4 of 10, 9 in 10 between 5.1 and 5.7, from 92 people." in told
    assert "Süd (business)" in told or "Ost (business)" in told

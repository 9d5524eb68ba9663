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


def test_ralic(read) -> None:
    print(read("ralic"))

def test_market(read) -> None:
    print(read("market_units"))

def test_points(read) -> None:
    print(read("zurich_points"))

def test_popularity(read) -> None:
    print(read("zurich_popularity"))

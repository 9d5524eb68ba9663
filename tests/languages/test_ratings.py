"""The pages of ratings from a file speak the reader's language, with whatever they find."""

from __future__ import annotations

import base64
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse

from .conftest import GREEK, World
from .reading import plain, texts

pytestmark = pytest.mark.one_database

OWN_WORDS = {"α.csv", "value", "side", "person", "item", "kind", "finance", "Priority", "Stakeholder", "Source"}  # what stands in the file, as it stands there
HEAD = "person,side,team,item,kind,value\n"
# Two sides of six in two groups: apart, in accord, unclear, without spread, and one thing too few rated.
BOTH = HEAD + "".join(
    f"{side}{n},{side},{'αβ'[n % 2] if side == 'it' else 'γ'},{item},own,{mark}\n"
    for side, high in (("business", 5), ("it", 1))
    for n in range(12)
    for item, mark in (("α", abs(high - n % 2) or 2), ("β", 3 + n % 2), ("γ", 1 + n % 5), ("δ", 4), ("ε", 1 + (n + high) % 4), *([("ζ", 2)] if n < 3 else []))
)
GUESSES = HEAD + "".join(f"p{n},it,,{item},guess,{1 + (n + place) % 5}\n" for n in range(9) for place, item in enumerate("αβγ"))
WRONG = HEAD + "a,business,,α,own,9\n,business,,α,own,ξ\na,finance,,,own,1\na,it,β,α,own,1\n"
OPEN = "Req,M1,M2,M3,M4,M5,M6\nα,0,1,20,3,4,5\nβ,9,9,9,9,9,8\n"


def file_of(text: str) -> Any:
    file = BytesIO(text.encode())
    file.name = "α.csv"
    return file


def told(answer: Any, world: World) -> list[str]:
    return list(plain(texts(answer.content.decode()), world.written | OWN_WORDS))


FILES = [(BOTH, "long", ""), (GUESSES, "long", ""), (WRONG, "long", ""), (OPEN, "market_units", "it"), (OPEN, "ralic", "it"), ("", "long", "")]


@pytest.mark.parametrize(("text", "layout", "side"), FILES)
def test_the_file_and_what_it_would_do(world: World, text: str, layout: str, side: str) -> None:
    address = reverse("empathy:import_ratings", kwargs={"client": world.cast.alder.slug})
    answer = world.signed_in("fiona").post(address, {"file": file_of(text), "title": "α", "layout": layout, "side": side})
    assert answer.status_code in (200, 422)
    assert told(answer, world) == []


@pytest.mark.parametrize(("text", "layout", "side"), [(BOTH, "long", ""), (GUESSES, "long", ""), (OPEN, "market_units", "it")])
def test_what_came_out(world: World, text: str, layout: str, side: str) -> None:
    from accord.base import scope
    from accord.ideas.empathy import actions

    cast, content = world.cast, base64.b64encode(text.encode()).decode()
    with scope.within(cast.alder.id):
        row = actions.take_in_ratings(by=cast.fiona, name="α.csv", content=content, title="Αβ".translate(GREEK), layout=layout, side=side)
    answer = world.signed_in("bella").get(reverse("empathy:round", kwargs={"client": cast.alder.slug, "round_id": row.id}))
    assert answer.status_code == 200
    assert told(answer, world) == []


def test_the_ratings_of_the_story(world: World) -> None:
    answer = world.signed_in("bella").get(reverse("empathy:round", kwargs={"client": world.cast.alder.slug, "round_id": world.story.ratings}))  # type: ignore[attr-defined]
    assert answer.status_code == 200
    assert told(answer, world) == []

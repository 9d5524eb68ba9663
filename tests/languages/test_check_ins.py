"""Every page of a check-in speaks the reader's language, the ones that only some see too."""

import pytest

from .conftest import World
from .test_pages import told

pytestmark = pytest.mark.one_database

STEPS = ("marks", "guess", "standing", "goal", "pulse-worry", "pulse-thanks", "thanks")


@pytest.mark.parametrize("answer", ["did_not_know", "something_else"])
def test_every_page_of_a_check_in_is_in_the_readers_language(world: World, answer: str) -> None:
    (text, *_more) = world.story.links["empathy.round"]
    browser = world.signed_in()
    assert browser.post(f"/l/{text}/goal/", {"goal": answer}).status_code == 302
    then = "goal-why" if answer == "did_not_know" else "goal-else"
    pages = {step: browser.get(f"/l/{text}/{step}/") for step in (*STEPS, then)}
    assert {step for step, page in pages.items() if page.status_code != 200} == set()
    assert [line for step, page in pages.items() for line in told(f"check-in {step}", page, world)] == []
    wrong = browser.post(f"/l/{text}/pulse-thanks/", {"words": "24"})
    assert wrong.status_code == 422 and told("check-in wrong", wrong, world) == []

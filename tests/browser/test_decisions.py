"""Decision, brief and acknowledgement in a real browser: at a desk and on a phone, in both themes, on paper, and without script."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.fixture
def road(cast):
    """The initiative that waits for its decision; `decide()` records one, `send()` sends the brief and gives Bella's address."""
    from accord.base.people import links
    from accord.ideas.worth import actions
    from accord.ideas.worth.rules.decision import Outcome
    from accord.ideas.worth.tests import road

    class Road:
        def __init__(self) -> None:
            with cast.inside():
                self.initiative = road.to_the_decision(cast)
            self.at = f"/alder-mutual/initiatives/{self.initiative.id}/"

        def decide(self) -> None:
            with cast.inside():
                actions.record_decision(
                    by=cast.fiona, initiative_id=self.initiative.id, outcome=Outcome.BETTER_PATH, decided_by_id=cast.people["bella"].id,
                    reasons="It removes the cause and needs nobody at night. The desk costs more than it saves in every future we could see.",
                    review_on=date(2030, 4, 1), open_reason="The storm season starts before an answer can come.",
                )

        def send(self) -> str:
            with cast.inside():
                sent = actions.send_brief(by=cast.fiona, initiative_id=self.initiative.id, person_ids=[cast.people[name].id for name in ("bella", "ian")])
            return links.address_of(sent[0].link.text)

        def hand_over(self) -> str:
            with cast.inside():
                [sent] = actions.hand_over(by=cast.fiona, initiative_id=self.initiative.id, person_ids=[cast.people["ian"].id])
            return links.address_of(sent.link.text)

    return Road()


@pytest.mark.parametrize("width", [1440, 375])
def test_the_page_of_a_decision_is_well_before_and_after(open_page, cast, road, width):
    open_page(f"{road.at}decision/", width=width, account=cast.accounts["fiona"]).is_well("decision-before")
    road.decide()
    open_page(f"{road.at}decision/", width=width, account=cast.accounts["fiona"]).is_well("decision-after")


def test_a_decision_is_recorded_with_the_keyboard_alone(open_page, cast, road):
    seen = open_page(f"{road.at}decision/", account=cast.accounts["fiona"])
    page = seen.page
    page.get_by_label("A better path").check()
    page.get_by_label("Self-service reset and single sign-on").check()
    page.get_by_label("Why", exact=True).fill("It removes the cause.")
    page.get_by_label("Who decided").select_option(label="Head of Claims (Bella Onyango)")
    page.get_by_label("When we look again").fill("2030-04-01")
    page.get_by_label("Why decide with questions open").fill("It cannot wait.")
    seen.reach("Record the decision")
    page.keyboard.press("Enter")
    page.wait_for_url("**/decision/")
    assert page.get_by_role("heading", level=1).inner_text() == "A better path: Self-service reset and single sign-on"


def test_a_mistake_is_said_above_and_beside_and_takes_the_focus(open_page, cast, road):
    seen = open_page(f"{road.at}decision/", width=375, account=cast.accounts["fiona"])
    seen.page.get_by_role("button", name="Record the decision").click()
    seen.page.get_by_role("heading", name="There is a problem").wait_for()
    seen.shot("decision-problem")
    seen.is_accessible()
    seen.fits()
    assert seen.page.title().startswith("Error:")


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (1440, "dark"), (375, "light"), (375, "dark")])
def test_the_page_of_a_brief_is_well(open_page, cast, road, width, theme):
    road.decide()
    road.send()
    open_page(f"{road.at}brief/", width=width, theme=theme, account=cast.accounts["fiona"]).is_well("brief")


def test_a_brief_prints_as_a_memo_without_what_is_for_the_screen(open_page, cast, road, tmp_path):
    import os
    from pathlib import Path

    road.decide()
    seen = open_page(f"{road.at}brief/", account=cast.accounts["fiona"])
    seen.page.emulate_media(media="print")
    assert not seen.page.get_by_role("button", name="Send the links").is_visible()
    assert seen.page.get_by_role("table").first.is_visible()
    made = Path(os.environ.get("ACCORD_SHOTS") or tmp_path) / "brief-print.pdf"
    seen.page.pdf(path=made, format="A4", prefer_css_page_size=True)
    assert made.stat().st_size > 1000


def test_the_hand_over_is_well(open_page, cast, road):
    road.decide()
    open_page(f"{road.at}hand-over/", account=cast.accounts["fiona"]).is_well("hand-over")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_brief_is_read_and_objected_to_on_a_phone_without_script(open_page, road, theme):
    road.decide()
    seen = open_page(road.send(), width=375, theme=theme, scripts=False)
    seen.shot("guest-brief")
    seen.fits()
    seen.page.get_by_label("I object").check()
    seen.page.get_by_role("button", name="Send my word").click()
    seen.shot("guest-brief-problem")
    assert "Write what you object to" in seen.page.get_by_role("alert").inner_text()
    seen.page.get_by_label("In your words").fill("The audit is in May.")
    seen.page.get_by_role("button", name="Send my word").click()
    seen.shot("guest-brief-thanks")
    assert seen.page.get_by_role("heading", level=1).inner_text() == "Thank you for saying so"


@pytest.mark.parametrize("width", [375, 320])
def test_the_page_at_the_link_is_well(open_page, road, width):
    road.decide()
    open_page(road.send(), width=width).is_well("guest-brief-link")
    open_page(road.hand_over(), width=width).is_well("guest-hand-over")


@pytest.mark.parametrize("width", [1440, 375])
def test_the_decision_closes_the_story_of_the_initiative(open_page, cast, road, width):
    open_page(road.at, width=width, account=cast.accounts["fiona"]).is_well("initiative-ask-first")
    road.decide()
    road.send()
    open_page(road.at, width=width, account=cast.accounts["fiona"]).is_well("initiative-decided")

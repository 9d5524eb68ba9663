"""A goal moves and nobody is told: the map shows where, Today tells, one teaches back wrongly, the owner corrects, and all aim at the same again."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries
from accord.ideas.goals.rules import Stage
from tests.opened import opened

AT = "/alder-mutual"


@pytest.fixture
def moved(cast):
    """Identity agreed to five days; it became three, and nobody was told."""
    with cast.inside():
        title = "Decide nine in ten claims in five days"
        said = {"why": "A late claim is a lost customer.", "measure": "claims decided in time", "unit": "in 100", "target": Decimal(90)}
        claims = goals.set_goal(by=cast.fiona, title=title, owner_id=cast.bella.person_id, **said).goal_id
        work = opened(cast.bella, "Claims handlers are locked out", stage=Stage.DELIVERY)
        goals.set_lead(by=cast.fiona, initiative_id=work.id, person_id=cast.ian.person_id)
        goals.serve(by=cast.fiona, initiative_id=work.id, goal_id=claims, how="Nobody waits for a password.")
        first = goals.teach_back(by=cast.ian, link_id=queries.links()[0].row.id, words="Sign-in holds on most mornings of the week.")
        goals.confirm(by=cast.bella, teach_back_id=first.id, agrees=True)
        goals.change_goal(by=cast.fiona, goal_id=claims, reason="After the regulator’s letter.", title=title.replace("five", "three"), tell=False)
    return claims


def say(seen, words: str) -> None:
    seen.page.goto(seen.page.url)
    seen.page.get_by_role("link", name="Say what it means").first.click()
    seen.is_well()
    seen.page.get_by_label("What does that mean for this work?").fill(words)
    seen.page.get_by_role("button", name="This is what it means").click()


def test_a_goal_that_moved_is_agreed_to_again(cast, moved, open_page) -> None:
    fiona = open_page(f"{AT}/goals/", account=cast.accounts["fiona"])
    expect(fiona.page.get_by_role("heading", level=1)).to_have_text("One goal moved, and one team still aims at the old one")
    assert fiona.page.locator(".map .link.suspect").count() == 1
    fiona.is_well("goals-moved")

    ian = open_page(f"{AT}/today/", account=cast.accounts["ian"], width=375)
    expect(ian.page.locator("main")).to_contain_text("changed: say what that means")
    say(ian, "We go on as before.")
    bella = open_page(f"{AT}/today/", account=cast.accounts["bella"], width=375)
    bella.page.get_by_role("link", name="Read it").first.click()
    bella.is_well("goal-meaning")
    bella.page.get_by_label("Not quite").check()
    bella.page.get_by_label("What does it mean for them?").fill("Sign-in has to hold every morning, storms above all.")
    bella.page.get_by_role("button", name="Send my answer").click()

    ian.page.goto(ian.page.url.split(AT)[0] + f"{AT}/today/")
    expect(ian.page.locator("main")).to_contain_text("storms above all")
    say(ian, "No handler is locked out, on any morning.")
    bella.page.goto(bella.page.url.split(AT)[0] + f"{AT}/today/")
    bella.page.get_by_role("link", name="Read it").first.click()
    bella.page.get_by_label("Yes").check()
    bella.page.get_by_role("button", name="Send my answer").click()
    expect(bella.page.get_by_role("heading", level=1)).to_have_text("Agreed. You aim at the same.")

    fiona.page.reload()
    assert fiona.page.locator(".map .link.suspect").count() == 0
    expect(fiona.page.get_by_role("heading", level=1)).to_have_text("One goal both sides share")


def test_the_silent_are_told_with_one_button(cast, moved, open_page, mailoutbox) -> None:
    fiona = open_page(f"{AT}/goals/{moved}/", account=cast.accounts["fiona"])
    fiona.is_well("goal-moved")
    fiona.page.get_by_role("button", name="Tell the one who was not told").click()
    expect(fiona.page.locator("#agreed").locator("xpath=ancestor::section")).to_contain_text("told, no word yet")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 375])
def test_a_goal_and_who_agreed_are_well_at_every_width(cast, moved, open_page, width, theme) -> None:
    seen = open_page(f"{AT}/goals/{moved}/", account=cast.accounts["fiona"], width=width, theme=theme)
    for summary in seen.page.locator("details.more > summary").all():
        summary.click()
    seen.is_well("goal-open")

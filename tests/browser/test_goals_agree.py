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


def correct(seen, words: str) -> None:
    seen.page.get_by_role("link", name="Read it").first.click()
    seen.is_well("goal-meaning")
    seen.page.get_by_label("Not quite").check()
    seen.page.get_by_label("What does it mean for them?").fill(words)
    seen.page.get_by_role("button", name="Send my answer").click()


def test_a_goal_that_moved_is_agreed_to_again(cast, moved, open_page) -> None:
    fiona = open_page(f"{AT}/goals/", account=cast.accounts["fiona"])
    expect(fiona.page.get_by_role("heading", level=1)).to_have_text("One goal moved, and one team still aims at the old one")
    assert fiona.page.locator(".map .link.suspect").count() == 1
    fiona.is_well("goals-moved")

    ian = open_page(f"{AT}/today/", account=cast.accounts["ian"], width=375)
    expect(ian.page.locator("main")).to_contain_text("changed: say what that means")
    say(ian, "We go on as before.")
    bella = open_page(f"{AT}/today/", account=cast.accounts["bella"], width=375)
    correct(bella, "Sign-in has to hold every morning, storms above all.")

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


SHEET = "Name,Target,End\nDecide nine in ten claims in five days,95,2027-03-31\n"


@pytest.fixture
def agreed(cast):
    """Everybody who works for the goal agreed to it, and both owners are there."""
    with cast.inside():
        said = {"why": "A late claim is a lost customer.", "measure": "claims decided in time", "unit": "in 100", "target": Decimal(90)}
        title = "Decide nine in ten claims in five days"
        claims = goals.set_goal(by=cast.fiona, title=title, owner_id=cast.bella.person_id, **said).goal_id
        work = opened(cast.bella, "Claims handlers are locked out", stage=Stage.DELIVERY)
        goals.serve(by=cast.fiona, initiative_id=work.id, goal_id=claims, how="Nobody waits for a password.", speaker_id=cast.ian.person_id)
        first = goals.teach_back(by=cast.ian, link_id=queries.links()[0].row.id, words="Sign-in holds on most mornings of the week.")
        goals.confirm(by=cast.bella, teach_back_id=first.id, agrees=True)
    return claims


def go(seen, path: str) -> None:
    seen.page.goto(seen.page.url.split(AT)[0] + f"{AT}/{path}")


def guess_anew(them) -> None:
    """What the goal matters to them now, and to the other side: the last thing a reset waits for."""
    go(them, "today/")
    them.page.locator("li", has_text="After the reset").get_by_role("link", name="Answer").click()
    for _page in range(2):
        them.page.get_by_label("Matters a lot").first.check()
        them.page.get_by_role("button", name="Continue").click()
    them.page.get_by_role("button", name="Finish").click()


def test_a_silent_import_ends_in_a_reset_and_a_clean_map(cast, agreed, open_page) -> None:
    fiona = open_page(f"{AT}/goals/import/", account=cast.accounts["fiona"])
    fiona.page.set_input_files("input[type=file]", {"name": "goals.csv", "mimeType": "text/csv", "buffer": SHEET.encode()})
    fiona.page.get_by_role("button", name="Look at what it would do").click()
    expect(fiona.page.locator("main")).to_contain_text("something to check")
    fiona.is_well("import-dry-run")
    fiona.page.get_by_label("Tell those who work for the changed goals now").uncheck()
    fiona.page.get_by_role("button", name="Import").click()
    go(fiona, "goals/")
    expect(fiona.page.get_by_role("heading", level=1)).to_have_text("One goal moved, and one team still aims at the old one")

    ian = open_page(f"{AT}/today/", account=cast.accounts["ian"], width=375)
    say(ian, "We go on as before.")
    bella = open_page(f"{AT}/today/", account=cast.accounts["bella"], width=375)
    correct(bella, "Sign-in has to hold every morning, storms above all.")

    go(fiona, f"goals/resets/new/?goal={agreed}")
    fiona.page.get_by_label("Why now?").fill("The goal moved, and not everybody heard.")
    fiona.page.get_by_role("button", name="Ask them to write").click()
    for seen, words in ((ian, "No handler is locked out in a storm."), (bella, "Nine in ten letters are out by the third day.")):
        go(seen, "today/")
        seen.page.get_by_role("link", name="Write it").first.click()
        seen.page.get_by_label("What do you see?").fill(words)
        seen.page.get_by_role("button", name="Seal it").click()
    fiona.page.reload()
    fiona.page.get_by_label("The sentence both sides sign").fill("Nine in ten claims have their letter in three days")
    fiona.page.get_by_role("button", name="This is what we agree").click()
    fiona.is_well("reset-confirming")

    go(ian, "today/")
    say(ian, "No handler is locked out, on any morning.")
    go(bella, "today/")
    bella.page.get_by_role("link", name="Read it").first.click()
    bella.page.get_by_label("Yes").check()
    bella.page.get_by_role("button", name="Send my answer").click()
    for them in (bella, ian):
        guess_anew(them)

    go(fiona, "goals/resets/")
    fiona.is_well("resets-done")
    expect(fiona.page.locator("main")).to_contain_text("No reset is under way")
    go(fiona, "goals/")
    expect(fiona.page.locator(".map .link.suspect")).to_have_count(0)
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

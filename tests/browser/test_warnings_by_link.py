"""An early warning on a phone: said by link and read back, answered by link, and what changed is seen at the first link."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from accord.base.people import actions as people
from accord.base.people.actions import make_link
from accord.base.people.guests import own_address
from accord.ideas.goals import actions as goals
from accord.ideas.risks import actions as risks
from accord.ideas.risks.models import Asking, Carried, Risk
from accord.ideas.risks.purposes import ANSWER, RAISE, SEEN

SEES = "Sign-in tests end on 8 November. The change freeze starts on the 1st. Nobody checked."
CHANGES = "The Coast tests start a week earlier."


@pytest.fixture
def asked(cast):
    """Nora, who has no account, is asked what she sees coming for a goal of Bella’s."""
    with cast.inside():
        nora = people.add_person(by=cast.fiona, name="Nora Dahl", email="nora@alder.example", job="Claims handler", team="Claims")
        goal = goals.set_goal(by=cast.fiona, title="Decide nine in ten claims in three days", why="Storms", owner_id=cast.people["bella"].id)
        risks.ask_for_warnings(by=cast.fiona, person_ids=[nora.id], goal_id=goal.goal_id, words="The freeze is near, and you see the storms first.")
        row = Asking.objects.get()
        link = make_link(by=cast.fiona, person=nora, purpose=RAISE, subject_id=row.id).text
    return SimpleNamespace(nora=nora, goal=goal, at=f"/l/{link}/")


def link_for(cast, who: str, purpose: str) -> str:
    with cast.inside():
        return f"/l/{make_link(by=cast.fiona, person=cast.people[who], purpose=purpose, subject_id=Risk.objects.get().id).text}/"


def heading(seen, words: str) -> None:
    expect(seen.page.get_by_role("heading", level=1)).to_have_text(words)


def say(seen, look=lambda name: None, how: str = "") -> None:
    page = seen.page
    heading(seen, "What do you see coming?")
    look("warn-write")
    page.get_by_label("What I see").fill(SEES)
    page.get_by_label("What I ask").fill("We need the sign-in tests finished before the freeze.")
    page.get_by_text("How likely and how dear, if you can say").click()
    for label, values in (("From", ("20k", "60")), ("To", ("60k", "90"))):
        for place, value in enumerate(values):
            page.get_by_label(label, exact=True).nth(place).fill(value)
    look("warn-written")
    if how:
        page.get_by_text(how).click()
    page.get_by_role("button", name="Read it before sending").click()
    heading(seen, "This is how it will read")
    look("warn-read-back")


@pytest.mark.parametrize(("width", "theme"), [(375, "light"), (320, "dark"), (1440, "light")])
def test_said_answered_and_what_changed_is_seen_by_link(cast, asked, open_page, width, theme) -> None:
    nora = open_page(asked.at, width=width, theme=theme)
    say(nora, nora.is_well)
    expect(nora.page.locator("main")).to_contain_text("€20,000 to €60,000")
    nora.page.get_by_role("button", name="Send the warning with my name").click()
    heading(nora, "Your warning is with the Head of Claims")
    nora.is_well("warn-sent")

    bella = open_page(link_for(cast, "bella", ANSWER), width=width, theme=theme)
    heading(bella, "Claims handler sees something coming")
    bella.is_well("warn-answer")
    bella.page.get_by_role("button", name="I have read it").click()
    bella.page.get_by_role("link", name="Something is done about it").click()
    bella.page.get_by_label("What changes?").fill(CHANGES)
    bella.is_well("warn-act")
    bella.page.get_by_role("button", name="Send it").click()
    heading(bella, "You answered this warning")
    bella.is_well("warn-answered")

    nora.page.reload()
    heading(nora, "You were heard, and something changes")
    expect(nora.page.locator("main")).to_contain_text(CHANGES)
    nora.is_well("warn-changed")
    nora.page.get_by_role("link", name="Say it more strongly").click()
    heading(nora, "Say it more strongly?")
    nora.is_well("warn-louder")


def test_it_needs_no_javascript(cast, asked, open_page) -> None:
    nora = open_page(asked.at, width=375, scripts=False)
    say(nora)
    nora.page.get_by_role("button", name="Send the warning with my name").click()
    heading(nora, "Your warning is with the Head of Claims")
    bella = open_page(link_for(cast, "bella", ANSWER), width=375, scripts=False)
    bella.page.get_by_role("link", name="We decline, and say why").click()
    bella.page.get_by_role("textbox").fill("The dates cannot move.")
    bella.page.get_by_role("button", name="Send it").click()
    heading(bella, "You answered this warning")


def test_do_you_see_this_too(cast, asked, open_page) -> None:
    nora = open_page(asked.at, width=375)
    say(nora)
    nora.page.get_by_role("button", name="Send the warning with my name").click()
    ian = open_page(link_for(cast, "ian", SEEN), width=375)
    heading(ian, "Do you see this too?")
    ian.is_well("warn-seen")
    ian.page.get_by_role("button", name="Yes, I see this too").click()
    heading(ian, "Thank you")
    ian.is_well("warn-seen-thanks")
    nora.page.reload()
    expect(nora.page.locator("main")).to_contain_text("1 other sees this too")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_through_the_facilitator(cast, asked, open_page, theme) -> None:
    nora = open_page(asked.at, width=375, theme=theme)
    say(nora, how="Through the Service delivery lead")
    nora.is_well("warn-through")
    nora.page.get_by_role("button", name="Send it to Fiona Byrne").click()
    heading(nora, "Thank you for saying it")
    nora.is_well("warn-carried")
    with cast.inside():
        address = own_address("alder-mutual", "pass-on", Carried.objects.get().id)
    fiona = open_page(address, account=cast.accounts["fiona"], theme=theme)
    heading(fiona, "Nora Dahl asks you to pass this on")
    fiona.is_well("warn-pass-on")
    fiona.page.get_by_role("button", name="Pass it on in my name").click()
    heading(fiona, "It is passed on, in your name")

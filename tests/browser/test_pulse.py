"""A check-in by link, on a phone and without JavaScript: under two minutes of taps; the facilitator sees what came out and answers what worries somebody."""

from collections.abc import Iterator

import pytest
from django.utils.text import slugify
from playwright.sync_api import expect

from accord.base.people.actions import make_link
from accord.base.people.models import Person
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.actions.rounds import PURPOSE
from accord.ideas.empathy.tests import crowd
from accord.ideas.goals import actions as goals

AT = "/alder-mutual"
A_TAP = 4  # seconds for one tap, with reading: slow for a thumb
TWO_MINUTES = 120


@pytest.fixture
def asked(cast):
    """A check-in is open, about six things and a goal that changed; everybody but one has answered."""
    with cast.inside():
        made = crowd.gather(cast)
        said = {"why": "A late claim is a lost customer.", "owner_id": cast.bella.person_id}
        goal = goals.set_goal(by=cast.fiona, title="Decide nine in ten claims in five days", **said).goal_id
        goals.change_goal(by=cast.fiona, goal_id=goal, title="Decide nine in ten claims in three days", reason="After the regulator’s letter.", tell=False)
        made.round = empathy.open_check_in(by=cast.fiona)
        count = made.round.items.count()
        for side, others in (("business", [*made.business[1:], cast.bella]), ("it", made.it)):
            for place, one in enumerate(others):
                tens = dict.fromkeys(made.round.standing, 8 if side == "business" else 4 + place % 2)
                marks = tuple(1 + (place + number) % 4 for number in range(count))
                empathy.take_step(by=one, round_id=made.round.id, changes={"standing": tens, "own": marks, "guess": marks, "goal": "yes"}, done=True)
        nora = Person.objects.get(id=made.business[0].person_id)
        made.link = make_link(by=cast.fiona, person=nora, purpose=PURPOSE, subject_id=made.round.id).text
    return made


class Thumb:
    """Counts what it taps."""

    def __init__(self, seen) -> None:
        self.page, self.taps = seen.page, 0

    def tap(self, *places) -> None:
        for place in places:
            place.tap()
            self.taps += 1

    def go_on(self, words: str = "Continue") -> None:
        self.tap(self.page.get_by_role("button", name=words))

    def mark_all(self, step: int) -> None:
        for scale in self.page.locator("fieldset.scale").all():
            self.tap(scale.locator("label").nth(step))


def walk(seen, look) -> Iterator[str]:
    """From the first page to the last, naming each. look: at each page."""
    thumb, page = Thumb(seen), seen.page

    def here(heading: str) -> str:
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        look(heading)
        return heading

    yield here("How much does each of these matter to you?")
    thumb.mark_all(2)
    thumb.go_on()
    yield here("Now stand in IT’s shoes. What would they say?")
    thumb.mark_all(1)
    thumb.go_on()
    yield here("How true is this for you?")
    for tens in page.locator("fieldset.tens").all():
        thumb.tap(tens.locator("label").nth(7))
    thumb.go_on()
    yield here("Is this still the goal?")
    thumb.tap(page.get_by_text("I didn’t know it had changed"))
    thumb.go_on()
    yield here("Why the goal changed")
    expect(page.locator("main")).to_contain_text("After the regulator’s letter.")
    thumb.go_on()
    yield here("Is anything worrying you?")
    thumb.go_on("Nothing this time")
    yield here("Anyone to thank?")
    thumb.go_on("Nobody this time")
    yield here("Thank you. That was all.")
    assert thumb.taps * A_TAP < TWO_MINUTES, f"{thumb.taps} taps"


def test_a_check_in_takes_less_than_two_minutes_of_taps_without_javascript(asked, open_page) -> None:
    seen = open_page(f"/l/{asked.link}/", width=375, scripts=False)
    assert len(list(walk(seen, lambda heading: None))) == 8


@pytest.mark.parametrize(("width", "theme"), [(375, "light"), (320, "dark")])
def test_every_page_of_a_check_in_is_well_on_a_phone(asked, open_page, width, theme) -> None:
    seen = open_page(f"/l/{asked.link}/", width=width, theme=theme)
    assert len(list(walk(seen, lambda heading: seen.is_well(f"pulse-{slugify(heading)[:24]}")))) == 8


def test_a_worry_and_thanks_go_out_and_the_facilitator_answers(cast, asked, open_page) -> None:
    nora = open_page(f"/l/{asked.link}/pulse-worry/", width=375)
    expect(nora.page.locator("main")).to_contain_text("at once, with your name, to the Service delivery lead")
    nora.is_well("pulse-worry")
    nora.page.get_by_label("What do you see coming?").fill("The sign-in tests end a week after the freeze.")
    nora.page.get_by_role("button", name="Send it with my name").click()
    nora.page.get_by_label("Who").select_option(label="Delivery")
    nora.is_well("pulse-thank")
    nora.page.get_by_label("For what").fill("The Coast sign-in tests, four days early.")
    nora.page.get_by_role("button", name="Send thanks and finish").click()
    expect(nora.page.get_by_role("heading", level=1)).to_have_text("Thank you. So do they.")
    nora.is_well("pulse-done")

    fiona = open_page(f"{AT}/today/", account=cast.accounts["fiona"])
    expect(fiona.page.locator("main")).to_contain_text("The sign-in tests end a week after the freeze.")
    fiona.page.locator("a", has_text="Answer a warning").first.click()
    fiona.page.get_by_role("link", name="Something is done about it").click()
    expect(fiona.page.get_by_role("heading", level=1)).to_have_text("Something is done about it")
    fiona.is_well("pulse-worry-answer")
    fiona.page.get_by_label("What changes?").fill("The freeze begins on the ninth.")
    fiona.page.get_by_role("button", name="Send it").click()
    expect(fiona.page.get_by_role("heading", level=1)).to_have_text("You answered this warning")

    nora.page.reload()
    expect(nora.page.locator("main")).to_contain_text("The freeze begins on the ninth.")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 375])
def test_how_we_stand_is_on_today_and_check_ins_have_their_page(cast, asked, open_page, width, theme) -> None:
    with cast.inside():
        empathy.close_round(by=cast.fiona, round_id=asked.round.id)
        empathy.set_cadence(by=cast.fiona, weeks=2, weekday=1)
    seen = open_page(f"{AT}/today/", account=cast.accounts["fiona"], width=width, theme=theme)
    expect(seen.page.get_by_role("heading", name="How we stand at Alder Mutual")).to_be_visible()
    seen.is_well("pulse-today")
    for path, name in (("strings/", "strings"), ("check-ins/", "check-ins"), (f"check-ins/{asked.round.id}/", "check-in"), ("check-ins/rhythm/", "rhythm")):
        seen.page.goto(seen.page.url.split(AT)[0] + f"{AT}/perspectives/{path}")
        for summary in seen.page.locator("main details > summary").all():
            summary.click()
        seen.is_well(f"pulse-{name}")


def test_check_ins_are_set_paused_and_resumed_in_one_press(cast, asked, open_page) -> None:
    seen = open_page(f"{AT}/perspectives/check-ins/", account=cast.accounts["fiona"])
    seen.page.get_by_role("link", name="Set a rhythm").click()
    seen.page.get_by_label("How often?").select_option(label="Every two weeks")
    seen.page.get_by_role("button", name="This is our rhythm").click()
    expect(seen.page.locator("main")).to_contain_text("Every 2 weeks, on a Monday")
    seen.page.get_by_role("button", name="Pause", exact=True).click()
    seen.page.get_by_role("button", name="Resume").click()
    expect(seen.page.get_by_role("button", name="Pause", exact=True)).to_be_visible()

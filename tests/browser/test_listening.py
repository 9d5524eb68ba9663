"""Listening as people see it: the phone of whoever was asked, and the pages of whoever asks. Real flows, both themes, with and without scripts."""

import re

import pytest

from accord.ideas.listen import actions

SAID = "We lose the first hour of every named storm. People can’t sign in, they ring the desk, nobody’s there till half eight."
OURS = [
    actions.Said("Handlers who cannot sign in lose the first hour of a storm day.", "day_to_day"),
    actions.Said("It happens on every storm day.", "impact_numbers"),
    actions.Said("You want claims moving at half past seven. A night desk was one way, not the point.", "goal"),
]


@pytest.fixture
def storm(cast):
    """Bella asked for a night desk, and told Fiona on the phone what a storm day is like."""
    with cast.inside():
        problem = "Handlers cannot sign in before eight on storm days, so the first hour of claims is lost."
        storm = actions.file_request(by=cast.bella, problem=problem, asked_for="A password desk, day and night").request
        actions.note_answer(by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.bella.person_id, words=SAID, aspect="day_to_day", way="phone")
    return storm


@pytest.fixture
def link(mailoutbox):
    """The path of the link in the newest mail."""
    return lambda: re.search(r"(/l/\S+)", mailoutbox[-1].body)[1]


@pytest.fixture
def asked(cast, storm, link) -> str:
    with cast.inside():
        many = actions.Put("impact_numbers", "How many claims wait on a storm day?", "range", "claims a day")
        which = actions.Put("", "Which days are worst?", "choice", "", ["Mondays", "Storm days", "Every day alike"])
        actions.ask(by=cast.fiona, initiative_id=storm.initiative_id, person_ids=[cast.bella.person_id], questions=[actions.Put("if_not"), many, which])
    return link()


@pytest.fixture
def played(cast, storm, link) -> str:
    with cast.inside():
        actions.play_back(by=cast.fiona, initiative_id=storm.initiative_id, person_id=cast.bella.person_id, sentences=OURS)
    return link()


def next_radio(page) -> None:
    """Tab to the next group of yes and not quite."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            return
    raise AssertionError("30 presses of Tab reached no radio button")


def talk(storm) -> str:
    return f"/alder-mutual/initiatives/{storm.initiative_id}/conversation/"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_three_questions_are_answered_on_a_phone(open_page, asked, scripts) -> None:
    seen = open_page(asked, width=375, scripts=scripts)
    seen.shot("question")
    seen.page.get_by_label("Your answer").fill("One claim in nine misses the three-day promise.")
    seen.page.get_by_role("button", name="Save and go on").click()
    seen.page.get_by_label("Surprised if below").fill("12")
    seen.page.get_by_label("Surprised if above").fill("40")
    seen.shot("question-range")
    seen.page.get_by_role("button", name="Save and go on").click()
    seen.page.get_by_label("Storm days").check()
    seen.page.get_by_role("button", name="Send my answer").click()
    seen.page.get_by_text("12 to 40 claims a day").wait_for()
    seen.shot("question-thanks")
    seen.fits()
    seen.is_quiet()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 320])
def test_the_pages_of_a_question_are_well(open_page, live_server, asked, width, theme) -> None:
    seen = open_page(asked, width=width, theme=theme)
    seen.is_well("question-first")
    for step, name in (("2/", "question-second"), ("3/", "question-third"), ("1/pass/", "question-pass"), ("thanks/", "question-kept"), ("not-me/", "not-me")):
        seen.page.goto(live_server.url + asked + step)
        seen.is_well(name)


@pytest.mark.parametrize(("theme", "scripts"), [("light", True), ("dark", True), ("light", False)], ids=["light", "dark", "no-scripts"])
def test_a_playback_is_corrected_and_confirmed_on_a_phone(open_page, played, theme, scripts) -> None:
    seen = open_page(played, width=375, theme=theme, scripts=scripts)
    well = seen.is_well if scripts else seen.shot  # axe needs scripts itself
    well("playback-door")
    seen.page.get_by_role("button", name="I am Bella Onyango").click()
    first, second, third = (seen.page.get_by_role("group", name=one.words) for one in OURS)
    first.get_by_label("Yes").check()
    assert not second.get_by_label("How would you put it?").is_visible()
    second.get_by_label("Not quite").check()
    second.get_by_label("How would you put it?").fill("On named storms, not every storm. A wet Tuesday is fine.")
    well("playback")
    seen.page.get_by_role("button", name="Send my answers").click()
    seen.page.get_by_text("One sentence still to answer").wait_for()
    third.get_by_label("Yes").check()
    seen.page.get_by_role("button", name="Send my answers").click()
    seen.page.get_by_label("4 of 5").first.check()
    seen.page.get_by_label("5 of 5").last.check()
    well("felt")
    seen.page.get_by_role("button", name="Send").click()
    seen.page.get_by_role("heading", name="Thank you. Now we have it right.").wait_for()
    well("heard")
    seen.fits()
    seen.is_quiet()


def test_a_playback_is_answered_by_keyboard_alone(open_page, played) -> None:
    seen = open_page(played, width=375)
    seen.reach("I am Bella Onyango")
    seen.page.keyboard.press("Enter")
    seen.page.get_by_role("heading", name="What we heard").wait_for()
    for _ in OURS:
        next_radio(seen.page)
        seen.page.keyboard.press("Space")
    seen.reach("Send my answers")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**/felt/")


def test_a_correction_comes_back_to_the_facilitator_and_stands(open_page, cast, storm, played) -> None:
    phone = open_page(played, width=375)
    phone.page.get_by_role("button", name="I am Bella Onyango").click()
    for one in OURS:
        phone.page.get_by_role("group", name=one.words).get_by_label("Yes").check()
    changed = phone.page.get_by_role("group", name=OURS[1].words)
    changed.get_by_label("Not quite").check()
    changed.get_by_label("How would you put it?").fill("On named storms only.")
    phone.page.get_by_role("button", name="Send my answers").click()
    phone.page.wait_for_url("**/felt/")
    desk = open_page(talk(storm), account=cast.accounts["fiona"])
    assert desk.page.get_by_role("heading", level=1).inner_text() == "The Head of Claims corrected what we heard"
    desk.page.get_by_role("button", name="Their words stand").click()
    desk.page.get_by_text("Said back, and corrected").wait_for()
    desk.is_well("conversation-kept")


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (1440, "dark"), (375, "light")])
def test_the_facilitators_pages_are_well(open_page, live_server, cast, storm, asked, played, width, theme) -> None:
    seen = open_page(talk(storm), width=width, theme=theme, account=cast.accounts["fiona"])
    seen.is_well("conversation")
    for path, name in (
        (f"{talk(storm)}ask/", "ask"),
        (f"{talk(storm)}note/", "note"),
        (f"{talk(storm)}people/{cast.bella.person_id}/", "write"),
        ("/alder-mutual/questions/", "bank"),
        ("/alder-mutual/requests/new/", "new"),
        (f"/alder-mutual/initiatives/{storm.initiative_id}/", "initiative-why"),
    ):
        seen.page.goto(live_server.url + path)
        seen.is_well(name)


def test_marks_come_while_a_sentence_is_written_and_leave_when_set_aside(open_page, cast, storm) -> None:
    seen = open_page(f"{talk(storm)}people/{cast.bella.person_id}/", account=cast.accounts["fiona"])
    seen.page.get_by_label("Sentence 1", exact=True).press_sequentially("Handlers lose 45 minutes because SSO is down.")
    seen.page.locator("mark", has_text="SSO").wait_for()
    seen.is_well("write-marks")
    seen.page.get_by_role("button", name=re.compile("Leave it.*SSO")).click()
    seen.page.locator("mark", has_text="SSO").wait_for(state="detached")
    assert seen.page.locator("mark").all_inner_texts() == ["45"]
    seen.is_quiet()


def test_a_similar_request_shows_itself_while_somebody_types(open_page, cast, storm) -> None:
    seen = open_page("/alder-mutual/requests/new/", account=cast.accounts["ian"])
    seen.page.get_by_label("In your own words").press_sequentially("Our people are locked out in the morning and wait for a password.")
    seen.page.get_by_role("button", name="That is mine too").wait_for()
    seen.is_well("new-similar")
    seen.page.get_by_role("button", name="That is mine too").click()
    seen.page.wait_for_url(f"**/initiatives/{storm.initiative_id}/")


def test_a_text_that_names_a_fix_is_asked_what_for_without_scripts(open_page, cast) -> None:
    seen = open_page("/alder-mutual/requests/new/", account=cast.accounts["ian"], scripts=False)
    seen.page.get_by_label("In your own words").fill("Please install Power BI on all laptops.")
    seen.page.get_by_role("button", name="File it").click()
    seen.page.get_by_text("What happens today that made you ask for this?").wait_for()
    seen.shot("new-fix")
    seen.page.get_by_role("button", name="File it as it is").click()
    seen.page.wait_for_url("**/initiatives/*/")

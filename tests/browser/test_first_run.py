"""An empty installation, in the browser: from its first page to the place where the first request is written down."""

import pytest

THEMES = ("light", "dark")
WORDS = {
    "Who provides the IT?": "Fernhill",
    "Who is it for?": "Alder Mutual",
    "A team on the business side": "Claims",
    "Your team on the IT side": "Delivery",
    "Your name": "Fiona Byrne",
    "What you do": "Service delivery lead",
    "Your mail address": "fiona@fernhill.example",
    "A password": "four words in a row",
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [1440, 375])
def test_the_first_page_is_well(transactional_db, open_page, width, theme) -> None:
    open_page("/start/", width=width, theme=theme).is_well("start")


@pytest.mark.parametrize("width", [1440, 375])
def test_what_is_missing_is_told_and_what_was_typed_stays(transactional_db, open_page, width) -> None:
    seen = open_page("/start/", width=width)
    seen.page.get_by_label("Who provides the IT?").fill("Fernhill")
    seen.page.get_by_label("A password").fill("short")
    seen.page.get_by_role("button", name="Begin").click()
    seen.page.get_by_role("alert").get_by_text("Fill in “Who is it for?”").wait_for()
    assert seen.page.get_by_label("Who provides the IT?").input_value() == "Fernhill"
    seen.complaints.clear()  # the browser itself notes that the answer was 422
    seen.is_well("start-wrong")


def test_without_script_and_mouse_it_leads_to_the_first_request(transactional_db, open_page) -> None:
    seen = open_page("/", width=375, scripts=False)
    assert seen.page.url.endswith("/start/")
    for label, words in WORDS.items():
        seen.page.get_by_label(label).fill(words)
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**/alder-mutual/**")
    assert seen.page.get_by_role("heading", level=1).inner_text().endswith("?")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", [1440, 375, 320])
@pytest.mark.parametrize("page", ["people", "person", "new person", "new team", "new client"])
def test_the_pages_about_people_are_well(open_page, cast, page, width, theme) -> None:
    people = "/alder-mutual/settings/people/"
    path, who = {
        "people": (people, "fiona"),
        "person": (f"{people}{cast.people['bella'].id}/", "fiona"),
        "new person": (f"{people}new/", "fiona"),
        "new team": (f"{people}teams/new/", "fiona"),
        "new client": ("/clients/new/", "petra"),
    }[page]
    open_page(path, width=width, theme=theme, account=cast.accounts[who]).is_well(page.replace(" ", "-"))


def test_a_person_who_left_is_brought_back_by_undo(open_page, cast) -> None:
    seen = open_page(f"/alder-mutual/settings/people/{cast.people['bella'].id}/", account=cast.accounts["fiona"])
    seen.page.get_by_role("button", name="They have left").click()
    seen.page.get_by_role("button", name="Undo").click()
    seen.page.get_by_text("Bella Onyango is here again").wait_for()

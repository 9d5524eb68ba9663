"""The main road, walked once from an empty database, each step by whoever takes it: a request becomes a decision that is read."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.both_databases
PHONE = 375
LINK = re.compile(r"https?://[^/\s]+(/l/\S+)")
BELLA = "bella@alder.example"
SAID = "We lose the first hour of every storm. People cannot sign in, and nobody answers the desk before half past eight."
CORRECTION = "On named storms, not every storm. A wet Tuesday is fine."
POLITICS = "Promised the board something visible."


@pytest.fixture
def letter(mailoutbox) -> Callable[[str], str]:
    """letter(address): the path of the link in the newest letter to somebody."""

    def newest(address: str) -> str:
        found = [LINK.search(str(mail.body)) for mail in mailoutbox if address in mail.to]
        assert found, f"no letter to {address}"
        assert found[-1], mailoutbox[-1].body
        return found[-1][1]

    return newest


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def follow(page: Page, words: str) -> None:
    page.get_by_role("link", name=words, exact=True).first.click()


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def begin(page: Page) -> None:
    """On an empty database the first page asks who works with whom."""
    heading(page, "Let us begin")
    for label, value in (
        ("Who provides the IT?", "Fernhill"),
        ("Who is it for?", "Alder Mutual"),
        ("A team on the business side", "Claims"),
        ("Your team on the IT side", "Service delivery"),
        ("Your name", "Fiona Byrne"),
        ("What you do", "Service delivery lead"),
        ("Your mail address", "fiona@fernhill.example"),
        ("A password", "four words in a row"),
    ):
        page.get_by_label(label).fill(value)
    press(page, "Begin")


def file_request(page: Page) -> None:
    """The first run leads to the first request; only the problem is needed."""
    heading(page, "What is wrong?")
    page.get_by_label("In your own words").fill("Claims handlers cannot sign in on storm mornings, and customers wait until noon.")
    press(page, "File it")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Claims handlers cannot sign in")


def ask(page: Page) -> None:
    """Fiona asks two people who are on no list yet."""
    follow(page, "Read the conversation")
    follow(page, "Ask somebody")
    heading(page, "Whom do you ask, and what?")
    page.get_by_text("Somebody who is not on the list").first.click()
    page.get_by_label("Somebody who is not on the list: their name").fill("Bella Onyango")
    page.get_by_label("Their mail address").fill(BELLA)
    page.get_by_label("What they do").fill("Head of Claims")
    page.locator("input[name=use_day_to_day]").check()
    press(page, "Send the question")


def answer(page: Page) -> None:
    """Bella has no account and sees one question, nothing else."""
    heading(page, "What did that day look like")
    assert page.locator("nav").count() == 0
    page.get_by_label("Your answer").fill(SAID)
    press(page, "Send my answer")
    heading(page, "Thank you. That helps.")


def say_back(page: Page) -> None:
    """Fiona reads it on Today, and says it back in her own words."""
    page.get_by_role("link", name="Say it back").first.click()
    expect(page.locator("blockquote")).to_contain_text(SAID)
    page.get_by_label("Sentence 1", exact=True).fill("Handlers without a working sign-in lose sixty minutes.")
    page.get_by_label("It is about: Sentence 1").select_option("How it fits their day")
    page.get_by_label("Sentence 2", exact=True).fill("It happens whenever it rains.")
    page.get_by_label("It is about: Sentence 2").select_option("What if we do not")
    press(page, "Send it to Bella Onyango")


def correct(page: Page) -> None:
    """On the device she answered from, Bella says yes to one sentence and puts the other in her words."""
    heading(page, "Did we hear you right?")
    first, second = page.get_by_role("group").all()
    first.get_by_text("Yes", exact=True).click()
    second.get_by_text("Not quite", exact=True).click()
    second.get_by_label("How would you put it?").fill(CORRECTION)
    press(page, "Send my answers")
    heading(page, "How was that for you?")
    follow(page, "Skip this")
    heading(page, "Thank you. Now we have it right.")


def open_case(page: Page) -> None:
    """Every line begins as our assumption."""
    heading(page, "Is it worth solving?")
    page.get_by_label("What was asked for?").fill("Password desk, day and night")
    page.get_by_label("Is there a better path?").fill("Single sign-on")
    press(page, "Open the case")


RANGES = (  # what begins a row, low, high, on what basis
    ("Times a week, each", "1", "2", "ticket tags"),
    ("Minutes lost each time", "24", "36", "1,284 tickets"),
    ("Cost of an hour", "38", "46", "payroll"),
    ("One-time cost Password desk", "20k", "40k", "a quote"),
    ("Running cost a year Password desk", "90k", "150k", "two quotes"),
    ("Part of the loss it removes Password desk", "60", "85", "the desk’s own guess"),
    ("One-time cost Single sign-on", "60k", "90k", "two quotes"),
    ("Part of the loss it removes Single sign-on", "66", "80", "two reference clients"),
)


def line(page: Page, words: str) -> Locator:
    """A row of the quantities, whether it stands among the first or among the others."""
    for folded in page.locator("details:has(table.quantities):not([open]) > summary").all():
        folded.click()
    return page.locator("table.quantities").get_by_role("row", name=re.compile(f"^{words}"))


def give_ranges(page: Page) -> None:
    """Fiona writes down what those who know have told her."""
    for row, low, high, basis in RANGES:
        line(page, row).get_by_role("link").click()
        follow(page, "Give a range")
        page.get_by_label("Surprised if below").fill(low)
        page.get_by_label("Surprised if above").fill(high)
        page.get_by_label("On what basis?").fill(basis)
        with page.expect_navigation():  # the rows are looked for on the page that comes, not on the one that goes
            press(page, "Save range")
        expect(line(page, row)).to_contain_text(basis)


def send_the_question(page: Page) -> None:
    """What is most worth finding out goes to who would know."""
    follow(page, "Send the question")
    heading(page, "Whom do we ask, and for what?")
    page.get_by_label("Whom do you ask?").select_option(label="Head of Claims (Bella Onyango)")
    chosen = page.locator("input[name=quantity_ids]:checked")
    while chosen.count():
        chosen.first.uncheck()
    page.get_by_label("People affected", exact=False).check()
    page.get_by_label("Why you ask, in one line").fill("The answer decides between two ways.")
    press(page, "Send the question")


def reply(page: Page) -> None:
    """Bella gives two ends, starting from empty ones."""
    heading(page, "How many people lose time over this?")
    low = page.get_by_label("Surprised if below")
    expect(low).to_have_value("")
    low.fill("70")
    page.get_by_label("Surprised if above").fill("95")
    page.get_by_label("What do you go by?").fill("shift plan")
    press(page, "Send my range")
    heading(page, "Thank you. That helps to decide.")


def see_what_changed(page: Page) -> None:
    expect(page.locator("#changed")).to_be_visible()
    expect(page.locator(".changed")).to_contain_text("Head of Claims")
    press(page, "I have seen it")
    expect(line(page, "People affected")).to_contain_text("shift plan")


def note_politics(page: Page) -> None:
    """The fifth question is for facilitators only."""
    follow(page, "Write one")
    page.get_by_label("Who").first.fill("Ines")
    page.locator("textarea").first.fill(POLITICS)
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text(POLITICS)


def decide(page: Page) -> None:
    heading(page, "What do we decide?")
    page.get_by_label("A better path", exact=True).check()
    page.get_by_label("Single sign-on", exact=True).check()
    page.get_by_label("Why", exact=True).fill("It removes the cause, and nobody has to sit at a desk at night.")
    page.get_by_label("Who decided").select_option(label="Head of Claims (Bella Onyango)")
    page.get_by_label("When we look again").fill((date.today() + timedelta(days=120)).isoformat())
    page.get_by_label("Why decide with questions open").fill("The storms do not wait for the last answer.")
    press(page, "Record the decision")
    heading(page, "A better path: Single sign-on")


def send_brief(page: Page) -> None:
    follow(page, "Read the brief")
    expect(page.locator("article.paper")).to_contain_text("Single sign-on")
    page.get_by_label("Head of Claims (Bella Onyango)").check()
    press(page, "Send the links")


def acknowledge(page: Page) -> None:
    """Bella reads the whole brief on her phone, and nothing of politics."""
    expect(page.locator("article.paper")).to_contain_text(CORRECTION)
    assert POLITICS not in page.content()
    page.get_by_label("I have read it").check()
    press(page, "Send my word")
    heading(page, "Thank you. That is all.")


def test_from_the_first_words_to_a_brief_that_is_read(open_page, letter, transactional_db) -> None:
    desk = open_page("/")
    fiona = desk.page
    begin(fiona)
    file_request(fiona)
    initiative = fiona.url
    ask(fiona)

    phone = open_page(letter(BELLA), width=PHONE)
    bella = phone.page
    home = bella.url.partition("/l/")[0]
    answer(bella)
    fiona.goto(f"{home}/alder-mutual/today/")
    say_back(fiona)

    said_back = letter(BELLA)
    elsewhere = open_page(said_back, width=PHONE).page
    heading(elsewhere, "Is that you on another device?")
    assert SAID not in elsewhere.content()

    bella.goto(home + said_back)
    correct(bella)
    fiona.goto(f"{home}/alder-mutual/today/")
    expect(fiona.locator("main")).to_contain_text(CORRECTION)

    fiona.goto(initiative)
    follow(fiona, "Open the case")
    open_case(fiona)
    give_ranges(fiona)
    case = fiona.url
    send_the_question(fiona)
    bella.goto(home + letter(BELLA))
    reply(bella)
    fiona.goto(case)
    see_what_changed(fiona)
    note_politics(fiona)

    fiona.goto(initiative)
    assert POLITICS not in fiona.content()
    follow(fiona, "Record the decision")
    decide(fiona)
    send_brief(fiona)
    bella.goto(home + letter(BELLA))
    acknowledge(bella)
    fiona.reload()
    expect(fiona.get_by_role("heading", name="1 of 1 acknowledged")).to_be_visible()

    phone.fits()
    assert desk.complaints == phone.complaints == []

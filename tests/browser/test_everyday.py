"""Today, Initiatives, Initiative and Goals in a real browser: well at every width in both themes, by keyboard alone, without scripts, on paper."""

import io
from datetime import timedelta
from decimal import Decimal

import pytest
from pypdf import PdfReader

from accord.base import clock, registry
from accord.base.registry.meeting import CollectionPoint
from accord.ideas.goals import actions as goals
from accord.ideas.goals.rules import Stage
from tests.opened import many, opened

AT = "/alder-mutual"


@pytest.fixture
def work(cast):
    """A year at Alder as goals know it."""
    now = clock.now()
    with cast.inside():
        with clock.at(now - timedelta(days=200)):
            renewal = goals.set_goal(
                by=cast.fiona, title="Keep 92 in 100 customers at renewal", why="A customer who leaves costs five new ones.",
                owner_id=cast.bella.person_id, measure="customers who renew", unit="in 100", current=Decimal(88), target=Decimal(92),
            ).goal_id
            claims = goals.set_goal(
                by=cast.fiona, title="Decide nine in ten claims in five days", why="A late claim is a lost customer.", parent_id=renewal,
                owner_id=cast.bella.person_id, measure="claims decided in time", unit="in 100", current=Decimal(58), target=Decimal(90),
            ).goal_id
        with clock.at(now - timedelta(days=2)):
            title = "Decide nine in ten claims in three days"
            goals.change_goal(by=cast.fiona, goal_id=claims, reason="After the regulator’s letter.", title=title, current=Decimal(71))
            locked = opened(cast.bella, "Claims handlers are locked out when it matters most", why="Claims wait in every storm.", stage=Stage.DECISION)
        goals.serve(by=cast.fiona, initiative_id=locked.id, goal_id=claims, how="Nobody waits for a password.")
        opened(cast.bella, "Renewal letters nobody can read", why="One customer in nine rings.", stage=Stage.LISTENING)
        opened(cast.ian, "Intranet refresh", stage=Stage.DELIVERY)
    return locked, claims


@pytest.fixture
def waits(monkeypatch, cast):
    """Three people wait for Fiona, and one question is worth asking."""
    rows = [
        registry.Owed(str(days), "tests", said, "Claims handlers locked out", "/help/", "Review", clock.now() - timedelta(days=days), who, who, side, 2)
        for days, said, who, side in (
            (3, "The Head of Claims corrected one sentence of what you heard", "Head of Claims", "business"),
            (2, "The Identity engineer answered two questions", "Identity engineer", "it"),
            (1, "The decision on tablets is looked at again", "", ""),
        )
    ]
    bars = (registry.Bar("Claims waiting a day", "€14,000", 1), registry.Bar("Nine other ranges", "under €160", 0.01))
    turns = "Above 15 a day, single sign-on wins. Below it, a longer password life does."
    asked = registry.NextQuestion(
        1, "How many claims a day wait for a password reset?", "Head of Claims", "business", 2, turns, bars, "/help/", "Send the question", "/help/"
    )
    for name, found in (("owed", rows), ("next_question", [asked])):
        point = CollectionPoint(name)
        point.register("tests")(lambda by, found=found: found if by.person_id == cast.fiona.person_id else [])
        monkeypatch.setattr(registry, name, point)


def paths(work):
    locked, claims = work
    return {
        "today": f"{AT}/today/",
        "initiatives": f"{AT}/initiatives/",
        "initiatives-none": f"{AT}/initiatives/?show=waits",
        "initiative": f"{AT}/initiatives/{locked.id}/",
        "goals": f"{AT}/goals/",
        "goal": f"{AT}/goals/{claims}/",
        "set-goal": f"{AT}/goals/new/",
        "rename": f"{AT}/initiatives/{locked.id}/name/",
    }


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (1440, "dark"), (768, "light"), (375, "light"), (375, "dark"), (320, "light")])
def test_everyday_pages_are_well(open_page, cast, work, waits, width, theme) -> None:
    for name, path in paths(work).items():
        open_page(path, width=width, theme=theme, account=cast.accounts["fiona"]).is_well(name)


@pytest.mark.parametrize("width", [1440, 320])
def test_empty_pages_are_well(open_page, cast, width) -> None:
    for name in ("today", "initiatives", "goals"):
        open_page(f"{AT}/{name}/", width=width, account=cast.accounts["bella"]).is_well(f"{name}-empty")


@pytest.mark.parametrize("width", [1440, 375])
def test_all_clients_and_a_long_list_are_well(open_page, cast, width) -> None:
    with cast.inside():
        many(cast.bella, 60)
    open_page("/", width=width, account=cast.accounts["petra"]).is_well("clients")
    open_page(f"{AT}/initiatives/", width=width, account=cast.accounts["petra"]).is_well("initiatives-60")


def test_a_thing_is_put_off_and_taken_back_by_keyboard_alone(open_page, cast, waits) -> None:
    seen = open_page(f"{AT}/today/", account=cast.accounts["fiona"])
    seen.reach("Not today")
    seen.page.keyboard.press("Enter")
    seen.reach("Tomorrow")
    seen.page.keyboard.press("Enter")
    seen.page.get_by_role("heading", level=1, name="One person is waiting for you").wait_for()
    seen.reach("Undo")
    seen.page.keyboard.press("Enter")
    seen.page.get_by_role("heading", level=1, name="Two people are waiting for you").wait_for()


@pytest.mark.parametrize("width", [1440, 375])
def test_the_days_to_choose_from_stay_on_the_page(open_page, cast, waits, width) -> None:
    seen = open_page(f"{AT}/today/", width=width, account=cast.accounts["fiona"])
    seen.page.get_by_text("Not today").first.click()
    seen.is_well("today-later")
    box = seen.page.get_by_role("button", name="Put off").first.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


def test_everything_of_today_works_without_scripts(open_page, cast, waits) -> None:
    seen = open_page(f"{AT}/today/", account=cast.accounts["fiona"], scripts=False)
    seen.page.get_by_text("Not today").first.click()
    seen.page.get_by_role("button", name="Tomorrow").first.click()
    assert seen.page.get_by_role("heading", level=1).inner_text() == "One person is waiting for you"
    seen.page.get_by_role("button", name="Undo").click()
    assert seen.page.get_by_role("heading", level=1).inner_text() == "Two people are waiting for you"


def test_an_initiative_is_found_and_named_anew_by_keyboard_alone(open_page, cast, work) -> None:
    seen = open_page(f"{AT}/initiatives/", account=cast.accounts["fiona"])
    seen.reach("Claims handlers are locked out")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**/initiatives/*-*/")
    seen.reach("Name it anew")
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**/name/")
    seen.page.get_by_label("What is the problem, in one sentence?").focus()
    seen.page.keyboard.press("Control+A")
    seen.page.keyboard.type("Handlers cannot sign in on storm days")
    seen.page.keyboard.press("Enter")
    seen.page.get_by_role("heading", level=1, name="Handlers cannot sign in on storm days").wait_for()


def test_what_is_wrong_in_a_form_is_led_to(open_page, cast) -> None:
    seen = open_page(f"{AT}/goals/new/", width=375, account=cast.accounts["fiona"])
    seen.page.get_by_role("button", name="Set the goal").click()
    seen.page.get_by_role("heading", name="There is a problem").wait_for()
    seen.complaints.clear()  # the browser itself notes that the answer was 422
    seen.is_well("goal-mistake")
    assert seen.page.title().startswith("Error:")


def test_an_initiative_is_a_memo_of_two_pages_on_paper(open_page, cast, work) -> None:
    seen = open_page(paths(work)["initiative"], account=cast.accounts["fiona"])
    printed = PdfReader(io.BytesIO(seen.page.pdf(format="A4")))
    words = printed.pages[0].extract_text()
    assert len(printed.pages) <= 2
    assert "Claims handlers are locked out" in words
    assert "Sign out" not in words
    assert "Name it anew" not in words

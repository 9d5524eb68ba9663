"""The worth page at every width and in both themes, and a range given on a phone without a script."""

import re

import pytest

from accord.base.journal.acts import act
from accord.ideas.goals import actions as goals
from accord.ideas.worth import actions
from accord.ideas.worth.models import Quantity
from accord.ideas.worth.rules.shape import How


@pytest.fixture
def told(cast):
    """The story of the mock-up, as far as worth: a desk was asked for, two better paths were found, the ranges are from those who know."""
    with cast.inside():
        with act(cast.bella, "told by a test"):
            initiative = goals.open_initiative(by=cast.bella, title="Claims handlers locked out")
        actions.open_case(by=cast.fiona, initiative_id=initiative.id, asked="Password desk, day and night", better="Self-service reset and single sign-on")
        actions.set_option(
            by=cast.fiona, initiative_id=initiative.id, name="Passwords that last 180 days", note="A policy change and a banner ten days before expiry.")
        ranges = {
            "people affected": (120, 160), "times a week": (0.2, 0.9), "minutes lost": (24, 36), "cost of an hour": (38, 46), "yearly growth": (0, 5),
            "asked one-time cost": (20_000, 60_000), "asked running cost": (90_000, 140_000), "asked part removed": (30, 50),
            "better one-time cost": (90_000, 134_000), "better running cost": (6_000, 12_000), "better part removed": (66, 80),
            "better 2 one-time cost": (4_000, 12_000), "better 2 running cost": (500, 2_000), "better 2 part removed": (18, 30),
        }
        for quantity in Quantity.objects.filter(case__initiative=initiative, name__in=ranges):
            low, high = ranges[quantity.name]
            who = cast.bella if quantity.name in ("people affected", "minutes lost") else cast.ian
            actions.give_range(by=cast.fiona, quantity_id=quantity.id, low=low, high=high, basis="ticket tags, twelve months", person_id=who.person_id)
    return initiative


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (1440, "dark"), (768, "light"), (375, "light"), (375, "dark"), (320, "light")])
def test_the_worth_page_is_well_at_every_width(open_page, cast, told, width, theme) -> None:
    seen = open_page(f"/{cast.alder.slug}/initiatives/{told.id}/worth/", width=width, theme=theme, account=cast.accounts["fiona"])
    seen.is_well("worth")


def test_what_is_typed_is_answered_while_typing(open_page, cast, told) -> None:
    seen = open_page(f"/{cast.alder.slug}/initiatives/{told.id}/worth/", account=cast.accounts["fiona"])
    seen.page.fill("#id_low", "0.8")
    seen.page.fill("#id_high", "1.2")
    seen.page.wait_for_selector("#if-so dl", timeout=20_000)
    assert "Not saved yet." in seen.page.inner_text("#if-so")
    assert "Not saved yet" in seen.page.inner_text("#finding")
    assert seen.page.is_visible("#answer #opts")
    seen.is_well("worth-typing")


@pytest.mark.parametrize("name", ["formulas", "settings", "options/new", "steps/new", "quantities/new", "ask", "who", "history", "file"])
def test_the_pages_behind_it_are_well_on_a_phone(open_page, cast, told, name) -> None:
    seen = open_page(f"/{cast.alder.slug}/initiatives/{told.id}/worth/{name}/", width=375, account=cast.accounts["fiona"])
    seen.is_well(f"worth-{name.replace('/', '-')}")


def test_a_formula_is_checked_in_place_and_what_was_typed_stays(open_page, cast, told) -> None:
    seen = open_page(f"/{cast.alder.slug}/initiatives/{told.id}/worth/steps/new/", width=375, account=cast.accounts["fiona"])
    seen.page.fill("[name=formula]", "peopel affected * 2")
    seen.page.click("[name=check]")
    seen.page.wait_for_selector("#checked .sketch", timeout=20_000)
    assert "Did you mean" in seen.page.inner_text("#checked")
    assert seen.page.input_value("[name=formula]") == "peopel affected * 2"
    seen.is_well("worth-formula-checked")


def test_the_page_of_one_quantity_is_well(open_page, cast, told) -> None:
    with cast.inside():
        quantity = Quantity.objects.get(case__initiative=told, name="times a week")
        actions.give_range(by=cast.bella, quantity_id=quantity.id, low=0.5, high=1.4, basis="what my team says")
    seen = open_page(f"/{cast.alder.slug}/initiatives/{told.id}/worth/quantities/{quantity.id}/", width=768, account=cast.accounts["fiona"])
    seen.is_well("worth-quantity")


@pytest.fixture
def link(cast, told) -> str:
    """The path of a link that asks Bella for one number."""
    with cast.inside():
        quantity = Quantity.objects.get(case__initiative=told, name="times a week")
        asked = actions.ask_range(
            by=cast.fiona, initiative_id=told.id, person_id=cast.bella.person_id, quantity_ids=[quantity.id], reason="It decides between two paths.")
    return re.sub(r"^https?://[^/]+", "", asked.link.url)


@pytest.mark.parametrize(("width", "theme"), [(375, "light"), (375, "dark"), (320, "light"), (1440, "light")])
def test_a_range_is_asked_for_on_a_phone(open_page, link, width, theme) -> None:
    seen = open_page(link, width=width, theme=theme)
    seen.is_well("range")
    seen.page.fill("#id_low", "0.4")
    seen.page.fill("#id_high", "1.2")
    seen.is_well("range-typed")


def test_a_range_is_given_without_a_script(open_page, link) -> None:
    seen = open_page(link, width=375, scripts=False)
    assert seen.page.input_value("#id_low") == ""
    seen.page.fill("#id_low", "0.4")
    seen.page.fill("#id_high", "1.2")
    seen.page.click("button[name=look]")
    seen.shot("range-looked")
    assert seen.page.input_value("#id_high") == "1.2"
    seen.page.fill("#id_basis", "ticket tags")
    seen.page.click("text=Send my range")
    seen.shot("range-thanks")
    assert "Thank you" in seen.page.inner_text("h1")


def test_the_answer_changes_the_page_it_was_asked_from(open_page, cast, told, link) -> None:
    seen = open_page(link, width=375)
    for field, words in (("low", "1"), ("high", "1.2"), ("basis", "ticket tags")):
        seen.page.fill(f"#id_{field}", words)
    seen.page.click("text=Send my range")
    after = open_page(f"/{cast.alder.slug}/initiatives/{told.id}/worth/", account=cast.accounts["fiona"])
    after.is_well("worth-changed")
    assert "What changed since you looked" in after.page.inner_text("main")


@pytest.fixture
def came_true(cast, told):
    """Three people gave a range for three numbers, one looked again, and the truth arrived. Ian's link to look again, and the number."""
    with cast.inside():
        minutes, people, times = (Quantity.objects.get(case__initiative=told, name=name) for name in ("minutes lost", "people affected", "times a week"))
        for quantity, ends in ((minutes, (20, 40)), (people, (30, 60)), (times, (1, 3))):
            for by in (cast.bella, cast.ian, cast.fiona):
                actions.give_range(by=by, quantity_id=quantity.id, low=ends[0], high=ends[1] + len(by.name), basis="ticket tags, twelve months")
        for quantity, value in ((people, 300), (times, 2)):
            actions.note_fact(by=cast.fiona, quantity_id=quantity.id, value=value, basis="payroll, April")
        asked = actions.second_round(by=cast.fiona, quantity_id=minutes.id)
        links = {one.asking.person_id: one for one in asked}
        question = links[cast.bella.person_id].asking.questions.get()
        actions.reply_range(by=cast.bella, question_id=question.id, low=25, high=35, basis="saw the log of the sign-on server")
        actions.set_pair(by=cast.fiona, initiative_id=told.id, first_id=minutes.id, second_id=people.id, how=How.MOSTLY, basis="storms bring both")
    url = links[cast.ian.person_id].link.url
    return url[url.index("/l/"):], minutes


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (375, "dark")])
def test_what_came_of_ranges_is_well(open_page, came_true, cast, told, width, theme) -> None:
    link, minutes = came_true
    worth, ranges = f"/{cast.alder.slug}/initiatives/{told.id}/worth", f"/{cast.alder.slug}/ranges"
    pages = {"quantity": f"{worth}/quantities/{minutes.id}/", "pairs": f"{worth}/together/", "our": f"{ranges}/", "mine": f"{ranges}/mine/",
             "practise": f"{ranges}/practise/"}
    for name, path in pages.items():
        open_page(path, width=width, theme=theme, account=cast.accounts["fiona"]).is_well(f"ranges-{name}")
    open_page(link, width=width, theme=theme).is_well("ranges-second-round")

"""The style guide shows every part; what holds for it holds for the parts wherever they stand."""

import pytest

WIDTHS = (1440, 768, 375, 320)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_part_is_well_at_every_width_in_both_themes(open_page, width, theme) -> None:
    seen = open_page("/styleguide/", width=width, theme=theme)
    seen.page.locator(".range .dots").wait_for()
    seen.is_well("styleguide")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_person_decides_between_light_and_dark_and_it_is_remembered(open_page, theme) -> None:
    seen = open_page("/styleguide/", theme=theme)
    seen.page.get_by_role("button", name="Light or dark").click()
    wanted = "dark" if theme == "light" else "light"
    seen.page.reload()
    assert seen.page.locator("html").get_attribute("data-theme") == wanted


def test_on_a_phone_the_menu_opens_without_a_script(open_page) -> None:
    seen = open_page("/styleguide/", width=375, scripts=False)
    assert not seen.page.get_by_role("link", name="Help").is_visible()
    seen.page.get_by_role("button", name="Menu").click()
    assert seen.page.get_by_role("link", name="Help").is_visible()


def test_a_wrong_form_tells_what_to_mend_and_leads_there(open_page) -> None:
    seen = open_page("/styleguide/")
    summary = seen.page.get_by_role("alert")
    assert summary.evaluate("e => document.activeElement === e")
    summary.get_by_role("link", name="Fill in “What is the problem?”").click()
    assert seen.page.get_by_label("What is the problem?").first.evaluate("e => document.activeElement === e")


def test_the_dots_of_a_range_wait_for_both_ends(open_page) -> None:
    seen = open_page("/styleguide/")
    low, high = seen.page.get_by_label("Surprised if below").first, seen.page.get_by_label("Surprised if above").first
    high.fill("")
    assert seen.page.locator(".range .dots").count() == 0
    high.fill("1.2k")
    assert seen.page.locator(".range .dots circle").count() == 20
    assert seen.page.get_by_role("slider").nth(1).get_attribute("aria-valuetext") == "1,200 claims a day"
    low.fill("2,000")
    assert seen.page.locator(".range .dots").count() == 0


def test_a_slider_moved_by_the_keyboard_writes_into_its_field_and_is_told_in_words(open_page) -> None:
    seen = open_page("/styleguide/")
    seen.page.get_by_role("slider").first.focus()
    for _ in range(30):
        seen.page.keyboard.press("ArrowRight")
    assert float(seen.page.get_by_label("Surprised if below").first.input_value()) > 8
    seen.page.get_by_text("Twenty equally likely values. Half are under").wait_for()


def test_without_a_script_a_range_is_two_fields(open_page) -> None:
    seen = open_page("/styleguide/", scripts=False)
    assert seen.page.get_by_label("Surprised if below").first.input_value() == "8"
    assert seen.page.locator(".range .dots, .range [type=range]").count() == 0


def test_the_keyboard_reaches_the_primary_button(open_page) -> None:
    seen = open_page("/styleguide/")
    seen.reach("One per screen")

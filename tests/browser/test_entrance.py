"""The pages before and around the work: signing in, one's account, help and the kind errors."""

import pytest

from accord.base.people.models import Account

PASSWORD = "four words in a row"


@pytest.fixture
def fiona(transactional_db) -> Account:
    return Account.objects.create_user("fiona@fernhill.example", PASSWORD, name="Fiona")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 375, 320])
@pytest.mark.parametrize(("path", "name"), [("/accounts/login/", "sign-in"), ("/accounts/password/reset/", "reset"), ("/help/", "help")])
def test_pages_for_everybody_are_well(open_page, path, name, width, theme) -> None:
    open_page(path, width=width, theme=theme).is_well(name)


@pytest.mark.parametrize("width", [1440, 375])
@pytest.mark.parametrize(
    ("path", "name"), [("/accounts/2fa/", "second-step"), ("/accounts/logout/", "sign-out"), ("/accounts/email/", "addresses"), ("/help/", "help-in")]
)
def test_pages_about_ones_account_are_well(open_page, fiona, path, name, width) -> None:
    open_page(path, width=width, account=fiona).is_well(name)


def test_signing_in_needs_no_script_and_no_mouse(open_page, fiona) -> None:
    seen = open_page("/accounts/login/?next=/help/", scripts=False)
    seen.page.get_by_label("Email").focus()
    seen.page.keyboard.type("fiona@fernhill.example")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.type(PASSWORD)
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url(lambda url: url.endswith("/help/") and "next" not in url)
    assert seen.page.get_by_role("link", name="Sign out").is_visible()


def test_the_app_for_the_second_step_is_set_up_within_the_policy(open_page, fiona) -> None:
    seen = open_page("/accounts/login/?next=/accounts/2fa/totp/activate/", width=375)
    seen.page.get_by_label("Email").fill("fiona@fernhill.example")
    seen.page.get_by_label("Password").fill(PASSWORD)
    seen.page.get_by_role("button", name="Sign in", exact=True).click()
    seen.page.get_by_label("Password").fill(PASSWORD)
    seen.page.get_by_role("button", name="Go on").click()
    assert seen.page.locator("img.qr").evaluate("image => image.naturalWidth") > 0
    seen.is_well("authenticator")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 320])
def test_an_address_that_leads_nowhere_is_a_kind_page(open_page, width, theme) -> None:
    seen = open_page("/nowhere/at/all/", width=width, theme=theme)
    seen.complaints.clear()  # the browser itself notes that the answer was 404
    seen.is_well("not-found")
    seen.reach("Go to the start")

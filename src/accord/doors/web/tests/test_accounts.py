"""Signing in and out, a new password and the second step, in our design."""

import re

import pytest
from django.core import mail

from accord.base.people.models import Account

pytestmark = pytest.mark.django_db
PASSWORD = "four words in a row"
BEFORE = ("login", "signup", "password/reset", "password/reset/done", "inactive", "confirm-email")
ONES_OWN = ("2fa", "password/change", "email", "logout", "reauthenticate", "2fa/totp/activate")


@pytest.fixture
def fiona() -> Account:
    return Account.objects.create_user("fiona@fernhill.example", PASSWORD, name="Fiona")


def test_signing_in_with_the_wrong_password_keeps_the_address_and_says_what_to_do(client, fiona) -> None:
    page = client.post("/accounts/login/", {"login": "fiona@fernhill.example", "password": "wrong"}).content.decode()
    assert "There is a problem" in page
    assert "<title>Error: Sign in" in page
    assert 'value="fiona@fernhill.example"' in page
    assert "wrong" not in re.findall(r'value="([^"]*)"', page)


def test_a_person_without_account_and_one_with_a_wrong_password_get_the_same_answer(client, fiona) -> None:
    def answer(email: str) -> str:
        page = client.post("/accounts/login/", {"login": email, "password": "wrong"}).content.decode()
        return re.sub(r'value="[^"]*"', "", page)

    assert answer("fiona@fernhill.example") == answer("sam@brightwell.example")


def test_signing_in_works_and_signing_out_asks_first(client, fiona) -> None:
    assert client.post("/accounts/login/", {"login": "FIONA@fernhill.example", "password": PASSWORD}).status_code == 302
    assert "Done for today?" in client.get("/accounts/logout/").content.decode()
    assert "_auth_user_id" in client.session
    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(client, fiona) -> None:
    client.post("/accounts/password/reset/", {"email": "fiona@fernhill.example"})
    letter = mail.outbox[0]
    assert letter.subject.strip().endswith("A new password for Accord")
    link = re.search(r"https?://[^/\s]+(/\S+)", letter.body)[1]
    form = client.get(link, follow=True)
    assert "Choose a new password" in form.content.decode()
    new = {"password1": "quite another set of words", "password2": "quite another set of words"}
    assert "Your password is new" in client.post(form.redirect_chain[-1][0], new, follow=True).content.decode()
    assert "This link has been used" in client.get(link, follow=True).content.decode()


def test_an_address_nobody_has_gets_the_same_page_and_a_letter_that_says_so(client) -> None:
    page = client.post("/accounts/password/reset/", {"email": "sam@brightwell.example"}, follow=True).content.decode()
    assert "Look in your mail" in page
    assert mail.outbox[0].subject.strip().endswith("A password was asked for")


@pytest.mark.parametrize("path", BEFORE)
def test_every_page_before_signing_in_wears_our_clothes(client, path: str) -> None:
    page = client.get(f"/accounts/{path}/").content.decode()
    assert '<body class="guest">' in page
    assert page.count("<h1>") == 1
    assert "lease " not in page


@pytest.mark.parametrize("path", ONES_OWN)
def test_every_page_about_ones_account_wears_our_clothes(client, fiona, path: str) -> None:
    client.post("/accounts/login/", {"login": "fiona@fernhill.example", "password": PASSWORD})
    response = client.get(f"/accounts/{path}/", follow=True)
    assert response.status_code == 200
    assert '<body class="guest">' in response.content.decode()
    assert response.content.decode().count("<h1>") == 1

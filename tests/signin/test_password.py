"""Signing in with a password: guessing is slow, an address tells nothing, and the session changes hands safely."""

import os
import subprocess
import sys

import pytest
from django.contrib.auth import hashers
from django.core.cache import cache
from django.test import Client

from accord.base.people.models import Account

PASSWORD = "four words in a row"


@pytest.fixture(autouse=True)
def no_guesses_yet():
    cache.clear()
    yield
    cache.clear()


def guess(device: Client, email: str, password: str = "wrong", address: str = "192.0.2.7"):
    return device.post("/accounts/login/", {"login": email, "password": password}, REMOTE_ADDR=address)


@pytest.mark.parametrize("email", ["fiona@fernhill.example", "nobody@nowhere.example"])
def test_guessing_a_password_ends_in_429_whether_or_not_somebody_has_that_address(cast, email) -> None:
    statuses = [guess(Client(), email).status_code for _ in range(20)]
    assert statuses[-1] == 429


def test_guessing_one_account_from_many_addresses_is_stopped_too(cast) -> None:
    for number in range(20):
        answer = guess(Client(), "fiona@fernhill.example", address=f"192.0.2.{number}")
    assert answer.status_code == 429
    assert "_auth_user_id" not in _signed_in("fiona@fernhill.example", PASSWORD, "198.51.100.1").session


def _signed_in(email: str, password: str, address: str) -> Client:
    device = Client()
    guess(device, email, password, address)
    return device


def test_the_page_that_says_wait_is_ours(cast) -> None:
    for _ in range(20):
        answer = guess(Client(), "fiona@fernhill.example")
    assert '<body class="guest">' in answer.content.decode()
    assert answer.content.decode().count("<h1>") == 1


def test_others_sign_in_while_one_address_is_guessing(cast) -> None:
    for _ in range(20):
        guess(Client(), "fiona@fernhill.example")
    assert "_auth_user_id" in _signed_in("bella@alder.example", PASSWORD, "198.51.100.1").session


def test_a_wrong_password_costs_the_same_work_whether_or_not_somebody_has_that_address(cast, monkeypatch) -> None:
    """Not timed: counted. Each guess must hash once, or a clock tells who has an account."""
    hashed: list[str] = []
    encode = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", lambda self, password, *args: hashed.append(password) or encode(self, password, *args))
    guess(Client(), "fiona@fernhill.example", "wrong for Fiona")
    known, hashed[:] = len(hashed), []
    guess(Client(), "nobody@nowhere.example", "wrong for nobody", "192.0.2.8")
    assert known == len(hashed) > 0


def test_the_session_changes_at_sign_in_so_a_planted_one_is_worth_nothing(cast) -> None:
    device = Client()
    device.get("/accounts/login/")
    session = device.session
    session["planted"] = "1"
    session.save()
    device.cookies["accord"] = planted = session.session_key
    guess(device, "fiona@fernhill.example", PASSWORD)
    assert device.session.session_key != planted


def test_signing_out_ends_the_session_wherever_its_cookie_is(cast) -> None:
    device = _signed_in("fiona@fernhill.example", PASSWORD, "192.0.2.7")
    stolen = Client()
    stolen.cookies["accord"] = device.cookies["accord"].value
    assert stolen.get("/alder-mutual/goals/").status_code == 200
    device.post("/accounts/logout/")
    assert stolen.get("/alder-mutual/goals/").status_code == 302


def test_a_new_password_ends_the_sessions_of_the_old_one(cast) -> None:
    device = _signed_in("fiona@fernhill.example", PASSWORD, "192.0.2.7")
    account = Account.objects.get(email="fiona@fernhill.example")
    account.set_password("quite another set of words")
    account.save()
    assert device.get("/alder-mutual/goals/").status_code == 302


def test_nobody_signs_themselves_up(client, db) -> None:
    words = {"email": "eve@elsewhere.example", "password1": PASSWORD, "password2": PASSWORD}
    client.post("/accounts/signup/", words)
    assert not Account.objects.exists()


def test_asking_for_a_new_password_tells_nobody_who_has_an_account(cast) -> None:
    def answer(email: str) -> tuple[int, str]:
        page = Client().post("/accounts/password/reset/", {"email": email}, follow=True)
        return page.status_code, page.content.decode()

    assert answer("fiona@fernhill.example") == answer("nobody@nowhere.example")


def test_production_hashes_passwords_slowly(tmp_path) -> None:
    asked = "from django.conf import settings; print(settings.PASSWORD_HASHERS[0])"
    environment = {**os.environ, "ACCORD_MODE": "production", "ACCORD_HOME": str(tmp_path), "ACCORD_DATABASE": ""}
    told = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True)
    assert "Argon2" in told.stdout

"""Signing in through one's own organisation: a real OpenID Connect provider in another process, the whole way there and back."""

import http.cookiejar
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pydantic import ValidationError

from accord.site.options import Options, complaints

PASSWORD = "their own words"
PROVIDER = Path(__file__).parent / "provider.py"
BACK = "http://testserver/accounts/oidc/organisation/login/callback/"


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the other house's provider."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("provider")
    command = [sys.executable, str(PROVIDER), str(port), BACK, str(folder)]
    with (folder / "errors").open("w") as errors, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", (folder / "errors").read_text()
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture(autouse=True)
def outside(settings, issuer) -> None:
    """Accord, told of it by its operator."""
    options = Options(oidc_issuer=issuer, oidc_client="accord", oidc_secret="a secret between two houses", oidc_name="Fernhill")
    settings.SOCIALACCOUNT_PROVIDERS = options.sign_in_elsewhere()


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows the other house's own ways, and stops where it sends one back to Accord."""

    def redirect_request(self, request, file, code, message, headers, url):
        return None if url.startswith("http://testserver") else super().redirect_request(request, file, code, message, headers, url)


def signed_in_there(address: str, email: str) -> str:
    """Sign in at the provider; the address it sends one back to."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), Stay)
    with browser.open(address) as page:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.read().decode())[1]
    back = urllib.parse.parse_qs(urllib.parse.urlsplit(page.url).query)["next"][0]
    words = {"login": email, "password": PASSWORD, "csrfmiddlewaretoken": token, "next": back}
    with pytest.raises(urllib.error.HTTPError) as sent:
        browser.open(page.url, urllib.parse.urlencode(words).encode())
    sent.value.close()
    assert sent.value.code in (302, 303)
    return sent.value.headers["Location"]


def sign_in(device: Client, email: str):
    """There and back; the page one ends on."""
    there = device.post("/accounts/oidc/organisation/login/").url
    back = urllib.parse.urlsplit(signed_in_there(there, email))
    return device.get(f"{back.path}?{back.query}", follow=True)


def test_the_sign_in_page_offers_it_by_its_name(client, db) -> None:
    assert "Sign in with Fernhill" in client.get("/accounts/login/").content.decode()


def test_fiona_signs_in_by_the_address_her_organisation_confirmed(cast) -> None:
    device = Client()
    sign_in(device, "fiona@fernhill.example")
    assert device.session["_auth_user_id"] == str(cast.accounts["fiona"].id)
    assert device.get("/alder-mutual/goals/").status_code == 200


def test_she_is_known_the_second_time(cast) -> None:
    sign_in(Client(), "fiona@fernhill.example")
    device = Client()
    sign_in(device, "fiona@fernhill.example")
    assert device.session["_auth_user_id"] == str(cast.accounts["fiona"].id)


def test_somebody_nobody_invited_is_told_so_and_gets_no_account(cast) -> None:
    from accord.base.people.models import Account

    before, device = Account.objects.count(), Client()
    page = sign_in(device, "stranger@elsewhere.example").content.decode()
    assert "Nobody here has that address yet" in page
    assert "_auth_user_id" not in device.session
    assert Account.objects.count() == before


def test_an_address_that_was_not_confirmed_there_opens_nothing(cast) -> None:
    from accord.base.people.models import Account

    Account.objects.filter(email="bella@alder.example").update(email="unconfirmed.bella@alder.example")
    device = Client()
    sign_in(device, "unconfirmed.bella@alder.example")
    assert "_auth_user_id" not in device.session


def test_an_account_that_was_closed_stays_closed(cast) -> None:
    from accord.base.people.models import Account

    Account.objects.filter(email="fiona@fernhill.example").update(is_active=False)
    device = Client()
    sign_in(device, "fiona@fernhill.example")
    assert "_auth_user_id" not in device.session


def test_an_answer_nobody_asked_for_is_refused(cast) -> None:
    there = Client().post("/accounts/oidc/organisation/login/").url
    back = urllib.parse.urlsplit(signed_in_there(there, "fiona@fernhill.example"))
    other = Client()
    other.get(f"{back.path}?{back.query}")
    assert "_auth_user_id" not in other.session


@pytest.mark.parametrize("given", [{"oidc_issuer": "https://login.example.com"}, {"oidc_client": "accord"}, {"oidc_issuer": "login.example.com"}])
def test_half_a_configuration_is_told_at_the_start(given) -> None:
    with pytest.raises(ValidationError) as wrong:
        Options(**given)
    assert all("ACCORD_OIDC_ISSUER" in line for line in complaints(wrong.value))

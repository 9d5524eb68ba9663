"""Signing in without a password: in a demo, from this machine, with nothing in between, and never else."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client, override_settings
from django.urls import Resolver404, resolve

from accord.doors.demo.faces import FACES

HANDED_ON = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via"]


def signed_in(client: Client) -> bool:
    return SESSION_KEY in client.session


@pytest.fixture
def fiona(cast):
    return cast.accounts["fiona"]


def test_outside_a_demo_the_address_is_not_there() -> None:
    with pytest.raises(Resolver404):
        resolve("/demo/as/")


@pytest.mark.parametrize("mode", ["production", "test"])
def test_even_if_it_were_there_it_would_be_refused(in_demo, fiona, here, mode) -> None:
    with override_settings(MODE=mode):
        assert here.get("/demo/").status_code == 404
    assert not signed_in(here)


def test_in_a_demo_one_is_signed_in_as_the_facilitator(in_demo, fiona, here) -> None:
    here.get("/demo/")
    assert here.session[SESSION_KEY] == str(fiona.pk)


@pytest.mark.parametrize("who", FACES, ids=lambda face: face.role)
def test_one_can_be_each_of_four_people(in_demo, cast, here, who) -> None:
    here.post("/demo/as/", {"role": who.role})
    assert here.session[SESSION_KEY] == str(cast.accounts[who.email.partition("@")[0]].pk)


def test_looking_at_the_address_makes_nobody_of_you(in_demo, fiona, here) -> None:
    assert here.get("/demo/as/", {"role": "facilitator"}).status_code == 405
    assert not signed_in(here)


def test_a_role_that_nobody_has_is_not_there(in_demo, fiona, here) -> None:
    assert here.post("/demo/as/", {"role": "owner"}).status_code == 404


@pytest.mark.parametrize("address", ["192.0.2.7", "10.0.0.4", "::ffff:192.0.2.7", "2001:db8::1", "", "unix:"])
def test_another_address_is_refused(in_demo, fiona, address) -> None:
    there = Client(REMOTE_ADDR=address, SERVER_NAME="localhost")
    assert there.get("/demo/").status_code == there.post("/demo/as/", {"role": "facilitator"}).status_code == 404
    assert not signed_in(there)


@pytest.mark.parametrize("header", HANDED_ON)
def test_what_a_proxy_hands_on_is_refused(in_demo, fiona, here, header) -> None:
    assert here.get("/demo/", headers={header: "127.0.0.1"}).status_code == 404
    assert not signed_in(here)


def test_another_name_that_leads_here_is_refused(in_demo, fiona) -> None:
    with override_settings(ALLOWED_HOSTS=["*"]):
        tricked = Client(REMOTE_ADDR="127.0.0.1", SERVER_NAME="rebound.example")
        assert tricked.get("/demo/").status_code == 404
    assert not signed_in(tricked)


def test_another_page_cannot_sign_somebody_in(in_demo, fiona) -> None:
    strict = Client(enforce_csrf_checks=True, REMOTE_ADDR="127.0.0.1", SERVER_NAME="localhost")
    assert strict.post("/demo/as/", {"role": "facilitator"}).status_code == 403

"""What a link does for the person it was sent to, and what it tells nobody else."""

import base64
from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client

from accord.base import clock, scope
from accord.base.people import actions, links
from accord.base.people.models import Device
from tests.links.hands import SAID, ask_code, send


def everything(cast) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, as seen from both clients."""
    found: dict[str, list[tuple[object, ...]]] = {}
    for client in (cast.alder, cast.brightwell):
        with cast.inside(client):
            for model in apps.get_models(include_auto_created=True):
                found[f"{client.slug} {model._meta.label}"] = sorted(model._default_manager.values_list(), key=repr)
    return found


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("step", ["", "code/", "anything/else/"])
def test_looking_changes_nothing_so_robots_that_preview_links_are_harmless(cast, link, method, step) -> None:
    before = everything(cast)
    getattr(Client(), method)(f"{link.path}{step}")
    assert everything(cast) == before


def test_looking_from_another_device_changes_nothing_either(cast, link, answered) -> None:
    before = everything(cast)
    for path in (link.path, f"{link.path}code/"):
        Client().get(path)
        Client().head(path)
    assert everything(cast) == before


def test_an_ended_link_says_so_and_whom_to_ask(cast, link) -> None:
    with clock.at(clock.now() + timedelta(days=31)):
        answer = Client().get(link.path)
    assert answer.status_code == 410
    assert "Service delivery lead" in answer.content.decode()


@pytest.mark.parametrize("how", ["closed", "left"])
def test_a_closed_link_is_closed_at_once_for_looking_and_for_sending(cast, link, note_page, how) -> None:
    with cast.inside():
        if how == "closed":
            actions.revoke_link(by=cast.fiona, link_id=link.link_id)
        else:
            actions.leave(by=cast.fiona, person_id=cast.bella.person_id)
    device = Client()
    assert (device.get(link.path).status_code, device.post(link.path, {"words": "x"}).status_code) == (410, 410)
    assert note_page == []


def test_a_purpose_this_version_does_not_know_is_an_ended_link(cast, monkeypatch) -> None:
    sent = send(cast)
    monkeypatch.delitem(links._pages, "test.note")
    assert Client().get(sent.path).status_code == 410


def with_client_of(text: str, client_id) -> str:
    """The same secret, claiming another client."""
    raw = base64.urlsafe_b64decode(text)
    return base64.urlsafe_b64encode(client_id.bytes + raw[16:]).decode().rstrip("=")


def test_a_secret_that_claims_another_client_finds_nothing_there(cast, link) -> None:
    for client_id in (cast.brightwell.id, uuid4()):
        assert Client().get(f"/l/{with_client_of(link.text, client_id)}/").status_code == 404


@pytest.mark.parametrize("garble", [
    lambda text: text[:-1], lambda text: text + "A", lambda text: text[:-1] + ("A" if text[-1] != "A" else "B"), lambda text: "ü" * 48, lambda text: "." * 48,
    lambda text: text[:24] + "%00" + text[24:], lambda text: "A" * 4000])
def test_what_is_no_link_gets_one_and_the_same_kind_answer(cast, link, garble) -> None:
    answer = Client().get(f"/l/{garble(link.text)}/")
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.content.decode()


def test_somebody_signed_in_elsewhere_opens_a_link_as_the_person_it_was_sent_to(cast, link) -> None:
    sam = Client()
    sam.force_login(cast.accounts["sam"], backend="django.contrib.auth.backends.ModelBackend")
    sam.post(link.path, {"words": "from Sam's browser"})
    with cast.inside():
        assert [device.person_id for device in Device.objects.all()] == [cast.bella.person_id]


def test_the_first_device_works_at_once_and_sees_its_own_words_again(link, answered) -> None:
    assert SAID in answered.get(link.path).content.decode()


def test_a_further_link_to_the_same_person_knows_the_device(cast, link, answered) -> None:
    assert SAID in answered.get(send(cast).path).content.decode()


def test_a_device_known_for_one_person_is_another_device_for_the_next(cast, answered) -> None:
    ian = send(cast, "ian")
    Client().post(ian.path, {"words": "Ian's own"})
    assert "Is that you on another device?" in answered.get(ian.path).content.decode()


def test_another_device_sees_nothing_and_says_nothing_before_the_code(link, answered, note_page) -> None:
    other = Client()
    assert SAID not in other.get(link.path).content.decode()
    answer = other.post(link.path, {"words": "not Bella"})
    assert "Is that you on another device?" in answer.content.decode()
    assert note_page == [SAID]


def test_the_mailed_code_lets_another_device_in(link, answered) -> None:
    other = Client()
    digits = ask_code(other, link)
    assert other.post(f"{link.path}code/", {"code": f"{digits[:3]} {digits[3:]}"}).status_code == 302
    assert SAID in other.get(link.path).content.decode()


def test_an_invented_device_cookie_is_no_device(link, answered) -> None:
    other = Client()
    for cookie in ("x", link.text, "A" * 48):
        other.cookies[links.COOKIE] = cookie
        assert SAID not in other.get(link.path).content.decode()


def test_a_guests_form_is_safe_from_other_houses_without_an_account(link, note_page) -> None:
    device = Client(enforce_csrf_checks=True)
    assert device.post(link.path, {"words": "forged"}).status_code == 403
    token = device.get(link.path).content.decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    assert device.post(link.path, {"words": "mine", "csrfmiddlewaretoken": token}).status_code == 302
    assert note_page == ["mine"]


@pytest.mark.parametrize("state", ["open", "ended", "unknown"])
def test_no_answer_at_a_link_is_kept_or_tells_another_house_the_address(link, state) -> None:
    path = f"/l/{'A' * 48}/" if state == "unknown" else link.path
    with clock.at(clock.now() + timedelta(days=31 if state == "ended" else 0)):
        headers = Client().get(path).headers
    assert "no-store" in headers["Cache-Control"]
    assert headers["Referrer-Policy"] == "same-origin"


def test_the_devices_cookie_is_for_links_only_and_no_script_reads_it(link, answered) -> None:
    cookie = answered.cookies[links.COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/l/", True, "Lax")


def test_a_link_opens_the_scope_of_its_client_and_leaves_none_behind(link) -> None:
    Client().get(link.path)
    assert scope.clients() == frozenset()

"""Keys for programs: made and closed by the person they act as, shown once."""

import pytest
from django.test import Client

from accord.base.people.models import Token

PAGE = "/alder-mutual/settings/tokens/"


@pytest.fixture
def fiona(cast, client: Client) -> Client:
    client.force_login(cast.accounts["fiona"])
    return client


def make(client: Client, **given: str):
    return client.post(PAGE, {"name": "Dashboard", "days": "90", **given})


def test_a_token_is_shown_once_and_kept_as_a_fingerprint(cast, fiona) -> None:
    text = make(fiona).context["made"].text
    assert text not in fiona.get(PAGE).content.decode()
    with cast.inside():
        assert text not in str(Token.objects.values().get())


def test_a_token_reads_only_unless_it_was_asked_to_write(cast, fiona) -> None:
    make(fiona)
    make(fiona, may_write="on")
    with cast.inside():
        assert [token.may_write for token in Token.objects.order_by("made_at")] == [False, True]


def test_a_token_without_a_name_is_asked_for_one(fiona) -> None:
    answer = make(fiona, name="")
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


def test_a_closed_token_is_marked_and_can_be_closed_again_without_harm(cast, fiona) -> None:
    make(fiona)
    with cast.inside():
        token = Token.objects.get()
    for _again in range(2):
        fiona.post(f"{PAGE}{token.id}/revoke/")
    assert "closed" in fiona.get(PAGE).content.decode()


def test_nobody_sees_or_closes_anothers_token(cast, fiona) -> None:
    make(fiona)
    with cast.inside():
        token = Token.objects.get()
    other = Client()
    other.force_login(cast.accounts["bella"])
    assert "Dashboard" not in other.get(PAGE).content.decode()
    assert other.post(f"{PAGE}{token.id}/revoke/").status_code == 404


def test_a_stranger_is_asked_to_sign_in(cast, client: Client) -> None:
    assert client.get(PAGE).url.startswith("/accounts/login/")

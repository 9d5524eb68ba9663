"""Whatever is sent, the answer is a 4xx in one shape, and never a 500."""

import pytest
from django.test import Client

SHAPE = {"message", "troubles"}
DEEP = b'{"title": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
BODIES = {
    "nothing": b"",
    "no JSON": b"{title}",
    "half of it": b'{"title": "Decide',
    "a list": b"[]",
    "a number": b"7",
    "null": b"null",
    "not UTF-8": b'{"title": "\xff\xfe"}',
    "too deep": DEEP,
    "deep and unknown": b'{"x": ' + b"[" * 500 + b"]" * 500 + b"}",
    "a NUL": b'{"title": "a\\u0000b", "why": "", "owner_id": "01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f"}',
    "half a surrogate pair": b'{"title": "a\\ud800", "why": "", "owner_id": "01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f"}',
    "half a pair as a name": b'{"\\udfff": 1}',
    "a huge integer": b'{"title": "a", "why": "", "target": ' + b"9" * 5_000 + b"}",
    "a huge power": b'{"title": "a", "why": "", "owner_id": "01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f", "target": 1e400}',
    "more digits than are kept": b'{"title": "a", "why": "", "owner_id": "01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f", "target": "123456789012345678901.5"}',
    "not a number": b'{"title": "a", "why": "", "owner_id": "01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f", "target": NaN}',
    "a date far off": b'{"title": "a", "why": "", "owner_id": "01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f", "due": "99999-01-01"}',
    "a field there is not": b'{"title": "a", "why": "", "owner_id": "01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f", "client_id": 1}',
    "a text too long": b'{"title": "' + b"a" * 100_000 + b'", "why": "", "owner_id": "01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f"}',
    "three megabytes": b'{"title": "' + b"a" * 3_000_000 + b'"}',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_body_that_does_not_fit_is_refused_in_one_shape(cast, calling, body: bytes) -> None:
    answer = calling(cast.fiona).post("goals/set-goal", raw=body)
    assert 400 <= answer.status_code < 500
    assert set(answer.json()) == SHAPE


@pytest.mark.parametrize("goal_id", ["", "x", "\x00", "0" * 5_000, "ü"])
def test_a_parameter_that_does_not_fit_is_named(cast, calling, goal_id: str) -> None:
    answer = calling(cast.fiona).get("goals/show-goal", goal_id=goal_id)
    assert answer.status_code == 422
    assert [trouble["where"] for trouble in answer.json()["troubles"]] == ["goal_id"]


def test_each_trouble_names_its_place_in_words_of_ours(cast, calling) -> None:
    answer = calling(cast.fiona).post("goals/set-goal", {"title": "", "why": "Storms", "colour": "red"})
    assert {(trouble["where"], trouble["what"]) for trouble in answer.json()["troubles"]} == {
        ("title", "Write something here."), ("owner_id", "This is needed."), ("colour", "There is no such field. Leave it out.")}


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_a_method_that_is_not_taken_says_which_are(client: Client, db, method: str) -> None:
    answer = getattr(client, method)("/api/goals/set-goal/")
    assert (answer.status_code, answer.headers["Allow"], set(answer.json())) == (405, "POST", SHAPE)


@pytest.mark.parametrize("path", ["/api/nothing/", "/api/goals/", "/api/goals/list-goals", "/api/../etc/"])
def test_an_address_that_is_not_there(client: Client, db, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, set(answer.json())) == (404, SHAPE)


@pytest.mark.parametrize("key", ["ü", "a b", "x" * 81])
def test_a_key_that_does_not_fit_is_refused(cast, calling, key: str) -> None:
    assert calling(cast.fiona).post("goals/set-goal", {}, key=key).status_code == 422


def test_nothing_in_between_keeps_an_answer(client: Client, db) -> None:
    assert client.get("/api/goals/list-goals/").headers["Cache-Control"] == "no-store"


def test_nobody_is_told_how_to_come_in(client: Client, db) -> None:
    assert client.get("/api/goals/list-goals/").headers["WWW-Authenticate"] == "Bearer"

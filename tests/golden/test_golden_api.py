"""The API's description is a promise to programs that others wrote."""

import json

from django.test import Client

from tests.golden.golden import kept


def test_the_description_of_the_api_is_the_one_we_published(client: Client, db) -> None:
    now = json.dumps(client.get("/api/openapi.json").json(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    assert now == kept("openapi.json", now), "The API changed. If that is meant, run this test once with ACCORD_RECORD=1."

"""What waits, for tests of pages: rows of our own at the places where ideas meet."""

from datetime import timedelta

import pytest

from accord.base import clock, registry
from accord.base.registry.meeting import CollectionPoint


@pytest.fixture
def owes(monkeypatch):
    """owes(Fiona, title, days=, who=): from then on it waits for her, and for nobody else. No idea says anything meanwhile."""
    kept = []
    point = CollectionPoint("owed")
    point.register("tests")(lambda by: [row for whom, row in kept if whom.person_id == by.person_id])
    monkeypatch.setattr(registry, "owed", point)

    def owe(whom, title, *, days=1, who="Head of Claims", can_wait=False, minutes=2):
        since = clock.now() - timedelta(days=days)
        kept.append((whom, registry.Owed(title, "tests", title, "", "/there/", "Review", since, who, who, "business", minutes, can_wait)))

    return owe


@pytest.fixture
def page(client, cast):
    """page("fiona", "today/") as the browser gets it; Alder's unless the path begins with a slash."""

    def get(who, path="", **query):
        client.force_login(cast.accounts[who], backend="django.contrib.auth.backends.ModelBackend")
        return client.get(path if path.startswith("/") else f"/alder-mutual/{path}", query)

    return get


@pytest.fixture
def send(client, cast):
    """The same for what a form sends."""

    def post(who, path, **words):
        client.force_login(cast.accounts[who], backend="django.contrib.auth.backends.ModelBackend")
        return client.post(path if path.startswith("/") else f"/alder-mutual/{path}", words)

    return post

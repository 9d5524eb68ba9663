"""How often each everyday page asks the database: a number that may fall, and rises only on purpose."""

import json

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accord.ideas.worth.tests import road
from tests.golden.golden import kept


def test_pages_ask_the_database_as_often_as_we_wrote_down(client, cast) -> None:
    with cast.inside():
        one = road.filed(cast)
        road.heard(cast, one.id)
        road.aimed(cast, one.id)
    client.force_login(cast.accounts["fiona"], backend="django.contrib.auth.backends.ModelBackend")
    counts = {}
    for name, path in {"today": "today/", "initiatives": "initiatives/", "initiative": f"initiatives/{one.id}/", "goals": "goals/"}.items():
        client.get(f"/alder-mutual/{path}")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/alder-mutual/{path}").status_code == 200
        counts[name] = sum(not query["sql"].startswith(("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET ")) for query in asked)
    now = json.dumps(counts, indent=1) + "\n"
    assert now == kept("queries.json", now), "A page asks more or less often. If that is meant, run this test once with ACCORD_RECORD=1."

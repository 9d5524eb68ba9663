"""Thousands of requests made up from the API's own description: no server error, and every answer is one that the description declares."""

import warnings
from collections.abc import Iterator

import pytest
import schemathesis
from django.core import signals
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from accord.base import registry, scope
from accord.base.people import actions

IN_ALL = 600  # requests, over all operations
NOT_ASKED = [positive_data_acceptance]  # control characters fit the description and are refused all the same
warnings.simplefilter("ignore")  # of what makes up the requests; those of Accord are errors in its own tests


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """A server closes its connection after each request; here everything happens in the test's own transaction."""
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def headers(cast) -> dict[str, str]:
    with scope.within(cast.alder.id):
        text = actions.make_token(by=cast.fiona, name="Made-up requests", may_write=True, days=1).text
    return {"Authorization": f"Bearer {text}"}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", [spec.name for spec in registry.specs(registry.API)])
def test_made_up_requests_are_answered_as_described(headers, name: str) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())
    operation = schema.find_operation_by_id(name.replace(".", "_"))
    each = max(6, IN_ALL // len(registry.specs(registry.API)))

    @settings(max_examples=each, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=headers, excluded_checks=NOT_ASKED)

    ask()

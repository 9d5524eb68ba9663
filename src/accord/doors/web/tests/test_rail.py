"""Below the rail's own pages stand the settings, for those who have any."""

from uuid import uuid4

import pytest
from django.test import RequestFactory

from accord.base.people.rules import Actor, Role
from accord.doors.web import nav


@pytest.mark.parametrize(("role", "side", "led_to"), [
    (Role.FACILITATOR, "it", ["People and teams", "Keys for programs"]),
    (Role.PROVIDER_LEAD, "it", ["People and teams", "Keys for programs", "Add a client"]),
    (Role.CONTRIBUTOR, "it", ["Keys for programs"]),
    (Role.BUSINESS_LEAD, "business", []),
])
def test_below_stand_the_settings_of_those_who_have_any(role: Role, side: str, led_to: list[str]) -> None:
    request = RequestFactory().get("/")
    request.resolver_match = None
    request.actor = Actor(uuid4(), uuid4(), "Somebody", "", side, role)
    assert [one.label for one in nav.shown(request, "alder-mutual", quiet=True)] == led_to
    assert not {*led_to} & {page.label for page in nav._pages.values() if not page.quiet}

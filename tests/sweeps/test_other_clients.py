"""Sam works at Brightwell. Whatever he is given of Alder's, he is told what he would be told if it did not exist, and nothing changes."""

import re
from typing import Any
from uuid import UUID

import pytest
from pydantic_core import to_jsonable_python

from accord.base import registry, scope
from accord.base.registry import Spec

from .addresses import METHODS, every
from .conftest import CANARY, World
from .examples import INVENTED, arguments, ids_in
from .rows import changed, digests

OTHERS = re.compile(rb"[0-9a-f]{8}-[0-9a-f-]{27}|alder-mutual|no-such-client|name=\"csrfmiddlewaretoken\" value=\"\w+\"")


def plain(answer: Any) -> tuple[int, bytes]:
    """An answer without what the asker put into it."""
    return answer.status_code, OTHERS.sub(b"", answer.content)


@pytest.fixture
def sams(world: World) -> Any:
    return world.signed_in("sam")


@pytest.fixture
def before(world: World, sams) -> dict[str, str]:
    return digests(world.cast.alder, world.cast.brightwell)


def test_an_address_of_another_client_is_not_there(world: World, sams, before) -> None:
    told = []
    for address in (one for one in every() if one.of_client):
        real, none = address.path(world.cast.alder, address.own(world.cast.alder)), address.path("no-such-client", dict.fromkeys(address.ids, INVENTED))
        for method in METHODS:
            foreign, invented = (getattr(sams, method)(path) for path in (real, none))
            if foreign.status_code != 404 or plain(foreign) != plain(invented):
                told.append(f"{method} {address.name}: {foreign.status_code}, invented {invented.status_code}")
    assert not told, "\n".join(told)
    assert changed(before, digests(world.cast.alder, world.cast.brightwell)) == []


def refused(browser: Any, method: str, path: str) -> tuple[int, bytes]:
    """The answer, and where a form leads that was not even read."""
    answer = getattr(browser, method)(path)
    browser.cookies.pop("messages", None)  # a toast for the next page is no difference between the two
    return (302, OTHERS.sub(b"", answer.url.encode())) if answer.status_code == 302 else plain(answer)


def test_another_clients_id_at_ones_own_address_is_not_there(world: World, sams, before) -> None:
    told = []
    for address in (one for one in every() if one.of_client):
        own, theirs = address.own(world.cast.brightwell), address.own(world.cast.alder)
        for name in address.ids:
            for method in ("get", "post"):  # the others are the same at any id, and are tried above
                foreign, invented = (refused(sams, method, address.path(world.cast.brightwell, {**own, name: id})) for id in (theirs[name], INVENTED))
                fits = (404, 405, 302) if method == "post" else (404, 405)
                if foreign[0] not in fits or foreign != invented:
                    told.append(f"{method} {address.name} {name}: {foreign[0]}, invented {invented[0]}")
    assert not told, "\n".join(told)
    assert changed(before, digests(world.cast.alder, world.cast.brightwell)) == []


def outcome(world: World, spec: Spec, given: dict[str, Any]) -> str:
    """What a verb says to Sam: the result, or the kind of refusal and its words without the id."""
    try:
        with scope.outside("Sam asks"), scope.unit(), scope.within(world.cast.brightwell.id):
            return f"shown {to_jsonable_python(registry.call(spec.name, by=world.cast.sam, **given))}"
    except (registry.NotThere, registry.Refused, registry.Mistake) as refusal:
        return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", f"{type(refusal).__name__}: {refusal}")


def put(given: dict[str, Any], name: str, id: UUID) -> dict[str, Any]:
    return {**given, name: [id] if isinstance(given[name], list) else id}


def test_another_clients_id_in_a_verb_is_not_there(world: World, before) -> None:
    told = []
    for spec in registry.specs():
        own, theirs = arguments(spec, world.cast.brightwell), arguments(spec, world.cast.alder)
        for name in ids_in(spec):
            foreign, invented = (outcome(world, spec, given) for given in ({**own, name: theirs[name]}, put(own, name, INVENTED)))
            if foreign.startswith("shown") or foreign != invented:
                told.append(f"{spec.name} {name}: {foreign[:80]}, invented {invented[:80]}")
    assert not told, "\n".join(told)
    assert changed(before, digests(world.cast.alder, world.cast.brightwell)) == []


def test_nothing_a_verb_tells_is_anothers(world: World) -> None:
    told = [spec.name for spec in registry.specs() if spec.kind == "query" and CANARY in outcome(world, spec, arguments(spec, world.cast.brightwell))]
    assert not told, "\n".join(told)


def test_what_sam_may_see_of_his_own_is_shown(world: World) -> None:
    """So that the refusals above are about Alder and not about everything."""
    asked = [spec for spec in registry.specs() if spec.kind == "query"]
    shown = [spec for spec in asked if outcome(world, spec, arguments(spec, world.cast.brightwell)).startswith("shown")]
    assert len(shown) > 0.9 * len(asked)

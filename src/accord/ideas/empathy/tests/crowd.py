"""Both sides with enough people to be shown: told by the product's own actions."""

from collections.abc import Iterable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from accord.base import clock
from accord.base.people import access
from accord.base.people import actions as people
from accord.base.people.rules import Actor, Role
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import Round
from accord.ideas.goals import actions as goals
from tests.cast import Cast

WORK = ("Quote tool on tablets", "Move to the new data centre", "January audit", "Renewal letters", "Broker portal speed", "Access reviews")


def gather(cast: Cast, business: int = 5, it: int = 5) -> SimpleNamespace:
    """So many people of each side at Alder, each with a link; and work to ask about."""
    found: dict[str, list[Actor]] = {"business": [], "it": []}
    for side, count in (("business", business), ("it", it)):
        for number in range(count):
            person = people.add_person(by=cast.fiona, name=f"{side} {number}", email=f"{side}{number}@alder.example", side=side)  # type: ignore[arg-type]
            found[side].append(access.actor_of(person, Role.PARTICIPANT, "link"))
    with_act = [open_work(cast, title) for title in WORK]
    return SimpleNamespace(cast=cast, business=found["business"], it=found["it"], work=with_act)


def open_work(cast: Cast, title: str) -> Any:
    from accord.ideas.listen import actions as listen

    initiative = listen.file_request(by=cast.fiona, problem=title).request.initiative
    goals.rename_initiative(by=cast.fiona, initiative_id=initiative.id, title=title)
    return initiative


def start(made: SimpleNamespace, **given: Any) -> Round:
    told = {
        "title": "Spring priorities", "closes_on": clock.today() + timedelta(days=7), "initiative_ids": [one.id for one in made.work],
        "person_ids": [one.person_id for one in (*made.business, *made.it)],
    }  # fmt: skip
    return empathy.start_round(by=made.cast.fiona, **(told | given))


def says(by: Actor, row: Round, own: Iterable[int] = (), guess: Iterable[int] = (), because: str = "", done: bool = True) -> None:
    """Marks in the order of the items; a five takes the reason."""
    ids = [str(item.id) for item in row.items.all()]
    own = list(own)
    reasons = {id: because for id, mark in zip(ids, own, strict=False) if mark == 5} if because else {}
    marks = {id: mark for id, mark in zip(ids, own, strict=False) if mark}
    empathy.answer(by=by, round_id=row.id, own=marks, guess={id: mark for id, mark in zip(ids, guess, strict=False) if mark}, because=reasons, done=done)


def shares(by: Actor, row: Round, *points: int, own: Iterable[int] = (), because: str = "") -> None:
    """A hundred points in the order of the items, with marks if they are given."""
    ids = [str(item.id) for item in row.items.all()]
    if own:
        says(by, row, own, because=because, done=False)
    empathy.share_points(by=by, round_id=row.id, points=dict(zip(ids, points, strict=False)))

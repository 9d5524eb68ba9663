"""A client where a warning without a name can be given: enough people, listeners, somebody above them, a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .door import Reporter

if TYPE_CHECKING:
    from tests.cast import Cast


def furnish(cast: Cast) -> None:
    """Fourteen people beside the cast; Bella listens, Petra comes next; a goal both sides share."""
    from accord.base.people import actions as people
    from accord.ideas.goals import actions as goals
    from accord.ideas.risks import actions as risks

    with cast.inside():
        for n in range(14):
            people.add_person(
                by=cast.fiona, name=f"Person {n}", email=f"p{n}@alder.example", job="Clerk", team=("Claims", "Delivery")[n % 2]
            )
        goals.set_goal(by=cast.fiona, title="Decide nine in ten claims in three days", why="Storm season", owner_id=cast.bella.person_id)
        risks.set_handling(by=cast.fiona, listener_ids=[cast.bella.person_id], ladder_ids=[cast.petra.person_id])


@pytest.fixture
def house(cast: Cast) -> Cast:
    furnish(cast)
    return cast


@pytest.fixture
def reporter(house: Any) -> Reporter:
    return Reporter(house.alder.id)

"""A recall check at Alder with enough people on both sides: for tests about recall."""

from types import SimpleNamespace

from accord.base.people import access
from accord.base.people import actions as people
from accord.base.people.rules import Role
from accord.ideas.goals import actions as goals
from tests.cast import Cast


def started(cast: Cast, *, business: int = 5, it: int = 5, **more) -> SimpleNamespace:
    """Two goals, Bella's and Ian's; a check that asks so many of each side, none of them of the cast. `guests` are the asked."""
    claims = goals.set_goal(by=cast.fiona, title="Decide claims in five days", why="People remember", owner_id=cast.bella.person_id)
    signin = goals.set_goal(by=cast.fiona, title="One sign-in for everything", why="Passwords", owner_id=cast.ian.person_id)
    asked = [
        people.add_person(by=cast.fiona, name=f"{side} {n}", email=f"{side}{n}@alder.example", job=f"{side} person {n}", side=side)
        for side, count in (("business", business), ("it", it))
        for n in range(count)
    ]
    row = goals.start_recall_check(by=cast.fiona, person_ids=[one.id for one in asked], **more)
    guests = [access.actor_of(one, Role.PARTICIPANT, "link") for one in asked]
    return SimpleNamespace(cast=cast, row=row, claims=claims.goal_id, signin=signin.goal_id, guests=guests, people=asked)


def answer(made: SimpleNamespace, *said: list[str]) -> None:
    """The first of the asked answer, one list each."""
    for guest, things in zip(made.guests, said, strict=False):
        goals.answer_recall(by=guest, recall_id=made.row.id, things=things)

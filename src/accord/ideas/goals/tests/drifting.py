"""Goals of Alder that drift, made by the product's own actions: for tests about drift and resets."""

from datetime import timedelta
from types import SimpleNamespace

from accord.base import clock, registry
from accord.ideas.goals import actions as goals
from tests.cast import Cast


def claims(cast: Cast) -> SimpleNamespace:
    """Bella's goal; Ian's Identity work for it agreed to five days."""
    made = goals.set_goal(by=cast.fiona, title="Decide claims in five days", why="People remember the slowest claim", owner_id=cast.bella.person_id)
    link = goals.contribute(by=cast.fiona, goal_id=made.goal_id, role="Identity", speaker_id=cast.ian.person_id)
    agree(cast, link.id, "We keep sign-in up so that handlers decide by Friday")
    return SimpleNamespace(goal_id=made.goal_id, link_id=link.id)


def agree(cast: Cast, link_id, words: str) -> None:
    said = goals.teach_back(by=cast.ian, link_id=link_id, words=words)
    goals.confirm(by=cast.bella, teach_back_id=said.id, agrees=True)


def silently(cast: Cast, goal_id, title: str = "Decide claims in three days") -> None:
    goals.change_goal(by=cast.fiona, goal_id=goal_id, reason="The regulator", title=title, tell=False)


def call(cast: Cast, *goal_ids, **more):
    today = clock.today()
    said = {"person_ids": [cast.bella.person_id, cast.ian.person_id], "why": "Three days meant two things", "picture_on": today + timedelta(90)}
    return goals.call_reset(by=cast.fiona, goal_ids=list(goal_ids), answer_by=today + timedelta(5), **(said | more))


def guess_anew(cast: Cast) -> None:
    """Both sides guess each other once more after a reset, which is what else it waits for."""
    for one in registry.call("empathy.list_rounds", by=cast.fiona):
        if one.state == "open":
            marks = {str(item.id): 4 for item in one.items}
            for who in (cast.bella, cast.ian):
                registry.call("empathy.answer", by=who, round_id=one.id, own=marks, guess=marks)

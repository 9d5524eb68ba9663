"""Initiatives for tests that need many: opened, served and moved on by the product's own actions."""

from datetime import timedelta

from accord.base import clock
from accord.base.journal.acts import act
from accord.base.people.rules import Actor
from accord.ideas.goals import actions
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage


def opened(by: Actor, title: str, *, why: str = "", stage: Stage = Stage.REQUESTED, reason: str = "") -> Initiative:
    """One initiative that came as far as `stage`."""
    with act(by, "tests.open"):
        made = actions.open_initiative(by=by, title=title, why=why)
        for reached in list(Stage)[1 : stage.place + 1]:
            actions.reach(by=by, initiative=made, stage=reached, reason=reason if reached is stage else "")
    return made


def many(by: Actor, count: int) -> list[Initiative]:
    """So many, spread over the stages and over the last days."""
    now = clock.now()
    made = []
    for number in range(count):
        with clock.at(now - timedelta(hours=number)):
            made.append(opened(by, f"Problem {number + 1}", why="Somebody waits for it every day.", stage=list(Stage)[number % 6]))
    return made

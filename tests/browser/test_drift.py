"""Drift and resets in a browser: well on a desk and on a phone, in light and in dark, at each step of a reset."""

from datetime import timedelta

import pytest

from accord.base import clock
from accord.ideas.goals import actions as goals
from accord.ideas.goals.tests import drifting as story

WIDTHS = (1440, 375)
THANKS = "A customer rings on the fourth day to say thank you, and not to ask. The letter is there, in a storm week too."


@pytest.fixture
def pages(cast) -> dict[str, tuple[str, str]]:
    """Name of the page -> whose it is, and where: what drifts, a sealed reset, one that met and waits for the last word."""
    with cast.inside():
        made, other = story.claims(cast), story.claims(cast)
        goals.set_goal(by=cast.fiona, title="Letters people understand", why="They ring us", owner_id=cast.bella.person_id)
        with clock.at(clock.now() - timedelta(days=20)):
            story.silently(cast, made.goal_id)
        story.silently(cast, other.goal_id, "Answer brokers in two hours")
        sealed = story.call(cast, other.goal_id)
        goals.picture(by=cast.ian, reset_id=sealed.id, words="Nothing fell over on the way.")
        met = story.call(cast, made.goal_id)
        goals.picture(by=cast.bella, reset_id=met.id, words=THANKS)
        goals.picture(by=cast.ian, reset_id=met.id, words="Simple claims run through the rules by themselves overnight.")
        said = {"business": "the customer holds the letter", "it": "the decision rules have run", "settled": "the letter is there"}
        goals.note_point(by=cast.fiona, reset_id=met.id, point="A claim is decided when", **said)
        goals.note_point(by=cast.fiona, reset_id=met.id, point="Out of ten claims", business="nine", it="nine", apart=False)
        goals.note_minutes(by=cast.fiona, reset_id=met.id, words="Forty minutes, two by telephone.")
        goals.settle(
            by=cast.fiona, reset_id=met.id, goal_id=made.goal_id, title="Nine in ten claims have their letter in three days",
            look_again=clock.today() + timedelta(days=60),
        )  # fmt: skip
    here = "/alder-mutual/goals/"
    return {
        "drift": ("fiona", f"{here}drift/"), "kind": ("bella", f"{here}drift/goals.unserved/"), "call": ("fiona", f"{here}resets/new/?goal={made.goal_id}"),
        "resets": ("fiona", f"{here}resets/"), "sealed": ("fiona", f"{here}resets/{sealed.id}/"), "met": ("fiona", f"{here}resets/{met.id}/"),
        "wall": ("bella", f"{here}resets/{met.id}/wall/"), "picture": ("bella", f"/alder-mutual/asked-of-me/picture/{sealed.id}/"),
    }  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_drift_and_resets_are_well_on_a_desk_and_on_a_phone(open_page, cast, pages, theme) -> None:
    for name, (account, path) in pages.items():
        seen = open_page(path, theme=theme, account=cast.accounts[account])
        for width in WIDTHS:
            seen.page.set_viewport_size({"width": width, "height": 900})
            seen.width = width
            seen.shot(f"drift-{name}")
            seen.fits()
            seen.is_accessible()
        seen.is_quiet()

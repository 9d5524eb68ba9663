"""The worth page at every width and in both themes, and a range given on a phone without a script."""

import pytest

from accord.base.journal.acts import act
from accord.ideas.goals import actions as goals
from accord.ideas.worth import actions
from accord.ideas.worth.models import Quantity


@pytest.fixture
def told(cast):
    """The story of the mock-up, as far as worth: a desk was asked for, two better paths were found, the ranges are from those who know."""
    with cast.inside():
        with act(cast.bella, "told by a test"):
            initiative = goals.open_initiative(by=cast.bella, title="Claims handlers locked out")
        actions.open_case(by=cast.fiona, initiative_id=initiative.id, asked="Password desk, day and night", better="Self-service reset and single sign-on")
        actions.set_option(
            by=cast.fiona, initiative_id=initiative.id, name="Passwords that last 180 days", note="A policy change and a banner ten days before expiry.")
        ranges = {
            "people affected": (120, 160), "times a week": (0.2, 0.9), "minutes lost": (24, 36), "cost of an hour": (38, 46), "yearly growth": (0, 5),
            "asked one-time cost": (20_000, 60_000), "asked running cost": (90_000, 140_000), "asked part removed": (30, 50),
            "better one-time cost": (90_000, 134_000), "better running cost": (6_000, 12_000), "better part removed": (66, 80),
            "better 2 one-time cost": (4_000, 12_000), "better 2 running cost": (500, 2_000), "better 2 part removed": (18, 30),
        }
        for quantity in Quantity.objects.filter(case__initiative=initiative, name__in=ranges):
            low, high = ranges[quantity.name]
            who = cast.bella if quantity.name in ("people affected", "minutes lost") else cast.ian
            actions.give_range(by=cast.fiona, quantity_id=quantity.id, low=low, high=high, basis="ticket tags, twelve months", person_id=who.person_id)
    return initiative


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (1440, "dark"), (768, "light"), (375, "light"), (375, "dark"), (320, "light")])
def test_the_worth_page_is_well_at_every_width(open_page, cast, told, width, theme) -> None:
    seen = open_page(f"/{cast.alder.slug}/initiatives/{told.id}/worth/", width=width, theme=theme, account=cast.accounts["fiona"])
    seen.is_well("worth")

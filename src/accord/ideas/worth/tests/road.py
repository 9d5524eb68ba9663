"""The road of one request up to where it can be decided: asked, heard, confirmed, weighed; told by the product's own actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from accord.ideas.goals.models import Initiative
    from tests.cast import Cast

DESK, SIGN_ON = "Password desk, day and night", "Self-service reset and single sign-on"
CANARY = "Quentin Blackwood-Canary"  # a name that only the notes about politics know
RANGES = {
    "people affected": (60, 110), "times a week": (0.6, 1.4), "minutes lost": (24, 36), "cost of an hour": (38, 46), "yearly growth": (0, 6),
    "asked one-time cost": (20_000, 40_000), "asked running cost": (60_000, 90_000), "asked part removed": (60, 85), "asked delay": (1, 3),
    "asked ramp": (1, 2), "asked chance of cancellation": (5, 10), "better one-time cost": (20_000, 34_000), "better running cost": (2_000, 5_000),
    "better part removed": (66, 80), "better delay": (2, 5), "better ramp": (1, 3), "better chance of cancellation": (5, 10),
}


def filed(cast: Cast) -> Initiative:
    """Bella asks for a password desk, in her own words."""
    from accord.ideas.listen import actions as listen

    problem = "On storm days my handlers cannot sign in and claims wait until noon."
    return listen.file_request(by=cast.bella, problem=problem, asked_for=DESK).request.initiative


def heard(cast: Cast, initiative_id: UUID) -> None:
    """What Bella said, said back; she says yes to the first sentence and puts the second in her own words."""
    from accord.ideas.listen import actions as listen
    from accord.ideas.listen.actions import Said, Word

    bella = cast.people["bella"].id
    listen.note_answer(by=cast.fiona, initiative_id=initiative_id, person_id=bella, words="We lose the first hour of every storm.", aspect="goal")
    sentences = [Said("Handlers who cannot sign in lose the first hour of a storm day.", "goal"), Said("It happens on every storm day.", "if_not")]
    played = listen.play_back(by=cast.fiona, initiative_id=initiative_id, person_id=bella, sentences=sentences)
    first, second = played.version.sentences.order_by("place")
    said = [Word(first.id, True), Word(second.id, False, "On named storms, not on every storm.")]
    listen.say_to_sentences(by=cast.bella, playback_id=played.version.playback_id, said=said)


def weighed(cast: Cast, initiative_id: UUID) -> None:
    """The asked-for desk and a better path, every range given by somebody. Weighed once, at the end: each weighing takes a second."""
    from unittest.mock import patch

    from accord.ideas.worth import actions
    from accord.ideas.worth.models import Quantity

    with patch("accord.ideas.worth.actions.changing.keep"):
        actions.open_case(by=cast.fiona, initiative_id=initiative_id, asked=DESK, better=SIGN_ON)
        for quantity in Quantity.objects.filter(case__initiative=initiative_id).exclude(name="cost of an hour"):
            if quantity.name in RANGES:
                low, high = RANGES[quantity.name]
                by = cast.bella if quantity.name in ("people affected", "times a week") else cast.ian
                actions.give_range(by=by, quantity_id=quantity.id, low=low, high=high, basis="shift plan")
    last = Quantity.objects.get(case__initiative=initiative_id, name="cost of an hour")
    actions.give_range(by=cast.ian, quantity_id=last.id, low=38, high=46, basis="shift plan")


def aimed(cast: Cast, initiative_id: UUID) -> None:
    """The goal both sides share."""
    from datetime import date
    from decimal import Decimal

    from accord.ideas.goals import actions as goals

    version = goals.set_goal(
        by=cast.fiona, title="Decide nine in ten claims in three days", why="Customers stay when they hear early.", owner_id=cast.people["bella"].id,
        measure="Claims decided within three days", unit="of 100", baseline=Decimal(60), current=Decimal(71), target=Decimal(90), due=date(2027, 6, 1),
    )
    goals.serve(by=cast.fiona, initiative_id=initiative_id, goal_id=version.goal_id)


def whispered(cast: Cast, initiative_id: UUID) -> None:
    """A note about politics, which must never be seen on paper."""
    from accord.ideas.worth import actions

    actions.note_stakeholder(by=cast.fiona, initiative_id=initiative_id, name=CANARY, notes=f"{CANARY} wants the desk for his own team")


def to_the_decision(cast: Cast) -> Initiative:
    initiative = filed(cast)
    heard(cast, initiative.id)
    weighed(cast, initiative.id)
    aimed(cast, initiative.id)
    whispered(cast, initiative.id)
    return initiative

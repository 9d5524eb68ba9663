"""What closing a check-in does beside what closing any round does."""

from collections.abc import Iterable

from accord.base.people import queries as people
from accord.base.people.rules import Actor

from .. import pulse_letters
from ..models import PULSE, OtherGoal, Round, RoundPart
from ..pages.digest import digest
from ..rules.said import Said
from ..rules.tally import GOAL

SOMETHING_ELSE = GOAL[2]


def wrap_up(*, by: Actor, row: Round, opened: Iterable[tuple[RoundPart, Said, bool]]) -> None:
    """Inside the act that closes a round. Of a check-in: keep which other goals were named, and write to the facilitators what moved."""
    if row.kind != PULSE:
        return
    OtherGoal.objects.bulk_create([
        OtherGoal(round=row, person_id=part.person_id, side=part.side, words=said.goal_words.strip())
        for part, said, _proxy in opened if said.goal == SOMETHING_ELSE and said.goal_words.strip()
    ])  # fmt: skip
    for person in people.facilitators():
        pulse_letters.closed(person, row, lambda: digest(row.id))

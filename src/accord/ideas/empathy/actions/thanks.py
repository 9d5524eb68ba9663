"""A word of thanks in a check-in: it goes out at once. An idea that registers its own page for thanks takes this one's place."""

from uuid import UUID

from accord.base import journal, registry
from accord.base.people import queries as people
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .. import pulse_letters, queries
from ..models import Thanks
from .rounds import locked


@registry.action("empathy.give_thanks", may="perspectives.answer")
def give_thanks(*, by: Actor, round_id: UUID, words: str, person_id: UUID | None = None, team_id: UUID | None = None) -> Thanks:
    """Thank a person, or everybody in a team. They have it by letter at once, with who says it; the same words twice are one."""
    row = locked(round_id)
    part = queries.part(round_id, by.person_id)
    whom = {"person": people.person(person_id) if person_id else None, "team": people.team(team_id) if team_id else None}
    given = " ".join(words.split())
    known = Thanks.objects.filter(round=row, by=part.person_id, words=given, **whom).first()
    if known is not None:
        return known
    made = Thanks.objects.create(round=row, by=part.person, words=given, **whom)
    journal.record(by=by, event="empathy.thanked", subject=made, payload={})
    for one in [made.person] if made.person else Person.objects.filter(team=made.team, left_at=None).exclude(id=part.person_id):
        pulse_letters.thanked(one, made)
    return made

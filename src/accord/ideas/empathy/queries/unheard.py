"""Who was said to be asked too, in rounds that are closed, and was never heard."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q
from django.utils.text import slugify

from accord.base import scope
from accord.base.people.models import Person
from accord.ideas.listen.models import Asking, Joining, Playback, Request, Sentence

from ..models import Named, RoundPart


@dataclass
class Unheard:
    """Somebody whom nobody asked. person: None where we do not know them yet; rounds: in how many they were named; often: more than once."""

    words: str
    person: Person | None
    often: bool = False
    both_sides: bool = False
    rounds: set[UUID] = field(default_factory=set)

    @property
    def called(self) -> str:
        return self.person.called if self.person else self.words


@scope.once
def unheard() -> tuple[Unheard, ...]:
    """Named more than once, and neither asked in any round, nor heard, nor ever asking themselves. Those most often named first."""
    rows = list(Named.objects.select_related("person__team").filter(round__closed_at__isnull=False).order_by("round__closed_at", "id"))
    if not rows:
        return ()
    known = by_name(Person.objects.select_related("team").filter(left_at=None))
    found: dict[object, Unheard] = {}
    for row in rows:
        person = row.person or known.get(slugify(row.words, allow_unicode=True))
        one = found.setdefault(person.id if person else slugify(row.words, allow_unicode=True), Unheard(row.words, person))
        one.rounds.add(row.round_id)
        one.both_sides |= row.both_sides
        one.often |= row.often or len(one.rounds) > 1
    often = [one for one in found.values() if one.often and (one.person is None or one.person.left_at is None)]
    heard = heard_ids([one.person.id for one in often if one.person])
    left = [one for one in often if one.person is None or one.person.id not in heard]
    return tuple(sorted(left, key=lambda one: (-len(one.rounds), not one.both_sides, one.called)))


def by_name(people: Iterable[Person]) -> dict[str, Person]:
    """People by what they do, and by their names, which count more."""
    found: dict[str, Person] = {}
    rows = list(people)
    for person in rows:
        found.setdefault(slugify(person.job, allow_unicode=True), person)
    return found | {slugify(person.name, allow_unicode=True): person for person in rows}


def heard_ids(person_ids: list[UUID]) -> set[UUID]:
    """Who of these was asked in a round, is being asked, had a sentence confirmed, or asked for something."""
    if not person_ids:
        return set()
    agreed = Sentence.objects.filter(Q(verdicts__agrees=True) | Q(theirs=True), version__playback__person__in=person_ids)
    found = set(RoundPart.objects.filter(person__in=person_ids, answers=True).values_list("person_id", flat=True))
    found |= set(Playback.objects.filter(id__in=agreed.values("version__playback_id")).values_list("person_id", flat=True))
    found |= set(Asking.objects.filter(person__in=person_ids, taken_back_at=None).values_list("person_id", flat=True))
    found |= set(Request.objects.filter(asked_by__in=person_ids).values_list("asked_by_id", flat=True))
    return found | set(Joining.objects.filter(person__in=person_ids).values_list("person_id", flat=True))

"""Choosing people of the client."""

from typing import Any

from accord.base.people.models import Person


def name_of(person: Any) -> str:
    """By what they do, then by name."""
    return f"{person.job} ({person.name})" if person.job else str(person.name)


def choices() -> list[tuple[str, str]]:
    """Everybody who is still there."""
    return [(str(person.id), name_of(person)) for person in Person.objects.filter(left_at=None)]

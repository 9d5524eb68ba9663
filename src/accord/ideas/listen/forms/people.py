"""Choosing people of the client."""


from accord.base.people.forms import name_of
from accord.base.people.models import Person


def choices() -> list[tuple[str, str]]:
    """Everybody who is still there."""
    return [(str(person.id), name_of(person)) for person in Person.objects.filter(left_at=None)]

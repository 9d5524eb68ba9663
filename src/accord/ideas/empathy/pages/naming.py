"""How somebody is named inside a sentence."""

from django.utils.translation import gettext as _

from accord.base.people.models import Person


def the(person: Person) -> str:
    """the Head of Claims; by name where nobody wrote down what they do."""
    return _("the %(job)s") % {"job": person.job} if person.job else person.name

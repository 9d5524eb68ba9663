"""The mails of check-ins: what is asked, what moved, thanks."""

from collections.abc import Callable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from accord.base.people import letters
from accord.base.people.models import Person
from accord.base.people.queries import slug

from .models import Round, Thanks


def asking() -> tuple[str, str]:
    """The subject, and what is asked: two minutes."""
    ask = _("%(name)s asks both sides how things stand: two minutes of taps, on a phone if you like. Leave out what you have no answer to.")
    return _("%(title)s: two minutes, until %(day)s"), ask


def closed(person: Person, row: Round, lines: Callable[[], list[str]]) -> None:
    """A facilitator hears what moved, in three lines. lines: asked in the language of the person."""
    url = settings.ADDRESS + reverse("empathy:check_in", kwargs={"client": slug(), "round_id": row.id})

    def write() -> tuple[str, list[str]]:
        return _("What moved: %(title)s") % {"title": row.title}, ["\n".join(f"- {line}" for line in lines()), url]

    letters.post(person, write)


def thanked(person: Person, row: Thanks) -> None:
    """Thanks, word for word, with who says it."""

    def write() -> tuple[str, list[str]]:
        told = {"who": row.by.name, "job": row.by.job, "words": row.words, "team": row.team.name if row.team else ""}
        whom = _("%(who)s thanks everybody in %(team)s:") if row.team else _("%(who)s thanks you:")
        return _("%(who)s says thank you") % told, [whom % told, _("“%(words)s”") % told]

    letters.post(person, write)

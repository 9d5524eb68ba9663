"""The mails of rounds."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accord.base.people import letters

from . import pulse_letters
from .models import PULSE, Choice, Critical, Hearing, RoundPart


def asked(part: RoundPart, url: str, *, again: bool = False) -> None:
    """Somebody is asked how much things matter to them, and what the other side would say."""
    row = part.round

    def write() -> tuple[str, str]:
        told = {"name": row.made_by.name, "day": date_format(row.closes_on, "j F"), "title": row.title}
        subject, ask = pulse_letters.asking() if row.kind == PULSE else _asking()
        blind = _("Nobody sees an answer before %(day)s; then only by side, never by person, and never for fewer than five people.") % told
        return subject % told, "\n\n".join(filter(None, [_("A reminder.") if again else "", row.why, ask % told, blind]))

    letters.send(part.person, write, url)


def _asking() -> tuple[str, str]:
    ask = _("%(name)s asks both sides the same two minutes: how much each thing matters to you, and what you think the others say.")
    return _("What matters most to you? %(title)s"), ask


def closed(part: RoundPart, url: str) -> None:
    """Somebody who took part, or looks on, hears that what came out can be seen."""

    def write() -> tuple[str, str]:
        told = {"title": part.round.title}
        return _("What both sides said: %(title)s") % told, _("“%(title)s” is closed. See what both sides said, and how close the guesses came.") % told

    letters.send(part.person, write, url)


def left_out(words: Sequence[Critical], choice: Choice, url: str) -> None:
    """Whoever called something critical hears that it is not paid for this time, why, and that it is not forgotten. words: all of one person."""

    def write() -> tuple[str, str]:
        titles = ", ".join(f"“{one.item.title}”" for one in words)
        out = _("Not chosen this time: %(titles)s. You said why it is critical, and everybody who decides has read it.") % {"titles": titles}
        why = _("Why it came out so: %(why)s") % {"why": choice.why}
        heard = _("It stays on the list of what is talked about. What was chosen is here:")
        return _("Not chosen this time: %(title)s") % {"title": words[0].item.title}, "\n\n".join((out, why, heard))

    letters.send(words[0].person, write, url)


def tell_more(hearing: Hearing, url: str) -> None:
    """Somebody called something critical and is asked to tell more."""
    critical = hearing.critical

    def write() -> tuple[str, str]:
        told = {"name": hearing.asked_by.name, "item": critical.item.title, "words": critical.words}
        ask = _("You called “%(item)s” critical: “%(words)s” %(name)s would like to understand it better.") % told
        return _("Tell us more: %(item)s") % told, "\n\n".join([ask, _("One question, in your own words. What you write is kept as you write it.")])

    letters.send(critical.person, write, url)

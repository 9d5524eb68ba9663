"""The mails of worth: what asks for a range, and what says how one turned out."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people import letters
from accord.base.people.models import Person

from .models import Fact, RangeAsking


def question(asking: RangeAsking, url: str) -> None:
    """Somebody is asked for a number or several."""

    def write() -> tuple[str, str]:
        who, count = asking.asked_by, asking.questions.count()
        facts = {"who": who.called, "name": who.name, "n": count}
        subject = ngettext("%(who)s asks you for one number", "%(who)s asks you for %(n)d numbers", count) % facts
        words = _("%(name)s would like to know what you know. A range is enough: two ends you would be surprised to land outside.") % facts
        asked = "\n".join(one.words for one in asking.questions.all())
        return subject, "\n\n".join(filter(None, [words, asked, asking.reason]))

    letters.send(asking.person, write, url)


def came_true(fact: Fact, person: Person, url: str) -> None:
    """A quantity somebody gave a range for turned out to be something. Their range beside it is at their own link, and nowhere in the mail."""

    def write() -> tuple[str, str]:
        facts = {"what": fact.quantity.label}
        words = _("You gave a range for “%(what)s”. What it turned out to be is known by now; your link shows it beside your range.") % facts
        return _("“%(what)s”: how it turned out") % facts, words

    letters.send(person, write, url, lambda: _("Only you see how your ranges did. The link is yours alone, so do not pass it on."))

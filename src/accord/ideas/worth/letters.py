"""The mail that asks for a range: short, plain, one link, from one person to another."""

from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people.models import Person

from .models import Fact, RangeAsking


def question(asking: RangeAsking, url: str) -> None:
    """Somebody is asked for a number or several. One without a mail address gets none: the link can be handed over."""
    person, who = asking.person, asking.asked_by
    if not person.email:
        return
    with translation.override(person.language or translation.get_language()):
        count = asking.questions.count()
        facts = {"who": who.called, "name": who.name, "n": count}
        subject = ngettext("%(who)s asks you for one number", "%(who)s asks you for %(n)d numbers", count) % facts
        first = _("Hello %(name)s,") % {"name": person.name}
        words = _("%(name)s would like to know what you know. A range is enough: two ends you would be surprised to land outside.") % facts
        asked = "\n".join(one.words for one in asking.questions.all())
        foot = _("You need no account. The link is yours alone: whoever opens it answers in your name, so do not pass it on.")
        body = "\n\n".join(filter(None, [first, words, asked, asking.reason, url, foot]))
        EmailMessage(" ".join(subject.split())[:180], f"{body}\n", to=[person.email]).send()


def came_true(fact: Fact, person: Person, url: str) -> None:
    """A quantity somebody gave a range for turned out to be something. Their range beside it is at their own link, and nowhere in the mail."""
    with translation.override(person.language or translation.get_language()):
        facts = {"name": person.name, "what": fact.quantity.label}
        subject = _("“%(what)s”: how it turned out") % facts
        first = _("Hello %(name)s,") % facts
        words = _("You gave a range for “%(what)s”. What it turned out to be is known by now; your link shows it beside your range.") % facts
        foot = _("Only you see how your ranges did. The link is yours alone, so do not pass it on.")
        EmailMessage(" ".join(subject.split())[:180], "\n\n".join([first, words, url, foot]) + "\n", to=[person.email]).send()

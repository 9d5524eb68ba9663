"""The mail that asks for a range: short, plain, one link, from one person to another."""

from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import RangeAsking


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

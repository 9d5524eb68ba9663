"""The form of every mail that brings a link: short, plain, one link, from one person to another."""

from collections.abc import Callable

from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from .models import Person


def send(person: Person, write: Callable[[], tuple[str, str]], url: str) -> None:
    """Mail somebody their link. write: gives subject and words, asked in the language of the person."""
    with translation.override(person.language or translation.get_language()):
        subject, words = write()
        foot = _("You need no account. The link is yours alone: whoever opens it answers in your name, so do not pass it on.")
        hello = _("Hello %(name)s,") % {"name": person.name}
        EmailMessage(_one_line(subject), f"{hello}\n\n{words}\n\n{url}\n\n{foot}\n", to=[person.email]).send()


def _one_line(text: str) -> str:
    """A subject holds no line break, whatever somebody typed."""
    return " ".join(text.split())[:180]

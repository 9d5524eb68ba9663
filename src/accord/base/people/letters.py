"""The form of every mail from one person to another: short, plain, at most one link, in the language of whom it is for."""

from collections.abc import Callable

from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from .models import Person


def own_link() -> str:
    """What stands under a link that one answers at."""
    return _("You need no account. The link is yours alone: whoever opens it answers in your name, so do not pass it on.")


def post(person: Person, write: Callable[[], tuple[str, list[str]]]) -> None:
    """Mail somebody. write: gives the subject and the paragraphs, of which empty ones are left out; asked in the language of the person.
    Somebody without an address gets no mail: their link can be handed over."""
    if not person.email:
        return
    with translation.override(person.language or translation.get_language()):
        subject, parts = write()
        hello = _("Hello %(name)s,") % {"name": person.name}
        EmailMessage(_one_line(subject), "\n\n".join([hello, *filter(None, parts)]) + "\n", to=[person.email]).send()


def send(person: Person, write: Callable[[], tuple[str, str]], url: str, foot: Callable[[], str] = own_link) -> None:
    """Mail somebody their link. write: gives subject and words; foot: what stands below the link."""

    def whole() -> tuple[str, list[str]]:
        subject, words = write()
        return subject, [words, url, foot()]

    post(person, whole)


def _one_line(text: str) -> str:
    """A subject holds no line break, whatever somebody typed."""
    return " ".join(text.split())[:180]

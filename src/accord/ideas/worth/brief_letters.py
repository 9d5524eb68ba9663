"""The mails about briefs, hand-overs and decisions: short, plain, one link, from one person to another."""

from collections.abc import Callable

from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .models import Decision, Sending


def _send(person: Person, write: Callable[[], tuple[str, list[str]]]) -> None:
    """In the person's language. Somebody without an address gets no mail: their link can be handed over."""
    if not person.email:
        return
    with translation.override(person.language or translation.get_language()):
        subject, parts = write()
        hello = _("Hello %(name)s,") % {"name": person.name}
        EmailMessage(" ".join(subject.split())[:180], "\n\n".join([hello, *filter(None, parts)]) + "\n", to=[person.email]).send()


def paper(sending: Sending, url: str, *, again: bool = False) -> None:
    """Somebody is sent a brief or a hand-over, or reminded of it."""

    def write() -> tuple[str, list[str]]:
        about = {"title": sending.paper.initiative.title, "who": sending.sent_by.name}
        reminder = _("A reminder, the only one.") if again else ""
        foot = _("You need no account. The link is yours alone: whoever opens it answers in your name, so do not pass it on.")
        if sending.paper.is_hand_over:
            subject = _("What you need to begin: %(title)s") % about
            words = _("%(who)s hands this over to you: why it is wanted, what was ruled out, what is open. Say whether you have what you need.") % about
        else:
            subject = _("One page to read: %(title)s") % about
            words = _("%(who)s sends you a decision brief of one page. Say that you have read it, or what you object to; it takes about three minutes.") % about
        return subject, [reminder, words, sending.note, url, foot]

    _send(sending.person, write)


def thanks(by: Actor, person: Person, decision: Decision) -> None:
    """Whoever raised something that is not worth solving hears so first, and why, with thanks."""

    def write() -> tuple[str, list[str]]:
        about = {"title": decision.initiative.title, "name": by.name, "who": decision.decided_by.called}
        words = _("Thank you for raising “%(title)s”. It was heard and worked out properly, and it turned out not to be worth solving now.") % about
        why = _("The %(who)s decided so, for this reason:") % about
        back = _("If something changes, say so again: what is known stays written down.")
        return _("Thank you for raising “%(title)s”") % about, [words, why, decision.reasons, back, by.name]

    _send(person, write)

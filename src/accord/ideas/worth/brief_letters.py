"""The mails about briefs, hand-overs and decisions."""

from django.utils.translation import gettext as _

from accord.base.people import letters
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .models import Decision, Sending


def paper(sending: Sending, url: str, *, again: bool = False) -> None:
    """Somebody is sent a brief or a hand-over, or reminded of it."""

    def write() -> tuple[str, list[str]]:
        about = {"title": sending.paper.initiative.title, "who": sending.sent_by.name}
        reminder = _("A reminder, the only one.") if again else ""
        if sending.paper.is_hand_over:
            subject = _("What you need to begin: %(title)s") % about
            words = _("%(who)s hands this over to you: why it is wanted, what was ruled out, what is open. Say whether you have what you need.") % about
        else:
            subject = _("One page to read: %(title)s") % about
            words = _("%(who)s sends you a decision brief of one page. Say that you have read it, or what you object to; it takes about three minutes.") % about
        return subject, [reminder, words, sending.note, url, letters.own_link()]

    letters.post(sending.person, write)


def thanks(by: Actor, person: Person, decision: Decision) -> None:
    """Whoever raised something that is not worth solving hears so first, and why, with thanks."""

    def write() -> tuple[str, list[str]]:
        about = {"title": decision.initiative.title, "name": by.name, "who": decision.decided_by.called}
        words = _("Thank you for raising “%(title)s”. It was heard and worked out properly, and it turned out not to be worth solving now.") % about
        why = _("The %(who)s decided so, for this reason:") % about
        back = _("If something changes, say so again: what is known stays written down.")
        return _("Thank you for raising “%(title)s”") % about, [words, why, decision.reasons, back, by.name]

    letters.post(person, write)

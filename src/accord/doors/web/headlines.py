"""Headlines: each a rule over counted facts, never free text. Every one has a calm outcome."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .counting import in_words


def waiting(people: int, things: int) -> str:
    """What Today opens with: people before things."""
    if people:
        return capfirst(ngettext("%(n)s person is waiting for you", "%(n)s people are waiting for you", people) % {"n": in_words(people)})
    if things:
        return capfirst(ngettext("nobody waits, and %(n)s thing needs you", "nobody waits, and %(n)s things need you", things) % {"n": in_words(things)})
    return _("Nobody is waiting for you")


def here(people: int, things: int) -> str:
    """The same, in the row of one client among many."""
    if people:
        return capfirst(ngettext("%(n)s person waits for you", "%(n)s people wait for you", people) % {"n": in_words(people)})
    if things:
        return capfirst(ngettext("%(n)s thing needs you", "%(n)s things need you", things) % {"n": in_words(things)})
    return _("Nobody waits")


def clients(total: int) -> str:
    """What the page of all clients opens with."""
    if not total:
        return _("No client is yours yet")
    return ngettext("You work with %(n)s client", "You work with %(n)s clients", total) % {"n": in_words(total)}


def initiatives(open_: int, waiting_: int, orphans: int) -> str:
    """What the list of initiatives opens with. orphans: those that serve no goal, once there are goals."""
    if not open_:
        return _("Nothing is under way")
    lead = capfirst(ngettext("%(n)s under way", "%(n)s under way", open_) % {"n": in_words(open_)})
    parts = []
    if waiting_:
        parts.append(ngettext("%(n)s waits for somebody", "%(n)s wait for somebody", waiting_) % {"n": in_words(waiting_)})
    if orphans:
        parts.append(ngettext("%(n)s serves no goal", "%(n)s serve no goal", orphans) % {"n": in_words(orphans)})
    return _("%(lead)s: %(rest)s") % {"lead": lead, "rest": ", ".join(parts)} if parts else _("%(lead)s, and nobody waits") % {"lead": lead}

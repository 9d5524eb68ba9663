"""A reply in one line."""

from django.utils.translation import gettext as _

from .models import RangeReply
from .rules.shape import Reply


def in_words(reply: RangeReply) -> str:
    told = {"who": reply.question.asking.person.called, "what": reply.question.quantity.label}
    return {
        Reply.RANGE: _("The %(who)s answered: %(what)s"),
        Reply.UNKNOWN: _("The %(who)s does not know: %(what)s"),
        Reply.NOT_MINE: _("The %(who)s passed it on: %(what)s"),
    }[Reply(reply.kind)] % told

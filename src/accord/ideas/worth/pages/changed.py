"""What a reply changed: before and after, weighed with the same draws, so that the difference is the answer's and not noise."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accord.base.people import reader

from .. import wording
from ..models import RangeReply
from ..rules.facts import Facts
from ..rules.shape import Reply


@dataclass(frozen=True)
class ChangeRow:
    """One figure before and after, as printed."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """who said what; what it did to the choice in a sentence; the figures."""

    reply: RangeReply
    said: str
    sentence: str
    rows: tuple[ChangeRow, ...]


def change(reply: RangeReply, now: Facts | None) -> Change:
    before = Facts.from_data(reply.before.facts) if reply.before else None
    if reply.kind != Reply.RANGE or before is None or now is None:
        return Change(reply, _said(reply), "", ())
    return Change(reply, _said(reply), _sentence(before, now), _rows(before, now))


def _said(reply: RangeReply) -> str:
    label = reply.question.quantity.label
    if reply.kind == Reply.RANGE and reply.voice:
        return f"{label}: {wording.between(reply.voice.low, reply.voice.high, reply.question.quantity.unit)}"
    if reply.kind == Reply.NOT_MINE and reply.to:
        return _("%(label)s: passed on to %(who)s") % {"label": label, "who": reply.to.person.called}
    return _("%(label)s: does not know") % {"label": label}


def _sentence(before: Facts, now: Facts) -> str:
    if before.best != now.best:
        return _("It turned the choice: “%(after)s” is now worth more than “%(before)s”.") % {"after": now.best, "before": before.best}
    if before.finding != now.finding and now.finding != "not_clear":
        return _("It made it clear: “%(best)s” stays best.") % {"best": now.best}
    return _("The choice stays: “%(best)s” is still best.") % {"best": now.best}


def _rows(before: Facts, now: Facts) -> tuple[ChangeRow, ...]:
    money = reader.voice(now.unit)
    found = [ChangeRow(_("Knowing everything would be worth"), money.about(before.knowable), money.about(now.knowable))]
    for option in now.options:
        was = before.option(option.name)
        if was and option.role != "nothing":
            words = _("%(range)s, typically %(typical)s")
            told = [words % {"range": money.range(one.low, one.high), "typical": money.about(one.typical)} for one in (was, option)]
            found.append(ChangeRow(option.name, *told))
    return tuple(found)

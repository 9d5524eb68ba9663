"""What the pages of recall checks are built from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.template.defaultfilters import capfirst
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.estimate.shares import Z50, wilson
from accord.base.paper.axis import Axis
from accord.base.paper.charts.ranges import Spread, axis_labels, ival
from accord.base.paper.figure import Markup
from accord.base.paper.voice import Voice
from accord.base.people import reader
from accord.base.people.guests import own_address
from accord.base.people.models import SIDES
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from ..queries import recalls
from ..queries.recalls import RecallNow
from ..rules.recalling import Outcome, Share

AXIS = Axis.over((0, 100), most=5)


@dataclass(frozen=True)
class RecallRow:
    """One share: of what, drawn and in words, and the facts behind it."""

    name: str
    glyph: Markup
    said: str
    range: str
    goal_id: UUID | None
    words: list[str]


@dataclass(frozen=True)
class RecallPage:
    """One check: the finding in a sentence, and everything that may be seen of it. compared: with the check before."""

    now: RecallNow
    headline: str
    standfirst: str
    changes: str
    compared: str
    axis: Markup
    everybody: list[RecallRow]  # in all, and of each side that may be shown
    goals: list[RecallRow]
    elsewhere: list[tuple[str, int]]  # what was named and is none of our goals, with how many put it in these words
    sides_hidden: bool
    may_edit: bool
    match_url: str  # empty for those who have nothing to match

    @property
    def outcome(self) -> str:
        return self.now.outcome.value


@dataclass(frozen=True)
class RecallsPage:
    """All checks, newest first, each with its finding."""

    headline: str
    rows: list[tuple[RecallNow, str]]
    may_edit: bool
    is_open: bool


def recalls_page(*, by: Actor) -> RecallsPage:
    found = recalls.recalls()
    headline = _finding(found[0])[0] if found else _("Would people name our goals, unasked?")
    return RecallsPage(headline, [(one, _finding(one)[0]) for one in found], by.may("goals.edit"), bool(found) and found[0].is_open)


def recall_page(*, by: Actor, recall_id: UUID) -> RecallPage:
    now = recalls.recall(recall_id)
    voice = reader.voice("%")
    headline, standfirst, changes = _finding(now)
    sides = len(now.recalled.sides) if now.recalled else 0
    matches = bool(now.things) and recalls.may_match(by)
    return RecallPage(
        now=now,
        headline=headline,
        standfirst=standfirst,
        changes=changes,
        compared=_compared(now),
        axis=axis_labels(AXIS, voice),
        everybody=list(_everybody(now, voice)),
        goals=list(_goals(now, voice)),
        elsewhere=Counter(now.elsewhere).most_common(),
        sides_hidden=now.recalled is not None and sides < len(SIDES),
        may_edit=by.may("goals.edit"),
        match_url=own_address(slug(), "recall-match", now.row.id) if matches else "",
    )


def _finding(now: RecallNow) -> tuple[str, str, str]:
    """The finding, what stands behind it, and what would change it."""
    match now.outcome:
        case Outcome.OPEN:
            return _so_far(now)
        case Outcome.TOO_FEW:
            return _("Too few answered to show anything"), _("Five are needed. What the others wrote is shown to nobody."), ""
        case Outcome.MATCHING:
            n = len(now.waiting)
            said = ngettext("Not clear yet: one answer waits for a word from an owner", "Not clear yet: %(n)d answers wait for a word from an owner", n)
            return said % {"n": n}, _("Whoever answers for a goal says which goal each answer means. Nothing is counted before the last has been read."), ""
    assert now.recalled is not None
    share = now.recalled.all
    if now.outcome is Outcome.UNCLEAR:
        more = _("More answers: with twice as many, the range is about a third narrower.")
        return _("Not clear yet whether people could name a goal of ours"), _behind(now, share), more
    return _named(share), _behind(now, share), _("Goals in words that people use, and people who hear of them. Ask again next quarter to see whether it moved.")


def _so_far(now: RecallNow) -> tuple[str, str, str]:
    counts = {"n": now.answered, "all": now.asked}
    said = _("%(n)d of %(all)d have answered so far") % counts if now.answered else _("Nobody has answered yet")
    day = {"day": date_format(now.row.closes_on, "j F")}
    return said, _("Until it closes after %(day)s nobody reads an answer, and nobody’s name is ever kept with one.") % day, ""


def _named(share: Share) -> str:
    if share.hits == 0:
        return _("Nobody could name a goal of ours")
    if share.hits == share.n:
        return _("Everybody who answered could name a goal of ours")
    return _("%(n)s in ten could name a goal of ours") % {"n": capfirst(str(apnumber(share.in_ten)))}


def _behind(now: RecallNow, share: Share) -> str:
    """The share as it was counted, its range, and who is not in it."""
    low, high = reader.voice("%").ends(*(round(100 * one) for one in share.range))
    told = {"hits": share.hits, "n": share.n, "low": low, "high": high, "asked": now.asked}
    return _(
        "%(hits)d of %(n)d who answered named at least one. Nine times in ten the share lies between %(low)s and %(high)s. "
        "%(asked)d were asked; those who did not answer may know more of our goals, or fewer."
    ) % told  # fmt: skip


def _compared(now: RecallNow) -> str:
    last = recalls.before(now)
    if last is None or last.recalled is None or now.recalled is None or last.row.closed_at is None:
        return ""
    was, here = last.recalled.all, now.recalled.all
    told = {"day": date_format(localtime(last.row.closed_at), "j F Y"), "hits": was.hits, "n": was.n}
    if was.range[0] <= here.range[1] and here.range[0] <= was.range[1]:
        return _("The check before, of %(day)s: %(hits)d of %(n)d. The two ranges overlap, so the difference may be chance.") % told
    if here.share > was.share:
        return _("The check before, of %(day)s: %(hits)d of %(n)d. More people name them now, and it is hardly chance.") % told
    return _("The check before, of %(day)s: %(hits)d of %(n)d. Fewer people name them now, and it is hardly chance.") % told


def _everybody(now: RecallNow, voice: Voice) -> Iterator[RecallRow]:
    if now.recalled is None:
        return
    yield _row(_("Any of our goals"), now.recalled.all, voice)
    names = {side: str(name) for side, name in SIDES}
    for side, share in now.recalled.sides.items():
        yield _row(names[side], share, voice)


def _goals(now: RecallNow, voice: Voice) -> Iterator[RecallRow]:
    """The most named first; live ones that nobody named last."""
    if now.recalled is None:
        return
    nobody = Share(0, now.recalled.all.n)
    shares = {goal: now.recalled.goals.get(goal, nobody) for goal in now.titles}
    for goal, share in sorted(shares.items(), key=lambda one: -one[1].hits):
        yield _row(now.titles[goal], share, voice, goal, now.words_of(goal))


def _row(name: str, share: Share, voice: Voice, goal_id: UUID | None = None, words: list[str] | None = None) -> RecallRow:
    (low, high), (lower, upper), middle = share.range, wilson(share.hits, share.n, Z50), share.share
    spread = Spread(*(round(100 * one) for one in (low, min(lower, middle), middle, max(upper, middle), high)))
    said = _("%(hits)d of %(n)d") % {"hits": share.hits, "n": share.n}
    return RecallRow(name, ival(spread, AXIS, voice, name, height=16), said, voice.range(spread.low, spread.high), goal_id, words or [])

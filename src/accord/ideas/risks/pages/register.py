"""The page of all early warnings, in the order in which they would bite."""

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accord.base import clock, registry
from accord.base.people.models import Client
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals

from ..models import ACCEPTED, ENDED, WAITS, Risk
from ..queries import register
from ..queries.register import OPEN_STATES, Counts, Found
from ..rules.by_day import When, when
from . import headlines, wording
from .glyphs import Axes
from .rows import Row, may_answer, rows_of

TOP = 2  # goals that get a word of their own among the filters; the rest unfold
TITLE = 32  # characters of a goal's title in a filter
GROUPS = {
    When.PASSED: gettext_lazy("Its day has passed"),
    When.SOON: gettext_lazy("In the next 30 days"),
    When.NEXT: gettext_lazy("In 31 to 90 days"),
    When.LATER: gettext_lazy("Later"),
    When.UNSAID: gettext_lazy("Nobody said a day"),
}
STATES = {"all": OPEN_STATES, "waits": (WAITS,), "accepted": (ACCEPTED,), "over": (ENDED,)}


@dataclass(frozen=True)
class Shown:
    """What is asked for: all that is open, what waits, what is accepted, what is over, or all that threatens one goal."""

    key: str = "all"
    goal_id: UUID | None = None
    after: UUID | None = None

    @classmethod
    def asked(cls, show: str, goal: str, after: str) -> "Shown":
        """From an address. NotThere for words that are no id."""
        return cls(show if show in STATES else "all", _id(goal), _id(after))

    @property
    def query(self) -> str:
        return f"goal={self.goal_id}" if self.goal_id else f"show={self.key}"


@dataclass(frozen=True)
class Choice:
    """A filter as the page prints it."""

    query: str
    label: str
    count: int
    current: bool
    title: str = ""


@dataclass(frozen=True)
class Group:
    key: str
    name: str
    rows: list[Row]


@dataclass(frozen=True)
class Nothing:
    """What an empty filter says; goal: its title, where it is of one goal."""

    title: str
    text: str
    more: str
    goal_id: UUID | None


@dataclass(frozen=True)
class RegisterPage:
    """first: the one that is answered first; may_answer_first: whoever looks may. next: the address of what follows, empty at the end."""

    headline: str
    standfirst: str
    open: int
    ended: int
    choices: list[Choice]
    folded: list[Choice]
    groups: list[Group]
    axes: Axes
    next: str
    first: Risk | None
    may_answer_first: bool
    may_raise: bool
    may_edit: bool
    nothing: Nothing | None
    shown: Shown


def register_page(*, by: Actor, asked: Shown) -> RegisterPage:
    counts, near = register.counted(), register.nearest()
    found = register.over(after=asked.after) if asked.key == "over" else register.page(states=STATES[asked.key], goal_id=asked.goal_id, after=asked.after)
    rows, axes = rows_of(by=by, risks=found.rows, currency=_currency(by))
    first = headlines.first_in_time(near)
    every = _goals(asked, counts)
    headline, late = headlines.register(counts.open, counts.by_state[WAITS], register.overdue_count(), counts.by_state[ENDED])
    return RegisterPage(
        headline=headline,
        standfirst=" ".join(filter(None, (headlines.about_first(first, any_dated=bool(near)), late))),
        open=counts.open,
        ended=counts.by_state[ENDED],
        choices=[*_states(asked, counts), *every[:TOP]],
        folded=every[TOP:],
        groups=_groups(rows, asked),
        axes=axes,
        next=_next(asked, found),
        first=first,
        may_answer_first=bool(first and first.state == WAITS and may_answer(by, first)),
        may_raise=by.may("risks.raise"),
        may_edit=by.may("risks.edit"),
        nothing=None if rows or asked.after else _nothing(asked, counts),
        shown=asked,
    )


def _id(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError as wrong:
        raise registry.NotThere(text) from wrong


def _currency(by: Actor) -> str:
    return Client.objects.get(id=by.client_id).currency


def _states(asked: Shown, counts: Counts) -> list[Choice]:
    names = {"all": _("All"), "waits": _("No answer yet"), "accepted": _("Accepted"), "over": _("Over")}
    found = {key: sum(counts.by_state[state] for state in STATES[key]) for key in names}
    return [Choice(f"show={key}", name, found[key], asked.goal_id is None and asked.key == key) for key, name in names.items()]


def _goals(asked: Shown, counts: Counts) -> list[Choice]:
    """Live goals, and others that are threatened: most threatened first; the one that is shown before all."""
    titles = {one.goal_id: one.title for one in goals.newest_versions()}
    missing = [id for id in (*counts.by_goal, asked.goal_id) if id and id not in titles]
    if missing:
        titles |= {one.goal_id: one.title for one in goals.newest_versions(missing, ended=True)}
    if asked.goal_id and asked.goal_id not in titles:
        raise registry.NotThere(str(asked.goal_id))
    ordered = sorted(titles, key=lambda id: (id != asked.goal_id, -counts.by_goal[id], titles[id]))
    return [Choice(f"goal={id}", Truncator(titles[id]).chars(TITLE), counts.by_goal[id], id == asked.goal_id, titles[id]) for id in ordered]


def _groups(rows: list[Row], asked: Shown) -> list[Group]:
    if asked.key == "over":
        return [Group("over", _("Over"), rows)] if rows else []
    today = clock.today()
    return [Group(key.value, str(GROUPS[key]), list(some)) for key, some in groupby(rows, key=lambda row: when(row.risk.bites_on, today))]


def _next(asked: Shown, found: Found) -> str:
    return f"?{asked.query}&after={found.rows[-1].id}" if found.more else ""


def _nothing(asked: Shown, counts: Counts) -> Nothing:
    quiet = _("That may be good news. A quiet quarter more often means people are unsure it is safe to say.")
    if asked.goal_id:
        title = goals.newest_versions([asked.goal_id], ended=True)[0].title
        return Nothing(_("Nobody has warned about “%(goal)s”") % {"goal": title}, quiet, _last(asked.goal_id), asked.goal_id)
    if asked.key == "waits":
        return Nothing(_("Nothing waits for an answer"), _("Whoever warned here has heard back. That is what makes the next one speak."), "", None)
    if asked.key == "accepted":
        return Nothing(_("Nothing is accepted for a time"), _("A warning is accepted until a day, with a reason, and comes back by itself."), "", None)
    if asked.key == "over":
        return Nothing(_("No warning is over yet"), _("It is over when it came true, or when its day has passed and it did not."), "", None)
    return Nothing(_("Nothing is open"), quiet, "", None) if not counts.open else Nothing(_("Nothing is here"), "", "", None)


def _last(goal_id: UUID) -> str:
    """How the last one that is over was answered: whoever hesitates sees what comes of it."""
    row = register.last_over(goal_id)
    if row is None:
        return ""
    month = wording.month(row.warned_on)
    if row.answered_on is None:
        return _("The last warning, in %(month)s, had no answer.") % {"month": month}
    n = max(0, (row.answered_on - row.warned_on).days)
    if n == 0:
        return _("The last warning, in %(month)s, was answered the same day.") % {"month": month}
    told = ngettext("The last warning, in %(month)s, was answered in %(n)d day.", "The last warning, in %(month)s, was answered in %(n)d days.", n)
    return told % {"month": month, "n": n}

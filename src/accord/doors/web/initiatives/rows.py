"""One row for each initiative, gathered from the ideas: what it is for, what it is worth, what was confirmed, who is next."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from accord.base import clock
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.goals.rules import Stage
from accord.ideas.listen.queries.rows import ListenRow
from accord.ideas.listen.queries.rows import rows as listened

from .settled import Settled
from .telling import same
from .valued import Value

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Row:
    """orphan: it serves no goal though there are goals. confirmed of total: sentences of ours. person and what: whose turn it is.
    waiting_since: since when that person waits for us. settled: what was decided, and
    what comes of it. found: the sentence a search was after, where the row does not show it anyhow."""

    id: UUID
    title: str
    why: str
    stage: Stage
    opened_at: datetime
    team: str
    orphan: bool
    confirmed: int = 0
    total: int = 0
    person: Person | None = None
    what: str = ""
    waiting_since: datetime | None = None
    found: str = ""
    worth: Value | None = None
    settled: Settled | None = None

    @property
    def is_open(self) -> bool:
        return self.stage is not Stage.CLOSED

    @property
    def is_new(self) -> bool:
        return self.opened_at > clock.now() - WEEK

    @property
    def needs_somebody(self) -> bool:
        return self.waiting_since is not None or self.orphan

    @property
    def days(self) -> int:
        """Whole days somebody has waited."""
        return (clock.now() - self.waiting_since).days if self.waiting_since else 0


def rows(*, by: Actor) -> list[Row]:
    """All initiatives of the client, in a constant number of queries. What was heard is there for those that are still listened to; `told` adds it
    to the others that are shown, as `valued` adds what they are worth."""
    shown = goals.list_initiatives(by=by)
    any_goal = bool(goals.newest_versions())
    plain = [
        Row(one.id, one.title, one.why, Stage(one.stage), one.opened_at, one.team, any_goal and not one.goal_ids and one.stage != Stage.CLOSED)
        for one in shown
    ]
    return told(plain, by=by, which=_early)


def told(some: list[Row], *, by: Actor, which: Callable[[Row], bool] = lambda row: not _early(row)) -> list[Row]:
    """The same rows, with what was heard about those asked for."""
    if not by.may("requests.read"):
        return some
    heard = listened([row.id for row in some if which(row)], by.person_id)
    return [_heard(row, heard[row.id]) if row.id in heard else row for row in some]


def _early(row: Row) -> bool:
    return row.stage.place < Stage.DELIVERY.place


def _heard(row: Row, heard: ListenRow) -> Row:
    """Nobody waits for a word about what is closed, or decided and being delivered."""
    early = _early(row)
    return replace(
        row,
        why=next((why for why in (row.why, heard.why_line) if why and not same(why, row.title)), ""),
        confirmed=heard.confirmed,
        total=heard.total,
        person=heard.next_person if early else None,
        what=heard.next_what if early else "",
        waiting_since=heard.waiting_since if early else None,
    )

"""Closing a round: the sealed sheets are opened once, counted, and never looked at again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.utils.text import slugify

from accord.base import clock, journal, registry
from accord.base.people.actions import make_link
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals.actions.closing import close_where_current

from .. import letters
from ..models import PULSE, Critical, Named, Outcome, Round, RoundItem, RoundPart, Sheet, Tally
from ..queries.rounds import RoundShown, sets_of
from ..queries.unheard import by_name
from ..rules import Sheets, picture
from ..rules.counts import PICTURE, matrix
from ..rules.said import Said, unexplained
from ..rules.tally import NO_TEAM, Answered, Counted, tally
from .rounds import BOTH, PURPOSE, RoundId, locked
from .wrapping_up import wrap_up

Opened = list[tuple[RoundPart, Said, bool]]


@registry.action("empathy.close_round", may="perspectives.edit", doors=BOTH, shows=RoundShown.of)
def close_round(*, by: Actor, round_id: RoundId) -> Round:
    """Close a round and open what came out, by side and by team of five and more. Nobody answers any more; it cannot be taken back."""
    row = locked(round_id)
    close(by=by, row=row)
    return row


def close(*, by: Actor, row: Round) -> None:
    """Inside an act, with the round held."""
    items = list(row.items.select_related("goal"))
    opened = _opened(row)
    sheets = [Answered(part.side, str(part.team_id or NO_TEAM), said, sets_of(part, len(items)), proxy) for part, said, proxy in opened]
    counted = tally(sheets, len(items), standing=row.standing)
    _write(row, counted)
    keep_picture(row, items, sheets)
    _criticals(opened, items)
    _named(row, opened)
    row.closed_at = clock.now()
    row.save(update_fields=["closed_at"])
    journal.record(by=by, event="empathy.round_closed", subject=row, payload={"answered": len(opened)})
    if row.reset_id:
        for goal_id in dict.fromkeys(item.goal.goal_id for item in items if item.goal):
            close_where_current(by, goal_id)
    wrap_up(by=by, row=row, opened=opened)
    for part in _readers(row):
        letters.closed(part, make_link(by=by, person=part.person, purpose=PURPOSE, subject_id=row.id).url)


def _readers(row: Round) -> Iterable[RoundPart]:
    """Who is written to that it can be seen: everybody; of a check-in, which comes back, only those who answered."""
    found = RoundPart.objects.select_related("person", "round__made_by").filter(round=row, person__left_at=None)
    return found.filter(done=True) if row.kind == PULSE else found


def keep_picture(row: Round, items: list[RoundItem], sheets: Sequence[Answered]) -> None:
    """Reckon how the sides stand to each other, and write it down. Inside an act."""
    found = picture([str(item.id) for item in items], *(_side(sheets, side, len(items)) for side in ("business", "it")))
    Outcome.objects.create(round=row, picture=PICTURE.dump_python(found, mode="json"))


def _side(sheets: Sequence[Answered], side: str, items: int) -> Sheets:
    rows = [one.said for one in sheets if one.side == side]
    return Sheets(matrix([one.own for one in rows], items), matrix([one.guess for one in rows], items))


def _opened(row: Round) -> Opened:
    """The newest sheet of everybody who said something."""
    newest: dict[UUID, Sheet] = {}
    parts = {part.id: part for part in RoundPart.objects.filter(round=row, answers=True)}
    for sheet in Sheet.objects.filter(part__round=row).order_by("at", "id").iterator():
        newest[sheet.part_id] = sheet
    return [(parts[id], sheet.opened(row.id), sheet.by_id is not None) for id, sheet in newest.items() if id in parts]


def _write(row: Round, counted: list[Counted]) -> None:
    asked: Counter[tuple[str, str]] = Counter()
    for side, team in RoundPart.objects.filter(round=row, answers=True).values_list("side", "team_id"):
        asked.update({(side, NO_TEAM), (side, str(team or NO_TEAM))})
    Tally.objects.bulk_create([
        Tally(
            round=row, side=one.side, team_id=one.team or None, asked=asked[one.side, one.team], answered=one.answered, proxies=one.proxies,
            counts=one.counts,
        )
        for one in counted
    ])  # fmt: skip


def _criticals(opened: Opened, items: list[RoundItem]) -> None:
    Critical.objects.bulk_create([
        Critical(item=items[place], person_id=part.person_id, side=part.side, team_id=part.team_id, words=said.because[place].strip())
        for part, said, _proxy in opened for place in said.critical if place not in unexplained(said)
    ])  # fmt: skip


def _named(row: Round, opened: Opened) -> None:
    """Whoever must be asked too, by whoever said so: the same name written twice is one, and people we know are found by name or job."""
    found: dict[str, tuple[str, list[str]]] = {}
    for part, said, _proxy in opened:
        for words in said.named:
            found.setdefault(slugify(words, allow_unicode=True), (words, []))[1].append(part.side)
    known = by_name(Person.objects.filter(left_at=None)) if found else {}
    Named.objects.bulk_create([
        Named(round=row, words=words, person=known.get(key), often=len(sides) > 1, both_sides=len(set(sides)) > 1)
        for key, (words, sides) in sorted(found.items()) if key
    ])  # fmt: skip

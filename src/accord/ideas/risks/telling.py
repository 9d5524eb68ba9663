"""Who hears what of a warning, by letter with a link of their own. Called inside the act in which it happened."""

from datetime import timedelta

from accord.base.people.actions import make_link, revoke_links
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from . import letters
from .models import HANDED, LOUDER, PROXY, REOPENED, SAID, Carried, Risk, Turn
from .purposes import ANSWER, MINE

LASTS = timedelta(days=90)  # a link goes on showing what came of it
TO_ANSWERER = {HANDED, LOUDER, REOPENED}


def raised(*, by: Actor, row: Risk) -> None:
    """Whoever must answer hears of it; nobody is written to about what they do themselves."""
    if row.answerer_id != by.person_id:
        letters.to_answer(row, _answers(by, row))


def turned(*, by: Actor, row: Risk, turn: Turn, before: Person | None = None) -> None:
    """before: who answered until this turn, where somebody else does now; their link ends."""
    if before is not None:
        revoke_links(purpose=ANSWER, subject_id=row.id, person=before)
    if row.answerer_id != by.person_id:
        _tell_answerer(by, row, turn)
    if turn.kind != SAID:
        for person in whoever_raised(row):
            if person.id != by.person_id and (turn.kind != LOUDER or by.person_id is None):
                letters.became(row, turn, person, _sees(by, row, person))
        if row.how == PROXY and (carried := Carried.objects.select_related("person").filter(risk=row).first()):
            letters.carried_news(carried)


def _tell_answerer(by: Actor, row: Risk, turn: Turn) -> None:
    if turn.kind == SAID or (turn.kind == LOUDER and turn.to_id is None and by.person_id is not None):
        letters.said_more(row, turn, _answers(by, row))
    elif turn.kind in TO_ANSWERER and (turn.kind == REOPENED or turn.to_id is not None):
        letters.to_answer(row, _answers(by, row), turn=turn)


def remind(*, by: Actor, row: Risk) -> None:
    letters.to_answer(row, _answers(by, row), again=True)


def whoever_raised(row: Risk) -> list[Person]:
    """Who said it, or passed it on; nobody where it was said without a name."""
    return [row.raised_by] if row.raised_by is not None and row.raised_by.left_at is None else []


def _answers(by: Actor, row: Risk) -> str:
    return make_link(by=by, person=row.answerer, purpose=ANSWER, subject_id=row.id, lasts=LASTS).url


def _sees(by: Actor, row: Risk, person: Person) -> str:
    return make_link(by=by, person=person, purpose=MINE, subject_id=row.id, lasts=LASTS).url

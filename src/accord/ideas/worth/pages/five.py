"""The five questions of the article, as answered: from the shared goals, from what was heard and confirmed, and from the case itself."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from accord.base.people import reader
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as goals
from accord.ideas.listen import queries as listen

from ..queries.politics import count_politics
from ..queries.probing import yearly
from ..queries.weighing import WeighedCase


@dataclass(frozen=True)
class Answered:
    """One of the five. lines: sentences; private: notes only facilitators may read, None for anybody else; ask: what to do when it is open."""

    key: str
    question: str
    lines: tuple[str, ...]
    confirmed: bool = False
    private: int | None = None


def five(*, by: Actor, initiative_id: UUID, found: WeighedCase | None) -> tuple[Answered, ...]:
    heard = {aspect.key: aspect for aspect in listen.heard(initiative_id).aspects}

    def said(*keys: str) -> tuple[str, ...]:
        return tuple(sentence.words for key in keys for sentence in heard[key].sentences)

    served = tuple(goal.title for goal in goals.goals_of(initiative_id))
    costs = _costs(found)
    answers = [
        Answered("goal", _("Which goal is served?"), served or said("goal"), bool(served)),
        Answered("if_not", _("What if we don’t solve it?"), said("if_not"), True),
        Answered("risk", _("A new risk, or more effort than it looks?"), said("new_risk_or_effort"), True),
        Answered("costs", _("What does it cost while it lasts?"), costs or said("impact_numbers"), False),
    ]
    notes = count_politics(by=by, initiative_id=initiative_id)
    return (*answers, Answered("politics", _("Politics?"), (), private=notes)) if notes is not None else tuple(answers)


def _costs(found: WeighedCase | None) -> tuple[str, ...]:
    """What the problem costs a year, from the case; nothing when the case has no such step."""
    spread = yearly(found) if found else None
    if spread is None or found is None:
        return ()
    money = reader.voice(found.currency)
    told = {"range": money.range(spread.low, spread.high), "typical": money.about(spread.typical)}
    return (_("%(range)s a year, most likely near %(typical)s.") % told,)

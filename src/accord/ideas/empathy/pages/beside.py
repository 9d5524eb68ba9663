"""What stands beside the picture of a round for those who work with it: what to talk about, who was asked more, who is still unheard."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people.rules import Actor

from .. import queries
from ..models import Round, RoundItem
from ..queries import agenda, hearings
from ..queries.hearings import HearingNow
from ..queries.unheard import Unheard, unheard


@dataclass(frozen=True)
class Beside:
    """offer: what of this round is worth talking about and is not on the list yet; waiting: how much is on it. hearings: by who called what
    critical. unheard: named more than once in rounds and never heard; open: the round they could be asked in."""

    offer: list[RoundItem]
    put: str
    waiting: int
    hearings: dict[UUID, HearingNow]
    unheard: tuple[Unheard, ...]
    open: Round | None


def beside(*, by: Actor, round_id: UUID) -> Beside:
    found = queries.revealed(round_id)
    there = agenda.on_agenda(round_id)
    offer = [item for item in agenda.offered(found) if item.id not in there] if by.may("perspectives.edit") else []
    going = queries.open_rounds()
    return Beside(
        offer, _put(len(offer)), sum(one.row.is_open for one in agenda.topics()), hearings.of_round(round_id), unheard(), going[0].row if going else None
    )


def _put(n: int) -> str:
    words = {1: _("Put one on the agenda"), 2: _("Put two on the agenda"), 3: _("Put three on the agenda")}
    return words.get(n) or ngettext("Put %(n)d on the agenda", "Put %(n)d on the agenda", n) % {"n": n}

"""Which links still wait for their person: those of questions not answered, playbacks not spoken to, papers not read."""

from collections.abc import Callable
from uuid import UUID

from accord.base import scope
from accord.base.people.models import Link
from accord.ideas.listen.models import Asking, Playback, RequestConfirmed
from accord.ideas.listen.queries import asking, playback
from accord.ideas.worth.models import Acknowledgement, RangeQuestion


def _question(asking_id: UUID) -> bool:
    return any(one.state == asking.OPEN for one in asking.of_askings(Asking.objects.filter(id=asking_id, taken_back_at=None).values("id")))


def _playback(playback_id: UUID) -> bool:
    return any(one.state in (playback.SENT, playback.PARTLY) for one in playback.load(Playback.objects.filter(id=playback_id)))


def _request(request_id: UUID) -> bool:
    return not RequestConfirmed.objects.filter(request=request_id).exists()


def _range(asking_id: UUID) -> bool:
    return RangeQuestion.objects.filter(asking=asking_id, asking__taken_back_at=None, replies=None).exists()


def _paper(sending_id: UUID) -> bool:
    return not Acknowledgement.objects.filter(sending=sending_id).exists()


WAITS: dict[str, Callable[[UUID], bool]] = {
    "listen.question": _question,
    "listen.playback": _playback,
    "listen.request": _request,
    "worth.range": _range,
    "worth.brief": _paper,
    "worth.hand_over": _paper,
}


def waits(link: Link) -> bool:
    """Whether something is still to be done with a link; nothing is known of purposes that are not listed."""
    known = WAITS.get(link.purpose)
    if known is None or not link.is_open:
        return False
    with scope.outside("a link is looked at in its own client"), scope.within(link.client_id):
        return known(link.subject_id)

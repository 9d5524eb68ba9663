"""How well we listen: playbacks confirmed in the end, corrected on the way, and whether people felt heard. Never about a person."""

from collections.abc import Iterable
from dataclasses import dataclass

from accord.base import registry
from accord.base.people.rules import Actor

from .. import rules
from ..models import HeardPulse, Playback
from . import playback
from .asking import said
from .playback import PlaybackNow

CONFIRMED, CORRECTED = "confirmed", "corrected"


def played(back: PlaybackNow) -> rules.Played | None:
    """A playback as the rules measure it; None while nobody said a word to it."""
    rounds = [one for one in (_round(back, version.id, bool(version.written_by_id)) for version in back.versions) if one]
    ours = [one.sentence.words for version in back.versions for one in back.every[version.id] if not one.sentence.theirs and version.written_by_id]
    original = "\n".join(said(answer.question, answer) for answer in back.answers)
    return rules.Played(original, " ".join(ours), tuple(rounds)) if rounds else None


def _round(back: PlaybackNow, version_id: object, ours: bool) -> str:
    """What became of one version: confirmed, corrected, or nothing yet. Their own words stand once somebody of us has read them."""
    sentences = back.every[version_id]  # type: ignore[index]
    if not ours:
        return CONFIRMED if back.state == playback.KEPT and version_id == back.versions[-1].id else ""
    if (back.refusal and back.refusal.version_id == version_id) or any(one.verdict and not one.verdict.agrees for one in sentences):
        return CORRECTED
    return CONFIRMED if sentences and all(one.confirmed for one in sentences) else ""


def measure(backs: Iterable[PlaybackNow]) -> rules.PlaybackMeasure:
    return rules.playback_measure([one for one in map(played, backs) if one])


def pulse_now() -> rules.Pulse:
    """Of all who answered at this client, in steps of five, so that nobody's marks can be told by looking twice."""
    return rules.pulse(list(HeardPulse.objects.order_by("at", "id").values_list("understood", "worth_it")))


@dataclass(frozen=True)
class Listening:
    """How well we listen at this client."""

    playbacks: rules.PlaybackMeasure
    pulse: rules.Pulse


@registry.query("listen.show_listening", may="questions.ask", doors={registry.API, registry.CLI, registry.MCP})
def show_listening(*, by: Actor) -> Listening:
    """How well we listen: playbacks confirmed at once, in the end and ever corrected, and the heard pulse once five people answered."""
    return Listening(measure(playback.load(Playback.objects.all())), pulse_now())

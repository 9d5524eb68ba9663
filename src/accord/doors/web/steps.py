"""The stages of an initiative in words, as a line of steps."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from accord.ideas.goals.rules import Stage

NAMES = {
    Stage.REQUESTED: _("Requested"),
    Stage.LISTENING: _("Listening"),
    Stage.WORTH: _("Worth"),
    Stage.DECISION: _("Decision"),
    Stage.DELIVERY: _("Delivery"),
    Stage.REVIEW: _("Review"),
    Stage.CLOSED: _("Closed"),
}


@dataclass(frozen=True)
class Step:
    name: str
    done: bool
    now: bool


def line(now: str) -> list[Step]:
    place = Stage(now).place
    return [Step(str(name), stage.place < place, stage.place == place) for stage, name in NAMES.items()]

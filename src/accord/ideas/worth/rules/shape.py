"""The words of a value case. Kinds and roles are the engine's own."""

from enum import StrEnum

from accord.base.estimate import Kind as Kind
from accord.base.estimate import Role as Role


class How(StrEnum):
    """How two quantities go together; the engine knows what the words mean."""

    ALWAYS = "always"
    MOSTLY = "mostly"
    SOMEWHAT = "somewhat"
    OPPOSITE = "opposite"


class Reply(StrEnum):
    """What somebody can answer when asked for a range."""

    RANGE = "range"
    UNKNOWN = "unknown"
    NOT_MINE = "not_mine"


class Level(StrEnum):
    """How much influence or interest a stakeholder has."""

    LOW = "low"
    SOME = "some"
    HIGH = "high"


class Stance(StrEnum):
    """Where a stakeholder stands."""

    FOR = "for"
    OPEN = "open"
    AGAINST = "against"
    UNKNOWN = "unknown"

"""The words of a value case."""

from enum import StrEnum

DAYS_TO_ANSWER = 3  # how long people take to answer a link, until the case says otherwise


class Kind(StrEnum):
    """What values a quantity can take: it decides the shape between the two ends somebody gave."""

    AMOUNT = "amount"  # cannot be below zero
    SHARE = "share"  # between 0 and 1, shown in per cent
    ANY = "any"


class Role(StrEnum):
    """What an option is to the request."""

    NOTHING = "nothing"
    ASKED = "asked"
    BETTER = "better"
    MORE = "more"


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

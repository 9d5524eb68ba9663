"""What is wrong with what somebody gave: a code for the page to say in a sentence, the item it is about, and the number it needs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """code: as named where it is found. item: empty for all of it. number: the unit is said with the code."""

    code: str
    item: str = ""
    number: float = 0

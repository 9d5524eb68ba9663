"""What of a round both sides talk about first."""

from .coorientation import State
from .picture import Picture

MOST = 3  # a meeting that talks about everything settles nothing
MISREAD = (State.FALSE_CONSENSUS, State.FALSE_CONFLICT)


def misread(picture: Picture, most: int = MOST) -> tuple[str, ...]:
    """The items on which somebody does not know how both stand, and that for sure: what hurts most unseen first, as the picture has them."""
    return tuple(one.item for one in picture.items if one.clear and one.state in MISREAD)[:most]

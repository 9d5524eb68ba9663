"""What to say first about the register, the curve and the record, as a key for the page to put in a sentence. `not_clear` is a result too."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .leadtime import LeadTime
from .ranges import Band

ENOUGH = 3  # what came true, before a share says anything


@dataclass(frozen=True)
class Headline:
    """key: which sentence; then: which one after it, empty for none. numbers: what both may name."""

    key: str
    then: str = ""
    numbers: dict[str, float] = field(default_factory=dict)


def register_headline(open_: int, waiting: int, overdue: int, came_true: int = 0) -> Headline:
    """How many things could stop our goals, and how many of them wait for an answer.

    `nothing_said` (no warning was ever raised: silence is not safety) · `none_open` · `some_wait` · `all_wait` · `all_answered`.
    Then: `overdue` when some should have been answered by now. numbers: open, waiting, overdue, came_true.
    """
    numbers = {"open": float(open_), "waiting": float(waiting), "overdue": float(overdue), "came_true": float(came_true)}
    if not open_:
        return Headline("none_open" if came_true else "nothing_said", numbers=numbers)
    key = "all_answered" if not waiting else "all_wait" if waiting == open_ else "some_wait"
    return Headline(key, "overdue" if overdue else "", numbers)


def curve_headline(today: Sequence[Band], bearable: Sequence[float], answered: Sequence[Band] = (), *, ranged: int, answers: int = 0) -> Headline:
    """Whether we carry more than we agreed to. today, answered: at each amount of the tolerance, that more is lost; bearable: what was agreed there;
    ranged: how many warnings have ranges; answers: how many wait for one.

    `no_ranges` · `no_tolerance` · `inside` (at every amount, for the whole band) · `more` (at some amount, for the whole band) · `not_clear` (the
    band lies on both sides). Then, with answers to come: `back_inside` (surely), `perhaps_inside` (the middle is), `still_more`.
    numbers: ranged, answers; at: the place of the amount where most is wanting.
    """
    numbers = {"ranged": float(ranged), "answers": float(answers)}
    if not ranged or not bearable:
        return Headline("no_tolerance" if ranged else "no_ranges", numbers=numbers)
    wanting = [band.mid / agreed if agreed else band.mid * 1e9 for band, agreed in zip(today, bearable, strict=True)]
    numbers["at"] = float(max(range(len(wanting)), key=wanting.__getitem__))
    if all(band.high <= agreed for band, agreed in zip(today, bearable, strict=True)):
        return Headline("inside", numbers=numbers)
    clear = any(band.low > agreed for band, agreed in zip(today, bearable, strict=True))
    return Headline("more" if clear else "not_clear", _with_answers(answered, bearable) if answers else "", numbers)


def _with_answers(answered: Sequence[Band], bearable: Sequence[float]) -> str:
    pairs = list(zip(answered, bearable, strict=True))
    if all(band.high <= agreed for band, agreed in pairs):
        return "back_inside"
    return "perhaps_inside" if all(band.mid <= agreed for band, agreed in pairs) else "still_more"


def record_headline(found: LeadTime) -> Headline:
    """What came true, how many of it were said beforehand, how many with time to act.

    `nothing_came_true` · `all_in_time` · `all_said` · `some_said` · `none_said`. Then: `not_clear` with too few for a share to say anything.
    numbers: came_true, said, in_time.
    """
    came, said, timely = len(found.leads), found.warned, found.timely_count
    numbers = {"came_true": float(came), "said": float(said), "in_time": float(timely)}
    if not came:
        return Headline("nothing_came_true", numbers=numbers)
    key = "none_said" if not said else "some_said" if said < came else "all_in_time" if timely == came else "all_said"
    return Headline(key, "" if came >= ENOUGH else "not_clear", numbers)

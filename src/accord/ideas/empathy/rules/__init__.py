"""The rules of empathy, without a database: plain values in, frozen answers out. NumPy only; an answer not given is None, or nan in an array.

`coorientation(items, own_a, own_b, guess_a, guess_b)` one value for each item and side -> `Coorientation`, None without a whole item
`picture(items, a, b)` each `Sheets(own, guess)`: arrays of people by items, guess: what they think the others said -> `Picture`: `.overall`,
    `.items` (`Standing`: state, clear, own_a, own_b, guess_a, guess_b, gap, each an `Estimate` with its 90 % interval), `.left_out`;
    `sheets(items, marks)` makes the arrays of a side
`components(guess, true)` arrays of targets by items -> `Components`: which kind of misunderstanding
`rank_agreement(ratings)` a row for each rater -> `RankAgreement`: tau_b of two, w of three and more, alpha where answers are missing
`disagreement(ratings)` -> `Disagreement`: agreement, polarisation, median, critical_minority
`fair_selection(budget, costs, groups, critical)` groups: what each gives to each item -> `FairSelection`: `.equal`, `.ranking`, `.per_cost`
    (`Choice`: items, satisfaction, least, with_nothing), `.bought`, `.filled_up`, `.hearing`
`small_sets(items, seed=)` -> sets to show; `best_worst(answers)` of `Pick(shown, best, worst)` -> `Score` by item
`hundred(points)` -> `Hundred`: shares that add up to 100, or `faults`
`allowance(count)`, `critical_faults(reasons, count=)` how many may be marked critical, and what is wrong with the marks
`headline(picture)`, `selection_headline(selection)` -> `Headline(key, numbers)`: what to say first
`importing.read(rows, layout(name))` ratings from a table -> `Ratings`: `.told`, and `.faults` that name row and column

Marks are 1 to 5 unless a `scale` is given. What is wrong with what somebody gave is a `Fault(code, item, number)`; the page has the sentences.
Who may be shown is `accord.base.people.gate`: `gate(counts)` for one way of dividing people, `gate_views(cells)` for sides, teams and roles.
"""

from .components import Components, components
from .coorientation import TAU, Coorientation, Guessing, Item, State, coorientation
from .critical import allowance, critical_faults
from .disagreement import Disagreement, disagreement
from .equal_shares import Choice, FairSelection, fair_selection
from .estimates import SCALE, Estimate
from .faults import Fault
from .headlines import Headline, headline, selection_headline
from .hundred import Hundred, hundred
from .maxdiff import Pick, Score, best_worst, pick_fault, small_sets
from .picture import Overall, Picture, Sheets, Standing, picture, sheets
from .ranks import RankAgreement, rank_agreement

__all__ = [
    "SCALE",
    "TAU",
    "Choice",
    "Components",
    "Coorientation",
    "Disagreement",
    "Estimate",
    "FairSelection",
    "Fault",
    "Guessing",
    "Headline",
    "Hundred",
    "Item",
    "Overall",
    "Pick",
    "Picture",
    "RankAgreement",
    "Score",
    "Sheets",
    "Standing",
    "State",
    "allowance",
    "best_worst",
    "components",
    "coorientation",
    "critical_faults",
    "disagreement",
    "fair_selection",
    "headline",
    "hundred",
    "pick_fault",
    "picture",
    "rank_agreement",
    "selection_headline",
    "sheets",
    "small_sets",
]

"""The rules of goals, without a database: plain values in, frozen answers out.

`stages` is the road of an initiative and the measure of a goal; `agreement` says which links still hold what they agreed to, `serving` what
serves nothing, `effort` whether work goes where the priorities are, `hours` and `taking` what a
file of time entries says, `fresh` how old what we know is, `reset` when to sit down together
again and `resetting` how far that has come, `copied` whether something was said in own words, `bands` how far goals are reached when only
ranges are known. `difference` finds what changed between two texts and whether it matters, `shares` how sure a share is, `recalling` whether
people name our goals, `signals` what a drift says of itself.
"""

from accord.base.estimate.shares import wilson

from .agreement import Agreement, Link, agreement
from .bands import Band, Node, satisfaction
from .copied import is_copied
from .effort import Mismatch, mismatch
from .fresh import HALF_LIVES, Freshness, Record, freshness
from .reset import Reset, drift, reset
from .resetting import Step
from .serving import Serving, serving
from .signals import DriftSignal, Signals
from .stages import Measure, Stage, furthest, what_changed
from .versions import SAID, compared, together

__all__ = [
    "HALF_LIVES",
    "SAID",
    "Agreement",
    "Band",
    "DriftSignal",
    "Freshness",
    "Link",
    "Measure",
    "Mismatch",
    "Node",
    "Record",
    "Reset",
    "Serving",
    "Signals",
    "Stage",
    "Step",
    "agreement",
    "compared",
    "drift",
    "freshness",
    "furthest",
    "is_copied",
    "mismatch",
    "reset",
    "satisfaction",
    "serving",
    "together",
    "what_changed",
    "wilson",
]

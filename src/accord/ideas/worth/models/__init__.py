"""The value case, what was asked about it, who could tell more, and the people around it."""

from .asking import Looked as Looked
from .asking import RangeAsking as RangeAsking
from .asking import RangeQuestion as RangeQuestion
from .asking import RangeReply as RangeReply
from .brief import Acknowledgement as Acknowledgement
from .brief import Paper as Paper
from .brief import Sending as Sending
from .case import Aside as Aside
from .case import Case as Case
from .case import Derived as Derived
from .case import Option as Option
from .case import Pair as Pair
from .case import Quantity as Quantity
from .case import Voice as Voice
from .case import Weighing as Weighing
from .decision import Decision as Decision
from .decision import DecisionPlanned as DecisionPlanned
from .knowing import Fact as Fact
from .knowing import Knower as Knower
from .knowing import Knows as Knows
from .politics import Stakeholder as Stakeholder

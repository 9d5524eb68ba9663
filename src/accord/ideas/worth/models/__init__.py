"""The value case, what was asked about it, and the people around it."""

from .asking import RangeQuestion, RangeReply
from .case import Aside, Case, Derived, Option, Quantity, Voice, Weighing
from .politics import Stakeholder

__all__ = ["Aside", "Case", "Derived", "Option", "Quantity", "RangeQuestion", "RangeReply", "Stakeholder", "Voice", "Weighing"]

"""What can be asked about worth. Other ideas call what is named here."""

from .checking import check_formula as check_formula
from .costing import Costing as Costing
from .costing import Ranged as Ranged
from .costing import costings as costings
from .decision import list_decisions as list_decisions
from .decision import show_decisions as show_decisions
from .exporting import export_case as export_case
from .papers import list_acknowledgements as list_acknowledgements
from .papers import show_brief as show_brief
from .papers import show_hand_over as show_hand_over
from .shown import show_case as show_case
from .shown import weigh_case as weigh_case
from .telling_due import my_ranges as my_ranges
from .telling_due import our_ranges as our_ranges
from .weighing import NextQuestion as NextQuestion
from .weighing import Trouble as Trouble
from .weighing import WeighedCase as WeighedCase
from .weighing import WorthRow as WorthRow
from .weighing import next_question as next_question
from .weighing import rows as rows
from .weighing import weighed as weighed

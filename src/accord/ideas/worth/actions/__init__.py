"""What is done to a value case, to its questions and to the notes about politics."""

from .asking import ask_range as ask_range
from .asking import hand_on_range as hand_on_range
from .asking import look_again as look_again
from .asking import reply_range as reply_range
from .asking import reply_unknown as reply_unknown
from .asking import take_back_range as take_back_range
from .case import change_settings as change_settings
from .case import open_case as open_case
from .knowing import set_knower as set_knower
from .options import end_option as end_option
from .options import set_option as set_option
from .politics import erase_stakeholder as erase_stakeholder
from .politics import note_stakeholder as note_stakeholder
from .quantities import add_quantity as add_quantity
from .quantities import change_quantity as change_quantity
from .quantities import end_quantity as end_quantity
from .quantities import put_in as put_in
from .steps import end_step as end_step
from .steps import set_step as set_step
from .voices import count_again as count_again
from .voices import give_range as give_range
from .voices import note_fact as note_fact
from .voices import set_aside as set_aside

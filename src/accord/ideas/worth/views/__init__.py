"""The pages of worth."""

from .asking import ask as ask
from .asking import look as look
from .asking import take_back as take_back
from .case import case as case
from .case import history as history
from .case import settings as settings
from .case import try_range as try_range
from .files import export as export
from .files import take_in as take_in
from .formulas import formulas as formulas
from .formulas import option as option
from .formulas import option_end as option_end
from .formulas import step as step
from .formulas import step_end as step_end
from .guest_range import mine as mine
from .knowers import knower as knower
from .politics import erase as erase
from .politics import politics as politics
from .quantities import add_quantity as add_quantity
from .quantities import aside as aside
from .quantities import count_again as count_again
from .quantities import fact as fact
from .quantities import put_in as put_in
from .quantities import quantity as quantity
from .quantities import quantity_end as quantity_end
from .quantities import say as say

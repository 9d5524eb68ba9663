"""The forms of goals."""

from .agreement import ConfirmForm, TeachBackForm
from .delivery import LeadForm, ProgressForm
from .goals import ChangeForm, GoalForm, NameForm

__all__ = ["ChangeForm", "ConfirmForm", "GoalForm", "LeadForm", "NameForm", "ProgressForm", "TeachBackForm"]

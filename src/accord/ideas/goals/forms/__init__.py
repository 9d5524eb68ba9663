"""The forms of goals."""

from .agreement import ConfirmForm, TeachBackForm
from .goals import ChangeForm, GoalForm, NameForm

__all__ = ["ChangeForm", "ConfirmForm", "GoalForm", "NameForm", "TeachBackForm"]

"""The forms of goals."""

from .goals import ChangeForm, GoalForm, NameForm

__all__ = ["ChangeForm", "GoalForm", "NameForm"]

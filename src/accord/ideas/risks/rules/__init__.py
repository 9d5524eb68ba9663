"""What holds for warnings, in plain Python."""

from .answering import answer_day

__all__ = ["answer_day"]

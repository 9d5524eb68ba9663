"""What can be wrong with a case."""

from __future__ import annotations


class CaseError(ValueError):
    """What is wrong, where (a path such as `options[2].expr`, or line and column), and what to do.
    sketch: the formula with a caret under the place, where it is about a formula."""

    def __init__(self, message: str, where: str, sketch: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.message, self.where, self.sketch = message, where, sketch

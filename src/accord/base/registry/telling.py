"""How what lies below the journal tells it what happened: the journal registers its ear here, and `tell` reaches it without an import."""

from typing import Any, Protocol

from .verbs import May


class Ear(Protocol):
    """Takes down what happened, inside the act it happened in. `by` is None for whoever acts."""

    def __call__(self, *, by: Any, event: str, subject: Any, payload: dict[str, Any] | None) -> None: ...


_ears: list[Ear] = []


def hears(ear: Ear) -> Ear:
    """Have `tell` reach this ear too; registered again it still hears once."""
    if ear not in _ears:
        _ears.append(ear)
    return ear


def tell(*, event: str, subject: Any, payload: dict[str, Any] | None = None, by: May | None = None) -> None:
    """Tell what happened to a row, from inside an act. The payload is plain JSON and holds no secret, no address and no politics."""
    if not _ears:
        raise RuntimeError(f"Nobody takes down that {event}: the journal is not installed.")
    for ear in _ears:
        ear(by=by, event=event, subject=subject, payload=payload)

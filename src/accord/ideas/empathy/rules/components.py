"""Which kind of misunderstanding: the parts of a squared error (Cronbach 1955), exact and not negative."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

TARGETS = 3  # groups guessed about before it is worth showing


@dataclass(frozen=True)
class Components:
    """In squared units of the scale; the four parts add up to mse. elevation: all guessed too high or too low; differential_elevation: wrong
    on who is demanding; stereotype: wrong on which items matter; differential: the right items of the wrong people. largest: the name of
    the greatest part, the first of them when they are the same, None without any error."""

    mse: float
    elevation: float
    differential_elevation: float
    stereotype: float
    differential: float
    largest: str | None


def components(guess: npt.ArrayLike, true: npt.ArrayLike) -> Components:
    """Both targets by items, whole, in units of the scale. ValueError when they are not of one shape, or empty."""
    off = np.asarray(guess, dtype=float) - np.asarray(true, dtype=float)
    if off.ndim != 2 or not off.size or np.shape(guess) != np.shape(true):
        raise ValueError(f"Guesses and truth have to be tables of the same targets and items, they are {np.shape(guess)} and {np.shape(true)}.")
    overall, by_target, by_item = off.mean(), off.mean(axis=1, keepdims=True), off.mean(axis=0, keepdims=True)
    rest = off - by_target - by_item + overall
    parts = {
        "elevation": float(overall**2),
        "differential_elevation": float(((by_target - overall) ** 2).mean()),
        "stereotype": float(((by_item - overall) ** 2).mean()),
        "differential": float((rest**2).mean()),
    }
    most = max(parts, key=lambda name: round(parts[name], 12))
    return Components(float((off**2).mean()), **parts, largest=most if round(parts[most], 12) > 0 else None)

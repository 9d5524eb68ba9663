"""The pages of worth."""

from .politics import erase as erase
from .politics import politics as politics

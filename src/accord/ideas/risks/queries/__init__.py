"""What is read of warnings: one, many by the day they would bite, what was said of each, and how a client handles them."""

from .answered import show_answered
from .exporting import export_risks
from .exposure import at_stake
from .handling import HandlingNow, handling
from .record import show_record
from .risks import RiskShown, risk
from .said import Told, told, told_of, turns_of
from .scored import show_scores
from .signs import list_signs
from .taking_in import preview_import
from .treatments import treatment, treatments_of, worth_of
from .value_case import FromCase, from_quantity, from_value_case

__all__ = [
    "FromCase",
    "HandlingNow",
    "RiskShown",
    "Told",
    "at_stake",
    "export_risks",
    "from_quantity",
    "from_value_case",
    "handling",
    "list_signs",
    "preview_import",
    "risk",
    "show_answered",
    "show_record",
    "show_scores",
    "told",
    "told_of",
    "treatment",
    "treatments_of",
    "turns_of",
    "worth_of",
]

"""The house's charts. Each takes plain numbers and a voice and returns a Figure, or a glyph for a table cell."""

from accord.base.paper.charts.ahead import Foretold, ahead, ahead_key
from accord.base.paper.charts.answers import Answer, answers
from accord.base.paper.charts.beside import Part, beside
from accord.base.paper.charts.change import Moment, change
from accord.base.paper.charts.crowd import Seat, crowd
from accord.base.paper.charts.exceedance import Bearable, Called, Over, exceedance
from accord.base.paper.charts.options import Option, options, twentieths
from accord.base.paper.charts.ranges import Spread, axis_labels, dots, ival, number
from accord.base.paper.charts.said import Level, said
from accord.base.paper.charts.sides import Guess, String, dumbbell, strings
from accord.base.paper.charts.small import Aim, confirmed, lineage
from accord.base.paper.charts.voices import Heard, voices

__all__ = ["Aim", "Answer", "Bearable", "Called", "Foretold", "Guess", "Heard", "Level", "Moment", "Option", "Over", "Part", "Seat", "Spread", "String",
           "ahead", "ahead_key", "answers", "axis_labels", "beside", "change", "confirmed", "crowd", "dots", "dumbbell", "exceedance", "ival", "lineage",
           "number", "options", "said", "strings", "twentieths", "voices"]

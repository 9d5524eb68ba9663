"""The rules of early warnings, without a database: plain values in, frozen answers out; words are keys, the page has the sentences.

`Ranges.of(rows)` likelihood and impact of many -> `exceedance(ranges, at)` -> `Exceedance`: expected, any, over (each a `Band`: low, mid, high);
    `reach(ranges)` up to which amount there is something to draw
`lead_time(came, warnings)` of `Came` and `Warned` -> `LeadTime`: how early we were told
`response(told, now)` of `Told` -> `Response`: answered in time, overdue, `next_voice`
`answer_day(...)`, `when(...)` -> `When`, `last_day(...)`: days
`frame(goal, asks)` -> `Frame`; `hints(sees, ...)` -> `Hint`s; `hits(text, names)` words that point at people, for every text about what went wrong
`treating(chance, loss, treatments)` of `Treated` -> `Treating`: what each thing that could be done is worth
`register_headline`, `curve_headline`, `record_headline` -> `Headline(key, then, numbers)`: what to say first

Chances are scored in `accord.base.estimate.scoring`; who may be shown is `accord.base.people.gate`.
"""

from .answering import answer_day
from .by_day import When, last_day, when
from .exceedance import Exceedance, exceedance, reach
from .framing import BLAME, Frame, Hint, Hit, frame, hints, hits
from .headlines import Headline, curve_headline, record_headline, register_headline
from .leadtime import Came, LeadTime, Warned, lead_time
from .ranges import Band, Ranges
from .response import ANSWER_DAYS, READ_DAYS, Response, Told, next_voice, response, voice_above
from .treating import Treated, Treating, Valued, treating, with_all

__all__ = [
    "ANSWER_DAYS",
    "BLAME",
    "READ_DAYS",
    "Band",
    "Came",
    "Exceedance",
    "Frame",
    "Headline",
    "Hint",
    "Hit",
    "LeadTime",
    "Ranges",
    "Response",
    "Told",
    "Treated",
    "Treating",
    "Valued",
    "Warned",
    "When",
    "answer_day",
    "curve_headline",
    "exceedance",
    "frame",
    "hints",
    "hits",
    "last_day",
    "lead_time",
    "next_voice",
    "reach",
    "record_headline",
    "register_headline",
    "response",
    "treating",
    "voice_above",
    "when",
    "with_all",
]

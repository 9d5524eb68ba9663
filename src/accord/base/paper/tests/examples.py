"""The running example: is a password desk worth it for Alder Mutual's claims handlers?"""

from __future__ import annotations

from accord.base.paper.charts import Option, options
from accord.base.paper.document import Bullets, Document, Facts, FigureBlock, Heading, Note, Paragraph, Quote, TableBlock
from accord.base.paper.figure import Figure, Table
from accord.base.paper.voice import Voice

VOICE = Voice.of(str)
_SIGN_ON = (-74, -52, -33, -17, -4, 6, 15, 24, 33, 43, 52, 66, 80, 95, 112, 133, 158, 190, 236, 336)
_POLICY = (-2, 9, 16, 22, 27, 31, 35, 39, 43, 46, 50, 54, 59, 64, 70, 77, 86, 97, 114, 152)
SIGN_ON = Option("Single sign-on", [1e3 * x for x in _SIGN_ON], 0.56, 57e3, 80e3, -58e3, 300e3, "Better path", "Handlers reset their own password.")
POLICY = Option("Passwords that last 180 days", [1e3 * x for x in _POLICY], 0.40, 47e3, 55e3, 5e3, 130e3, "Better path")
NOTHING = Option("Do nothing", [], 0.04)
DESK = Option("Password desk, day and night", [-30e3 * (k + 1) / 2 for k in range(20)], 0.0, -200e3, -190e3, -270e3, -70e3, "Asked for")


def option_figure(voice: Voice = VOICE, full: bool = True, **changed: str) -> Figure:
    said = {"title": "Two paths gain in most futures", "subtitle": "Value over three years against doing nothing.", "source": "12 ranges, 6 people"} | changed
    return options([SIGN_ON, POLICY, NOTHING, DESK], voice=voice, full=full, **said)


def brief(hostile: str = "") -> Document:
    """A decision brief with every kind of block. hostile: text that somebody wrote into every field there is."""
    def by_somebody(text: str) -> str:
        return hostile or text

    return Document(
        title=by_somebody("Longer password life, and look again in spring"), subtitle=by_somebody("Worth solving, but not with a desk."),
        lang="en-GB", words=VOICE.words, kicker=by_somebody("Alder Mutual · Decision brief"), footer=by_somebody("Fernhill, 21 October 2026, version 1"),
        blocks=(
            Heading(by_somebody("Why")),
            Paragraph(by_somebody("On a named-storm day half of the week’s 1,284 claims arrive before ten."), by_somebody("Why are we doing this?")),
            Quote(by_somebody("If a handler is locked out at half past seven, the customer hears at noon."), by_somebody("Bella, confirmed 9 October")),
            Note(by_somebody("8 playbacks confirmed"), by_somebody("Nine people heard")),
            Heading(by_somebody("What it costs"), 2),
            Bullets((by_somebody("950 to 4,300 handler hours a year"), by_somebody("one claim in nine late"))),
            Heading(by_somebody("Worth")),
            Paragraph(by_somebody("Doing nothing costs €50,000 to €230,000 a year."), human=False),
            FigureBlock(option_figure(title=by_somebody("Two paths gain"), source=by_somebody("12 ranges"))),
            TableBlock(Table((by_somebody("Quantity"), "Low", "High"), ((by_somebody("Claims waiting a day"), "8", "34"),),
                             by_somebody("Ranges"), frozenset((1, 2)))),
            Heading(by_somebody("Decision")),
            Facts(((by_somebody("Decided"), by_somebody("Better path")), (by_somebody("Look again"), by_somebody("when 15 or more claims a day wait")))),
        ),
    )

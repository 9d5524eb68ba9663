"""What those who deliver need to begin: why, in confirmed words; what was ruled out and why; what is still open; every range; the goals."""

from __future__ import annotations

from accord.base.estimate import Outcome, Weighed
from accord.base.paper.document import Block, Bullets, Document, Heading, Paragraph

from . import figures, findings
from .brief import Brief, decided, goals_and_why
from .reader import Reader


def document(brief: Brief, reader: Reader) -> Document:
    """The hand-over of a decision to do something. brief.decided must be there."""
    _, made = reader.translate, brief.decided
    assert made is not None
    blocks: list[Block] = [Heading(_("What was decided")), Paragraph(made.reasons, made.outcome + "."), *decided(made, reader)]
    blocks += goals_and_why(brief, reader)
    if brief.weighing:
        ruled_out = [_ruled_out(option, brief.weighing.weighed, reader) for option in brief.weighing.weighed.options if option.name != made.option]
        blocks += [Heading(_("Paths we ruled out, and why")), Bullets(tuple(ruled_out))] if ruled_out else []
    blocks += _open(brief, reader)
    if brief.weighing:
        found = brief.weighing
        cost = figures.cost_today(found.loss, reader)
        blocks += [Heading(_("What it is worth, and what that rests on")), *([Paragraph(cost)] if cost else [])]
        blocks += [figures.options(found.case, found.weighed, reader, found.years), figures.ranges(found.case, found.weighed, reader)]
    return Document(
        title=_("What you need to begin"),
        subtitle=_("%(option)s: why it is wanted, in the words of those who want it, and what we still do not know.") % {"option": made.option or brief.title},
        lang=reader.lang,
        words=reader.voice.words,
        blocks=tuple(blocks),
        footer=brief.footer,
        kicker=" · ".join(filter(None, (brief.client, _("Hand-over"), brief.title))),
    )


def _ruled_out(option: Outcome, weighed: Weighed, reader: Reader) -> str:
    """An option that was not taken, with what it was found to be worth."""
    _, voice = reader.translate, reader.voice
    best = voice.words.of.format(n=findings.best_in(weighed)[option.name], total=20)
    if option.name == weighed.against:
        return _("%(option)s: best in %(best)s futures.") % {"option": option.name, "best": best}
    facts = {"option": option.name, "average": voice.about(option.expected.value), "range": voice.both_ends(option.low, option.high), "best": best}
    said = _("%(option)s: %(average)s on average against doing nothing (9\u00a0in\u00a010 between %(range)s), best in %(best)s futures.") % facts
    tag = findings.tag(option.role, reader)
    return f"{said} {tag}." if tag else said


def _open(brief: Brief, reader: Reader) -> list[Block]:
    _ = reader.translate
    heading = Heading(_("Still open"))
    if not brief.open_questions:
        return [heading, Paragraph(_("Nothing that anybody knows of."))]
    reason = brief.decided.open_reason if brief.decided else ""
    return [heading, *([Paragraph(reason)] if reason else []), Bullets(brief.open_questions)]

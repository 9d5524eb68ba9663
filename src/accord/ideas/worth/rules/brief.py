"""The brief: a finding told on one page through the goals both sides share, as plain data, and the document it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from accord.base.estimate import RESTING, Case, Effort, Weighed
from accord.base.estimate.steps import Span, loss_a_year
from accord.base.paper.document import Block, Bullets, Document, Heading, Note, Paragraph, Quote

from . import figures, findings
from .labels import told_apart
from .reader import Reader

MOST_WHY = 4  # aspects on one page; the hand-over has them all


@dataclass(frozen=True)
class Aim:
    """A goal both sides share: how it is measured, in words, and whose it is."""

    title: str
    measure: str = ""
    owner: str = ""


@dataclass(frozen=True)
class Why:
    """An aspect as a question, and what its speakers confirmed. quote: set apart, because the words are theirs."""

    question: str
    words: tuple[str, ...]
    by: tuple[str, ...]
    quote: str = ""
    quoted: str = ""


@dataclass(frozen=True)
class Decided:
    """The decision the brief tells. headline: the decision in a sentence."""

    headline: str
    outcome: str
    option: str
    reasons: str
    by: str
    on: date
    review_on: date | None
    open_reason: str = ""


@dataclass(frozen=True)
class Weighing:
    """A case and what weighing it gave. years: how far it looks ahead, 0 where it does not say."""

    case: Case
    weighed: Weighed
    loss: Span | None
    years: int = 0

    @classmethod
    def of(cls, case: Case, weighed: Weighed, effort: Effort = RESTING, years: int = 0) -> Self:
        """What was weighed, every quantity's label meaning one quantity. Raises NotFinite."""
        return cls(case, told_apart(case, weighed), loss_a_year(case, effort), years)


@dataclass(frozen=True)
class Brief:
    """Everything a brief tells. Politics is not among it. heard: who was listened to, in a sentence."""

    client: str
    title: str
    aims: tuple[Aim, ...] = ()
    why: tuple[Why, ...] = ()
    heard: str = ""
    problem: str = ""
    weighing: Weighing | None = None
    decided: Decided | None = None
    open_questions: tuple[str, ...] = ()
    footer: str = ""


def of_case(weighing: Weighing, reader: Reader, client: str = "") -> Document:
    """The brief of a bare case, such as one from a file: no goals, nobody heard, nothing decided, and so room for all it rests on."""
    _ = reader.translate
    bare = document(Brief(client=client, title=weighing.case.title or weighing.case.id, weighing=weighing, footer=_("Weighed by Accord")), reader)
    if not figures.telling(weighing.weighed):
        return bare
    below = (Heading(_("What this rests on")), figures.ranges(weighing.case, weighing.weighed, reader), Paragraph(findings.knowing(weighing.weighed, reader)))
    return replace(bare, blocks=(*bare.blocks, *below))


def document(brief: Brief, reader: Reader) -> Document:
    """The brief as a document of any form."""
    _ = reader.translate
    blocks: list[Block] = [*goals_and_why(brief, reader, MOST_WHY), *_worth(brief, reader), *_decision(brief, reader)]
    return Document(
        title=_title(brief, reader),
        subtitle=_subtitle(brief, reader),
        lang=reader.lang,
        words=reader.voice.words,
        blocks=tuple(blocks),
        footer=brief.footer,
        kicker=" · ".join(filter(None, (brief.client, _("Decision brief"), brief.title))),
    )


def _title(brief: Brief, reader: Reader) -> str:
    _ = reader.translate
    if brief.decided:
        return brief.decided.headline
    return findings.headline(brief.weighing.weighed, reader) if brief.weighing else _("Not weighed yet")


def _subtitle(brief: Brief, reader: Reader) -> str:
    _ = reader.translate
    if brief.weighing:
        found = brief.weighing.weighed
        return findings.headline(found, reader) + "." if brief.decided else findings.standfirst(found, reader)
    return _("What was heard so far. What it would be worth is not worked out.")


def goals_and_why(brief: Brief, reader: Reader, most: int = 0) -> list[Block]:
    """The goals both sides share, then the why in confirmed words; who confirmed stands in the margin. most: aspects, 0 for all."""
    _ = reader.translate
    blocks: list[Block] = [Paragraph(" ".join(filter(None, (aim.measure, _owner(aim, reader)))), aim.title) for aim in brief.aims]
    shown = brief.why[: most or len(brief.why)]
    for why in shown:
        blocks.append(Paragraph(" ".join(why.words), why.question))
        if why.quote:
            blocks.append(Quote(why.quote, why.quoted))
    if brief.problem and not brief.why:
        blocks.append(Paragraph(brief.problem, _("As it was raised:")))
    if not blocks:
        return []
    confirmed = dict.fromkeys(by for why in shown for by in why.by)
    notes = [Note("\n".join(confirmed), _("Confirmed by"))] if confirmed else []
    notes += [Note(brief.heard, _("Who was heard"))] if brief.heard else []
    return [Heading(_("The goal we share, and why") if brief.aims else _("Why")), *blocks, *notes]


def _owner(aim: Aim, reader: Reader) -> str:
    _ = reader.translate
    return _("%(person)s answers for it.") % {"person": aim.owner} if aim.owner else ""


def _worth(brief: Brief, reader: Reader) -> list[Block]:
    _, found = reader.translate, brief.weighing
    if found is None:
        return []
    cost = figures.cost_today(found.loss, reader)
    blocks: list[Block] = [Heading(_("What it is worth")), *figures.telling_ranges(found.case, found.weighed, reader)]
    blocks += [Paragraph(cost, _("What it costs today."))] if cost else []
    blocks.append(Paragraph(findings.recommendation(found.weighed, reader), _("What we recommend.")))
    blocks.append(Paragraph(" ".join(findings.changes(found.weighed, reader)), _("What would change it.")))
    return [*blocks, figures.options(found.case, found.weighed, reader, found.years)]


def _decision(brief: Brief, reader: Reader) -> list[Block]:
    """What was decided and why; who and when stand in the margin."""
    _, made = reader.translate, brief.decided
    blocks: list[Block] = [Heading(_("Decision"))]
    left = brief.open_questions
    if made is None:
        asking = findings.ask_first(brief.weighing.weighed, reader) if brief.weighing else ""
        blocks.append(Paragraph(asking or _("Nobody has decided yet."), _("Ask first.") if brief.weighing and brief.weighing.weighed.verdict.next else ""))
        left = tuple(line for line in left if line != asking)  # it stands above
    else:
        blocks.append(Paragraph(made.reasons, made.outcome + "."))
        blocks += decided(made, reader)
    if left:
        blocks += [Paragraph(made.open_reason if made else "", _("Still open.")), Bullets(left)]
    return blocks


def decided(made: Decided, reader: Reader) -> list[Note]:
    """Who decided, when, and when it is looked at again: for the margin."""
    _ = reader.translate
    notes = [Note(_("%(person)s, on %(day)s") % {"person": made.by, "day": reader.day(made.on)}, _("Decided by"))]
    return [*notes, Note(reader.day(made.review_on), _("We look again"))] if made.review_on else notes

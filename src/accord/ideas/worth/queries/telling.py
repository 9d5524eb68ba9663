"""What a brief tells, gathered from what was heard, weighed, decided and aimed for. The notes about politics are not read here."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.ideas.goals import queries as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.queries import GoalShown
from accord.ideas.listen import labels
from accord.ideas.listen import queries as listen
from accord.ideas.listen.queries.hearing import AspectHeard, Heard, HeardSentence

from ..models import Decision
from ..rules import wording
from ..rules.brief import Aim, Brief, Decided, Weighing, Why
from ..rules.labels import told_apart
from ..rules.reader import Reader
from . import decision as decisions
from .probing import yearly
from .reading import day, reader
from .weighing import WeighedCase, weighed


def told(initiative: Initiative, decision: Decision | None, footer: str = "") -> tuple[Brief, Reader]:
    """The brief of an initiative as everything stands now, and whom it is written for."""
    found = weighed(initiative_id=initiative.id)
    reads = reader(found.currency if found else initiative.client.currency)
    heard = listen.heard(initiative.id)
    brief = Brief(
        client=initiative.client.name,
        title=initiative.title,
        aims=tuple(_aim(goal, reads) for goal in goals.goals_of(initiative.id)),
        why=tuple(_why(aspect, reads) for aspect in heard.aspects if aspect.key != decisions.POLITICS and aspect.sentences),
        heard=_heard(heard, reads),
        problem=heard.problem,
        weighing=_weighing(found) if found else None,
        decided=_decided(decision, reads) if decision else None,
        open_questions=tuple(decision.open_questions if decision else decisions.open_questions(initiative.id, found)),
        footer=footer,
    )
    return brief, reads


def _weighing(found: WeighedCase) -> Weighing:
    return Weighing(found.case, told_apart(found.case, found.weighed), yearly(found), found.years)


def _aim(goal: GoalShown, reads: Reader) -> Aim:
    """Its measure as a sentence: where it stands, where it should be, by when. What nobody knows is left out."""

    def said(value: Decimal) -> str:
        return f"{reads.voice.number(float(value))} {goal.unit}".strip()

    parts = [_("now %(value)s") % {"value": said(goal.current)}] if goal.current is not None else []
    if goal.target is not None and goal.due:
        parts.append(_("%(value)s by %(day)s") % {"value": said(goal.target), "day": day(goal.due)})
    elif goal.target is not None:
        parts.append(_("%(value)s is the aim") % {"value": said(goal.target)})
    measure = ": ".join(filter(None, (goal.measure, ", ".join(parts))))
    return Aim(_ended(goal.title), _ended(measure), goal.owner)


def _ended(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _why(aspect: AspectHeard, reads: Reader) -> Why:
    """The confirmed sentences of an aspect. The first one in the speaker's own words is set apart."""
    own = next((one for one in aspect.sentences if one.theirs), None)
    words = tuple(_ended(one.words) for one in aspect.sentences if one is not own)
    by = tuple(dict.fromkeys(_said_by(one) for one in aspect.sentences if one is not own))
    return Why(labels.run_in(aspect.key), words, by, own.words if own else "", _("%(who)s, in their own words") % {"who": _said_by(own)} if own else "")


def _said_by(one: HeardSentence) -> str:
    return _("%(person)s, %(day)s") % {"person": one.job or one.person, "day": day(one.on.date())}


def _heard(heard: Heard, reads: Reader) -> str:
    """How many people were heard, when, and how much of what we say back they confirmed."""
    if not heard.people or heard.first is None or heard.last is None:
        return ""
    people = ngettext("One person", "%(n)d people", len(heard.people)) % {"n": len(heard.people)}
    span = {"people": people, "first": day(heard.first.date()), "last": day(heard.last.date())}
    told = _("%(people)s, %(first)s to %(last)s.") % span if span["first"] != span["last"] else _("%(people)s, %(first)s.") % span
    if not heard.said:
        return told
    facts = {"confirmed": heard.confirmed, "n": heard.said}
    return told + " " + ngettext("%(confirmed)d of %(n)d sentence confirmed.", "%(confirmed)d of %(n)d sentences confirmed.", heard.said) % facts


def _decided(row: Decision, reads: Reader) -> Decided:
    return Decided(
        headline=wording.headline(row.decided, row.option, row.review_on, reads),
        outcome=wording.outcome(row.decided, reads),
        option=row.option,
        reasons=row.reasons,
        by=row.decided_by.called,
        on=row.decided_on,
        review_on=row.review_on,
        open_reason=row.open_reason,
    )

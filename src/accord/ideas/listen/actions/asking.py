"""Asking people by link, reminding them once, and taking a question back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import BeforeValidator, Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.actions import NewLink, make_link, revoke_links
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries as initiatives
from accord.ideas.goals.models import Initiative
from accord.ideas.goals.rules import Stage

from .. import letters, rules
from ..models import Asking, Question
from ..models.asking import CHOICE, RANGE, TEXT
from ..queries import asking as queries
from ..queries import bank

MOST_QUESTIONS = 8
NUDGE_AFTER = timedelta(days=3)


@dataclass(frozen=True)
class Put:
    """One question to put. Without words the bank's are taken; choices only for kind "choice", unit for "range"."""

    aspect: str
    words: str = ""
    kind: str = TEXT
    unit: str = ""
    choices: list[str] = field(default_factory=list)


def _from_text(given: Any) -> Any:
    """`goal` or `goal: Why are we doing this?`, as it is typed at the command line."""
    if not isinstance(given, str):
        return given
    aspect, _colon, words = given.partition(":")
    return {"aspect": aspect.strip(), "words": words.strip()}


@dataclass(frozen=True)
class Asked:
    """An asking just made, with the only sight of its link."""

    asking: Asking
    link: NewLink


@dataclass(frozen=True)
class AskedShown:
    """Somebody was asked, as doors show it: without the link, which went to the person."""

    asking_id: UUID
    person_id: UUID
    person: str
    questions: list[str]
    asked_at: datetime
    open_until: datetime


def shown(asked: list[Asked]) -> list[AskedShown]:
    return [
        AskedShown(
            one.asking.id,
            one.asking.person_id,
            one.asking.person.called,
            [put.words for put in one.asking.questions.all()],
            one.asking.asked_at,
            one.link.link.expires_at,
        )
        for one in asked
    ]


@registry.action("listen.ask", may="questions.ask", doors={registry.API, registry.CLI, registry.MCP}, shows=shown)
def ask(
    *,
    by: Actor,
    initiative_id: Annotated[UUID, Field(description="The initiative it is about.")],
    person_ids: Annotated[list[UUID], Field(description="Whom to ask. Each gets a link of their own by mail.", min_length=1, max_length=20)],
    questions: Annotated[
        list[Annotated[Put, BeforeValidator(_from_text)]],
        Field(description='What to ask: an aspect such as "goal", alone or with your own wording, "goal: Why now?".', min_length=1, max_length=MOST_QUESTIONS),
    ],
    note: Annotated[str, Field(description="A line of greeting above the questions.", max_length=500)] = "",
) -> list[Asked]:
    """Ask people by link. One question a page, no account needed; what they answer is kept word for word."""
    initiative = initiatives.initiative(initiative_id)
    asker = people.person(by.person_id) if by.person_id else None
    if asker is None:
        raise registry.Refused("questions.ask")
    if not person_ids:
        raise registry.Mistake(_("Choose whom to ask."), "person_ids")
    checked = [_checked(put) for put in questions]
    if not checked:
        raise registry.Mistake(_("Choose at least one question."), "questions")
    made = [put_to(by, initiative, people.person(id), checked, note.strip()) for id in dict.fromkeys(person_ids)]
    goals.reach(by=by, initiative=initiative, stage=Stage.LISTENING)
    return made


def _checked(put: Put) -> Put:
    """The question as it will be put. A Mistake when it cannot be answered."""
    if put.aspect and put.aspect not in rules.ASPECTS:
        raise registry.Mistake(
            _("There is no aspect called %(name)s. There are: %(all)s.") % {"name": put.aspect, "all": ", ".join(rules.ASPECTS)}, "questions"
        )
    words = put.words.strip() or (bank.words(put.aspect) if put.aspect else "")
    if not words:
        raise registry.Mistake(_("Write the question, or choose one from the bank."), "questions")
    if len(words) > 500:
        raise registry.Mistake(_("A question of %(n)d characters is too long for a phone; there is room for 500.") % {"n": len(words)}, "questions")
    choices = [one.strip()[:120] for one in put.choices if one.strip()]
    if put.kind == CHOICE and not 2 <= len(choices) <= 6:
        raise registry.Mistake(_("Offer two to six choices, one on each line."), "choices")
    if put.kind not in (TEXT, RANGE, CHOICE):
        raise registry.Mistake(_("An answer is text, a range or a choice."), "questions")
    return Put(put.aspect, words, put.kind, put.unit.strip()[:60] if put.kind == RANGE else "", choices if put.kind == CHOICE else [])


def put_to(by: Actor, initiative: Initiative, person: Person, questions: Sequence[Put], note: str, *, asked_by_id: UUID | None = None) -> Asked:
    """Put questions to one person and send them their link. Called inside an act."""
    asking = Asking.objects.create(initiative=initiative, person=person, asked_by_id=asked_by_id or by.person_id, note=note)
    for place, put in enumerate(questions, start=1):
        Question.objects.create(asking=asking, place=place, aspect=put.aspect, kind=put.kind, words=put.words, unit=put.unit, choices=put.choices)
    link = make_link(by=by, person=person, purpose="listen.question", subject_id=asking.id)
    letters.question(asking, link.url)
    payload = {"initiative": str(initiative.id), "person": str(person.id), "questions": len(questions)}
    journal.record(by=by, event="listen.asked", subject=asking, payload=payload)
    return Asked(asking, link)


@registry.action("listen.nudge", may="questions.ask")
def nudge(*, by: Actor, asking_id: UUID) -> Asked:
    """Remind somebody, once, with a fresh link. A second reminder would be noise; the telephone is kinder."""
    asking = queries.asking(asking_id)
    if asking.nudged_at or asking.taken_back_at:
        raise registry.Mistake(_("%(who)s was reminded already. A call is kinder than a second mail.") % {"who": asking.person.called})
    if clock.now() < asking.asked_at + NUDGE_AFTER:
        raise registry.Mistake(_("They were asked less than three days ago. Give them the time."))
    asking.nudged_at = clock.now()
    asking.save(update_fields=["nudged_at"])
    link = make_link(by=by, person=asking.person, purpose="listen.question", subject_id=asking.id)
    letters.question(asking, link.url, again=True)
    journal.record(by=by, event="listen.nudged", subject=asking, payload={"person": str(asking.person_id)})
    return Asked(asking, link)


@registry.action("listen.take_back", may="questions.ask")
def take_back(*, by: Actor, asking_id: UUID) -> Asking:
    """Take a question back: its links end; answers already given are kept."""
    asking = queries.asking(asking_id)
    if asking.taken_back_at is None:
        asking.taken_back_at = clock.now()
        asking.save(update_fields=["taken_back_at"])
        revoke_links(purpose="listen.question", subject_id=asking.id)
        journal.record(by=by, event="listen.taken_back", subject=asking)
    return asking

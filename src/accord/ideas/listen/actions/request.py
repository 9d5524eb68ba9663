"""Filing a request, joining one that is open, and the word of the person it was filed for."""

import re
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import clock, journal, registry
from accord.base.people import queries as people
from accord.base.people.actions import NewLink, make_link
from accord.base.people.models import Person
from accord.base.people.rules import Actor
from accord.ideas.goals import actions as goals
from accord.ideas.goals.models import Initiative

from .. import letters, rules
from ..models import Answer, Asking, Joining, Question, Request, RequestConfirmed
from ..models.asking import REQUEST
from ..queries import requests as queries
from ..queries.requests import RequestShown

TITLE = 90  # characters of the first sentence that make a title until somebody finds a better one

Problem = Annotated[str, Field(description="What is wrong, in your own words.", min_length=1, max_length=4000)]


@dataclass(frozen=True)
class Filed:
    """A request just filed; the link to confirm it, when it was filed for somebody else."""

    request: Request
    link: NewLink | None


def title_of(problem: str) -> str:
    """The first sentence, cut between two words."""
    first = re.split(r"(?<=[.!?])\s|\n", problem.strip(), maxsplit=1)[0].strip().rstrip(".")
    return first if len(first) <= TITLE else first[:TITLE].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def shown(filed: Filed) -> RequestShown:
    return RequestShown.of(filed.request)


@registry.action("listen.file_request", may="requests.file", doors={registry.API, registry.CLI, registry.MCP}, shows=shown)
def file_request(
    *,
    by: Actor,
    problem: Problem,
    asked_for: Annotated[str, Field(description="The fix you have in mind, if you have one.", max_length=500)] = "",
    if_not: Annotated[str, Field(description="What happens if nothing is done, if you know.", max_length=2000)] = "",
    on_behalf_of: Annotated[UUID | None, Field(description="The person whose problem it is, when it is not yours; they are asked to confirm it.")] = None,
) -> Filed:
    """File a request: say what is wrong. It opens an initiative; nothing but the problem is needed."""
    if not problem.strip():
        raise registry.Mistake(_("Say what is wrong, in your own words. One sentence is enough."), "problem")
    asker = people.person(on_behalf_of) if on_behalf_of else people.person(_self(by))
    initiative = goals.open_initiative(by=by, title=title_of(problem))
    request = Request.objects.create(
        initiative=initiative,
        problem=problem.strip(),
        asked_for=asked_for.strip(),
        if_not=if_not.strip(),
        asked_by=asker,
        filed_by_id=_self(by),
        seen_as=rules.request_hint(problem).kind,
    )
    keep_words(by, initiative, asker, _("What is wrong?"), request.problem)
    if request.if_not:
        keep_words(by, initiative, asker, _("What happens if nothing is done?"), request.if_not, aspect="if_not")
    payload = {"initiative": str(initiative.id), "asked_by": str(asker.id), "on_behalf": request.on_behalf}
    journal.record(by=by, event="listen.request_filed", subject=request, payload=payload)
    return Filed(request, _ask_to_confirm(by, request) if request.on_behalf else None)


def _self(by: Actor) -> UUID:
    if by.person_id is None:
        raise registry.Refused("requests.file")
    return by.person_id


def _ask_to_confirm(by: Actor, request: Request) -> NewLink:
    link = make_link(by=by, person=request.asked_by, purpose="listen.request", subject_id=request.id)
    letters.confirm_request(by, request.asked_by, link.url)
    return link


def keep_words(by: Actor, initiative: Initiative, person: Person, question: str, words: str, *, aspect: str = "") -> Answer:
    """Words somebody gave without being asked by link are kept like an answer, so they can be said back."""
    asking = Asking.objects.create(initiative=initiative, person=person, asked_by_id=_self(by), way=REQUEST)
    put = Question.objects.create(asking=asking, place=1, aspect=aspect, words=question)
    return Answer.objects.create(question=put, number=1, words=words, noted_by_id=None if by.person_id == person.id else by.person_id, at=clock.now())


@registry.action("listen.join_request", may="requests.file", doors={registry.API, registry.MCP}, shows=RequestShown.of)
def join_request(
    *,
    by: Actor,
    request_id: Annotated[UUID, Field(description="The open request that is yours as well.")],
    words: Annotated[str, Field(description="What it is like for you, in your own words.", max_length=4000)] = "",
) -> Request:
    """Say that an open request is your problem too, instead of filing it a second time."""
    request = queries.request(request_id)
    person = people.person(_self(by))
    said = Joining.objects.filter(request=request, person=person)
    if said.filter(words=words.strip()).exists():
        return request
    joining = Joining.objects.create(request=request, person=person, words=words.strip())
    if joining.words:
        keep_words(by, request.initiative, person, _("What is it like for you?"), joining.words)
    journal.record(by=by, event="listen.request_joined", subject=request, payload={"person": str(person.id)})
    return request


@registry.action("listen.confirm_request", may="requests.confirm")
def confirm_request(*, by: Actor, request_id: UUID, agrees: bool, words: str = "") -> Request:
    """The person a request was filed for says that it is so, or how they would put it. Their words are kept beside the first ones."""
    request = queries.request(request_id)
    if request.asked_by_id != by.person_id:
        raise registry.NotThere(str(request_id))
    said = words.strip()
    if len(said) > 4000:
        raise registry.Mistake(_("That is %(n)d characters; there is room for 4,000. The rest can go into a second answer.") % {"n": len(said)}, "words")
    if not agrees and not said:
        raise registry.Mistake(_("Say how you would put it. A few words are enough."), "words")
    last = RequestConfirmed.objects.filter(request=request).last()
    if last and (last.agrees, last.words) == (agrees, said):
        return request
    RequestConfirmed.objects.create(request=request, agrees=agrees, words=said)
    if said:
        keep_words(by, request.initiative, request.asked_by, _("How would you put it?"), said)
    journal.record(by=by, event="listen.request_confirmed" if agrees else "listen.request_corrected", subject=request)
    return request

"""Agreement to a version of a goal: its contributors are told, say what it means for them in own words, and its owner confirms.

Nothing here is a tick: words that only repeat the goal are sent back, and a link is current again when an owner said yes to what was said.
"""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import journal, registry
from accord.base.people import queries as people
from accord.base.people.actions import make_link, revoke_links
from accord.base.people.models import Person
from accord.base.people.rules import Actor

from .. import letters, queries, rules
from ..models import Confirmed, Goal, GoalVersion, Serves, TeachBack, Told
from ..queries import LinkNow, LinkShown
from ..queries import contributors as reading
from .closing import close_where_current
from .words import GoalId, LinkId

EVERYWHERE = {registry.API, registry.CLI, registry.MCP}
AGREE, CONFIRM = "goals.agree", "goals.confirm"  # what a participant's link is for


def _said(said: TeachBack) -> LinkShown:
    return LinkShown.of(reading.link(said.serves_id))


def _judged(verdict: Confirmed) -> LinkShown:
    return _said(verdict.teach_back)


def tell_all(*, by: Actor, goal: Goal, again: bool = False) -> int:
    """Write to everybody who speaks for what serves a goal and does not hold what it asks now; once for each version unless it is to be
    said again. Gives how many letters go out."""
    open_ = [one for one in reading.of_rows(Serves.objects.filter(goal=goal, ended_at=None)) if not one.is_current and one.said is None]
    return sum(_tell(by, one) for one in open_ if again or not one.was_told)


def _tell(by: Actor, link: LinkNow) -> bool:
    """False where nobody speaks for it, or they left."""
    speaker = link.speaker
    if speaker is None or speaker.left_at is not None:
        return False
    version = queries.version(link.row.goal_id, link.row.goal.asks)
    revoke_links(purpose=AGREE, subject_id=link.row.id)
    new = make_link(by=by, person=speaker, purpose=AGREE, subject_id=link.row.id)
    letters.changed(by, link, version, new.url)
    _was_told(by, link.row, version, speaker, "letter")
    return True


def _was_told(by: Actor, row: Serves, version: GoalVersion, person: Person, way: str) -> None:
    Told.objects.create(serves=row, version=version, person=person, way=way)
    row.told = version.number
    row.save(update_fields=["told"])
    payload = {"link": str(row.id), "version": version.number, "person": str(person.id), "way": way}
    journal.record(by=by, event="goals.told", subject=row.goal, payload=payload)


@registry.action("goals.tell", may="goals.edit", doors={registry.API, registry.CLI})
def tell(*, by: Actor, goal_id: GoalId) -> int:
    """Write to everybody who works for a goal, was not told of what it asks now, and has somebody to speak for it. Gives how many letters go out."""
    return tell_all(by=by, goal=queries.goal(goal_id))


@registry.action("goals.teach_back", may="goals.agree", doors=EVERYWHERE, shows=_said)
def teach_back(
    *, by: Actor, link_id: LinkId, words: Annotated[str, Field(description="What the goal changes for you, in your own words.", min_length=1, max_length=1000)]
) -> TeachBack:
    """Say in own words what a goal, as it stands, means for the work one speaks for. Its owner says whether that is it."""
    link = reading.link(link_id)
    words = " ".join(words.split())
    if link.row.speaker is None or link.row.speaker_id != by.person_id:
        raise registry.Refused("goals.agree")
    if not words:
        raise registry.Mistake(_("Write what it means for your work. One sentence is enough."), "words")
    version = queries.version(link.row.goal_id, link.row.goal.asks)
    if rules.is_copied(f"{version.title}. {version.why}", words):
        raise registry.Mistake(_("These are the goal’s own words. Say what it changes for your work, in yours."), "words")
    if not link.was_told:
        _was_told(by, link.row, version, link.row.speaker, "page")
    said = TeachBack.objects.create(serves=link.row, version=version, person_id=by.person_id, words=words)
    journal.record(by=by, event="goals.taught_back", subject=link.row.goal, payload={"link": str(link.row.id), "version": version.number})
    owners = queries.owners(link.row.goal_id)
    if owners == [by.person_id]:  # whoever answers for the goal alone has nobody else to ask
        _agreed(by, said, link.row)
    else:
        _ask(by, said, [one for one in owners if one != by.person_id])
    return said


def _ask(by: Actor, said: TeachBack, owners: list[UUID]) -> None:
    for owner in map(people.person, owners):
        if owner.left_at is None:
            new = make_link(by=by, person=owner, purpose=CONFIRM, subject_id=said.id)
            letters.taught(by, said, owner, new.url)


@registry.action("goals.confirm", may="goals.agree", doors=EVERYWHERE, shows=_judged)
def confirm(
    *,
    by: Actor,
    teach_back_id: Annotated[UUID, Field(description="What somebody said the goal means for them.")],
    agrees: Annotated[bool, Field(description="Whether that is what the goal means.")],
    words: Annotated[str, Field(description="What it means for them instead, where it is not.", max_length=1000)] = "",
) -> Confirmed:
    """An owner of the goal says whether what somebody wrote is what it means for them. If not, they hear what it means instead, and say it again."""
    said, words = reading.teach_back(teach_back_id), " ".join(words.split())
    row = Serves.objects.select_for_update(of=("self",)).select_related("goal").get(id=said.serves_id)
    if by.person_id not in queries.owners(row.goal_id) or by.person_id == said.person_id:
        raise registry.Refused("goals.agree")
    if not agrees and not words:
        raise registry.Mistake(_("Write what it means for them instead. They will read your sentence."), "words")
    if said.version.number != row.goal.asks or reading.link(row.id).said != said:
        raise registry.Conflict(_("Something newer was said meanwhile. Look at the goal again."))
    if agrees:
        return _agreed(by, said, row)
    verdict = Confirmed.objects.create(teach_back=said, agrees=False, words=words, by_id=by.person_id)
    journal.record(by=by, event="goals.corrected", subject=row.goal, payload={"link": str(row.id), "version": said.version.number})
    if said.person.left_at is None:
        revoke_links(purpose=AGREE, subject_id=row.id)
        letters.corrected(by, verdict, make_link(by=by, person=said.person, purpose=AGREE, subject_id=row.id).url)
    return verdict


def _agreed(by: Actor, said: TeachBack, row: Serves) -> Confirmed:
    verdict = Confirmed.objects.create(teach_back=said, agrees=True, by_id=by.person_id)
    row.agreed = said.version.number
    row.save(update_fields=["agreed"])
    revoke_links(purpose=CONFIRM, subject_id=said.id)
    journal.record(by=by, event="goals.agreed", subject=row.goal, payload={"link": str(row.id), "version": said.version.number})
    close_where_current(by, row.goal_id)
    return verdict

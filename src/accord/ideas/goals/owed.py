"""What goals owe to whom: rows of Today. Who works for a goal owes a word on what it means; who answers for it owes theirs to that."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock, registry
from accord.base.people.guests import own_address, waits
from accord.base.people.models import Person
from accord.base.people.queries import slug
from accord.base.people.rules import Actor

from .models import AlsoOwner, Confirmed, GoalVersion, RecallAsked, Serves, TeachBack
from .queries import LinkNow, contributors, recalls
from .queries.contributors import CORRECTED, WAITS
from .rules.recalling import Outcome
from .rules.serving import LIVE


@registry.owed.register("goals.meaning", order=15)
def to_say(*, by: Actor) -> Iterator[registry.Owed]:
    """Goals I work for that ask something of me; one row for each link, and none while its owner reads what I said."""
    if by.person_id is None:
        return
    mine = Serves.objects.filter(speaker=by.person_id, ended_at=None, goal__state=LIVE).filter(Q(agreed=None) | ~Q(agreed=F("goal__asks")))
    for link in contributors.of_rows(mine):
        if link.step != WAITS:
            yield _row(link, "goal", link.row.id, _asked(link), _("Say what it means"), link.goal.changed_by if link.row.agreed else None)


def _asked(link: LinkNow) -> str:
    told = {"goal": link.goal.title, "what": link.called}
    if link.step == CORRECTED:
        return _("“%(goal)s” means something else for “%(what)s”: say it once more") % told
    if link.row.agreed:
        return _("“%(goal)s” changed: say what that means for “%(what)s”") % told
    return _("“%(what)s” works for “%(goal)s”: say what that means") % told


def _row(link: LinkNow, kind: str, subject: UUID, title: str, label: str, who: Person | None) -> registry.Owed:
    detail = link.verdict.words if link.step == CORRECTED and link.verdict else link.goal.reason
    url = own_address(link.row.client.slug, kind, subject)
    return waits(f"goals.{kind}", f"{subject}:{link.row.goal.asks}", title, detail, url, label, link.since, who)


@registry.owed.register("goals.confirm", order=16)
def to_confirm(*, by: Actor) -> Iterator[registry.Owed]:
    """What others say a goal of mine means for them."""
    if by.person_id is None:
        return
    stands = GoalVersion.objects.filter(number=F("goal__newest"), goal__state=LIVE)
    also = AlsoOwner.objects.filter(person=by.person_id).values("version")
    mine = stands.filter(Q(owner=by.person_id) | Q(id__in=also)).values("goal")
    answered = Confirmed.objects.values("teach_back")
    open_ = TeachBack.objects.filter(serves__goal__in=mine).exclude(person=by.person_id).exclude(id__in=answered).values("serves")
    for link in contributors.of_rows(Serves.objects.filter(id__in=open_, ended_at=None)):
        if link.step == WAITS and link.said and link.said.person_id != by.person_id:
            title = _("What “%(goal)s” means for “%(what)s”: is that it?") % {"goal": link.goal.title, "what": link.called}
            said = f"“{link.said.words[:140]}”"
            url = own_address(link.row.client.slug, "goal-meaning", link.said.id)
            yield waits("goals.goal-meaning", link.said.id, title, said, url, _("Read it"), link.said.at, link.said.person)


@registry.owed.register("goals.recall", order=14)
def to_recall(*, by: Actor) -> Iterator[registry.Owed]:
    """What matters most to me: asked, until I answer or the day has passed."""
    if by.person_id is None:
        return
    mine = RecallAsked.objects.select_related("recall__by").filter(person=by.person_id, answered_on=None)
    for one in mine.filter(recall__closed_at=None, recall__closes_on__gte=clock.today()):
        row, url = one.recall, own_address(slug(), "recall", one.recall_id)
        yield waits("goals.recall", row.id, row.question, _("One minute, and your name is not kept with it."), url, _("Name them"), one.asked_at, row.by)


@registry.owed.register("goals.recall_match", order=17)
def to_match(*, by: Actor) -> Iterator[registry.Owed]:
    """Answers that wait for whoever answers for a goal; facilitators find them on the page of the check."""
    row = recalls.newest() if by.person_id else None
    if row is None or row.closed_at is None or not recalls.owned(by.person_id):
        return
    now = recalls.recall(row.id)
    if now.outcome is Outcome.MATCHING:
        title = ngettext("Which goal does %(n)d answer mean?", "Which goals do %(n)d answers mean?", len(now.waiting)) % {"n": len(now.waiting)}
        url = own_address(slug(), "recall-match", row.id)
        yield waits("goals.recall_match", row.id, title, row.question, url, _("Match them"), row.closed_at, None, 3)

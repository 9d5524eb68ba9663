"""What decisions and briefs bring to Today: briefs to read, objections to answer, readers who are silent, and dates ahead."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base import clock, registry
from accord.base.people.rules import Actor

from .decision_panels import urls
from .models import Paper
from .queries import decision as decisions
from .queries import papers
from .queries.papers import SentNow
from .queries.reading import day

SILENT_AFTER = timedelta(days=3)


@registry.owed.register("decision")
def waits_for_me(*, by: Actor) -> Iterator[registry.Owed]:
    """A paper I was sent, a decision that is mine to make; for those who facilitate, objections, silent readers and decisions to look at again."""
    if by.person_id is None or not by.may("decisions.read"):
        return
    newest = papers.newest_papers()
    sent = papers.sendings(newest)
    yield from _mine(by, sent)
    yield from _to_decide(by)
    if by.may("briefs.send"):
        yield from _objections(sent)
        yield from _silent(sent)
        yield from _to_look_at()


def _mine(by: Actor, sent: list[SentNow]) -> Iterator[registry.Owed]:
    for one in sent:
        if one.person.id != by.person_id or one.last:
            continue
        paper, asker = one.sending.paper, one.sending.sent_by
        title = {"title": paper.initiative.title}
        yield registry.Owed(
            key=f"worth.paper/{one.sending.id}",
            kind="worth.paper",
            title=(_("“%(title)s” is handed over to you") if paper.is_hand_over else _("Read the brief on “%(title)s”")) % title,
            detail=_("Say whether you have what you need.") if paper.is_hand_over else _("Say that you have read it, or what you object to."),
            url=urls(paper.initiative)[f"{paper.kind}_url"],
            action_label=_("Read it"),
            since=one.sending.at,
            person_name=asker.name,
            person_job=asker.job,
            side=asker.side,
            minutes=3,
        )


def _to_decide(by: Actor) -> Iterator[registry.Owed]:
    """A decision that was planned for me and not made."""
    made = {row.initiative_id: row for row in decisions.newest()}
    for plan in decisions.planned().values():
        later = made.get(plan.initiative_id)
        if plan.person_id != by.person_id or (later and later.at >= plan.at):
            continue
        yield registry.Owed(
            key=f"worth.decide/{plan.id}",
            kind="worth.decide",
            title=_("“%(title)s” is yours to decide") % {"title": plan.initiative.title},
            detail=_("By %(day)s.") % {"day": day(plan.due)},
            url=urls(plan.initiative)["decision_url"],
            action_label=_("See what is known"),
            since=plan.at,
            minutes=5,
        )


def _objections(sent: list[SentNow]) -> Iterator[registry.Owed]:
    """Until a new version is sent or the person says something else."""
    for one in sent:
        if one.last is None or not one.last.objects_to_it:
            continue
        paper, about = one.sending.paper, {"who": one.person.called, "title": one.sending.paper.initiative.title}
        missing = _("The %(who)s objects to the brief on “%(title)s”")
        if paper.is_hand_over:
            missing = _("The %(who)s misses something in the hand-over of “%(title)s”")
        yield registry.Owed(
            key=f"worth.objection/{one.last.id}",
            kind="worth.objection",
            title=missing % about,
            detail=one.last.words[:140],
            url=urls(paper.initiative)[f"{paper.kind}_url"],
            action_label=_("Answer"),
            since=one.last.at,
            person_name=one.person.name,
            person_job=one.person.job,
            side=one.person.side,
            minutes=5,
        )


def _silent(sent: list[SentNow]) -> Iterator[registry.Owed]:
    """One row for each paper that somebody was sent three days ago and has not answered."""
    silent: dict[UUID, list[SentNow]] = {}
    for one in sent:
        if one.last is None and one.sending.at + SILENT_AFTER <= clock.now():
            silent.setdefault(one.sending.paper_id, []).append(one)
    for found in silent.values():
        paper: Paper = found[0].sending.paper
        count = ngettext("One person has not acknowledged “%(title)s”", "%(n)d people have not acknowledged “%(title)s”", len(found))
        yield registry.Owed(
            key=f"worth.silent/{paper.id}/{len(found)}",
            kind="worth.silent",
            title=count % {"n": len(found), "title": paper.initiative.title},
            detail=", ".join(one.person.called for one in found[:3]),
            url=urls(paper.initiative)[f"{paper.kind}_url"],
            action_label=_("See who"),
            since=found[0].sending.at,
            can_wait=True,
        )


def _to_look_at() -> Iterator[registry.Owed]:
    """The day to look again has come."""
    for row in decisions.newest():
        if row.review_on is None or row.review_on > clock.today():
            continue
        yield registry.Owed(
            key=f"worth.review/{row.id}",
            kind="worth.review",
            title=_("Look again at the decision on “%(title)s”") % {"title": row.initiative.title},
            detail=decisions.headline(row),
            url=urls(row.initiative)["decision_url"],
            action_label=_("Look again"),
            since=row.at,
            minutes=10,
        )


@registry.coming.register("decision")
def dates_ahead(*, by: Actor) -> Iterator[registry.Coming]:
    """Days to look again, and days by which somebody decides."""
    if not by.may("decisions.read"):
        return
    made = {row.initiative_id: row for row in decisions.newest()}
    for row in made.values():
        if row.review_on and row.review_on > clock.today():
            title = _("We look again at “%(title)s”") % {"title": row.initiative.title}
            yield registry.Coming(row.review_on, title, decisions.headline(row), urls(row.initiative)["decision_url"])
    for plan in decisions.planned().values():
        later = made.get(plan.initiative_id)
        if plan.due >= clock.today() and not (later and later.at >= plan.at):
            title, who = _("“%(title)s” is to be decided") % {"title": plan.initiative.title}, _("The %(who)s decides") % {"who": plan.person.called}
            yield registry.Coming(plan.due, title, who, urls(plan.initiative)["decision_url"])

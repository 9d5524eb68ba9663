"""What was said back, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from accord.base import clock, registry
from accord.base.people.models import Person
from accord.base.people.queries import bring

from ..models import Answer, Playback, PlaybackOf, PlaybackVersion, Question, Refusal, Reviewed, Sentence, Verdict
from . import asking

WRITING, SENT, PARTLY, CONFIRMED, CORRECTED, KEPT, REFUSED = "writing", "sent", "partly", "confirmed", "corrected", "kept", "refused"


@dataclass(frozen=True)
class SentenceNow:
    """A sentence and what its speaker says to it. confirmed: a yes, or the person's own words; None while we wait."""

    sentence: Sentence
    verdict: Verdict | None
    confirmed: bool | None
    carried: bool  # settled in an earlier version, not asked again

    @property
    def counts(self) -> bool:
        """Confirmed, and not merely the answer copied."""
        return bool(self.confirmed) and not self.sentence.copied


@dataclass(frozen=True)
class PlaybackNow:
    """A playback as it stands. `written`: the newest version of ours. `versions` and `sentences`: all of them, oldest first."""

    playback: Playback
    person: Person
    versions: list[PlaybackVersion]
    every: dict[UUID, list[SentenceNow]]
    refusal: Refusal | None
    reviewed: bool
    answers: list[Answer]

    @property
    def written(self) -> PlaybackVersion | None:
        return next((one for one in reversed(self.versions) if one.written_by_id), None)

    @property
    def asked(self) -> list[SentenceNow]:
        """The sentences the person is asked about."""
        return self.every[self.written.id] if self.written else []

    @property
    def state(self) -> str:
        if self.written is None:
            return WRITING
        if self.refusal:
            return REFUSED
        open_ = sum(one.confirmed is None for one in self.asked)
        if open_:
            return SENT if open_ == len([one for one in self.asked if not one.carried]) else PARTLY
        if all(one.confirmed for one in self.asked):
            return CONFIRMED
        return KEPT if self.reviewed else CORRECTED

    @property
    def standing(self) -> list[SentenceNow]:
        """The sentences as they now stand: the newest version's, corrections taken in; none of a refused one."""
        if self.state in (WRITING, REFUSED):
            return []
        return self.every[self.versions[-1].id] if self.state in (CORRECTED, KEPT) else self.asked

    @property
    def corrections(self) -> list[SentenceNow]:
        return [one for one in self.asked if one.verdict and not one.verdict.agrees]

    @property
    def ever_corrected(self) -> bool:
        return any(one.verdict and not one.verdict.agrees for rows in self.every.values() for one in rows)

    @property
    def last_word_at(self) -> datetime | None:
        """When the person last said something to it."""
        moments = [one.verdict.at for one in self.asked if one.verdict and one.verdict.at]
        return max([*moments, *([self.refusal.at] if self.refusal else [])], default=None)

    @property
    def days(self) -> int:
        return (clock.now() - self.written.at).days if self.written else 0

    @property
    def to_do(self) -> int:
        return sum(one.confirmed is None for one in self.asked)


def verdicts(version_ids: Iterable[UUID]) -> dict[UUID, Verdict]:
    """The newest word on each sentence of these versions; a sentence settled in an earlier one of ours counts as agreed."""
    ids = list(version_ids)
    found: dict[UUID, Verdict] = {
        one.id: Verdict(sentence=one, agrees=True, at=one.version.at)
        for one in Sentence.objects.select_related("version").filter(version__in=ids, follows__isnull=False, version__written_by__isnull=False)
    }
    for verdict in Verdict.objects.filter(sentence__version__in=ids).order_by("at", "id"):
        found[verdict.sentence_id] = verdict
    return found


def load(found: QuerySet[Playback]) -> list[PlaybackNow]:
    """These playbacks with all they hold, in a constant number of queries, oldest first."""
    rows = list(found.select_related("initiative").order_by("begun_at", "id"))
    versions: dict[UUID, list[PlaybackVersion]] = {row.id: [] for row in rows}
    written = list(PlaybackVersion.objects.filter(playback__in=list(versions)).order_by("number"))
    bring((rows, "person"), (written, "written_by"))
    for version in written:
        versions[version.playback_id].append(version)
    flat = {version.id: version for group in versions.values() for version in group}
    newest = verdicts(flat)
    every: dict[UUID, list[SentenceNow]] = {id: [] for id in flat}
    for sentence in Sentence.objects.filter(version__in=list(flat)).order_by("place"):
        every[sentence.version_id].append(_sentence(sentence, flat[sentence.version_id], newest.get(sentence.id)))
    refusals = {row.version_id: row for row in Refusal.objects.filter(version__in=list(flat)).order_by("at", "id")}
    reviewed = set(Reviewed.objects.filter(version__in=list(flat)).values_list("version_id", flat=True))
    answers: dict[UUID, list[Answer]] = {row.id: [] for row in rows}
    for of in PlaybackOf.objects.select_related("answer__question__asking").filter(playback__in=list(versions)).order_by("answer__at", "answer_id"):
        answers[of.playback_id].append(of.answer)
    return [_playback(row, versions[row.id], every, refusals, reviewed, answers[row.id]) for row in rows]


def _sentence(sentence: Sentence, version: PlaybackVersion, verdict: Verdict | None) -> SentenceNow:
    """In a version a correction made, every sentence stands: agreed to, or in their own words."""
    if version.written_by_id is None:
        return SentenceNow(sentence, verdict, True, False)
    return SentenceNow(sentence, verdict, verdict.agrees if verdict else None, sentence.follows_id is not None)


def _playback(
    row: Playback,
    versions: list[PlaybackVersion],
    every: dict[UUID, list[SentenceNow]],
    refusals: dict[UUID, Refusal],
    reviewed: set[UUID],
    answers: list[Answer],
) -> PlaybackNow:
    mine = {version.id: every[version.id] for version in versions}
    written = next((one for one in reversed(versions) if one.written_by_id), None)
    refusal = refusals.get(written.id) if written else None
    words = [one.verdict.at for one in mine[written.id] if one.verdict and one.verdict.pk and one.verdict.at] if written else []
    if refusal and words and max(words) > refusal.at:
        refusal = None  # they thought again, sentence by sentence
    return PlaybackNow(row, row.person, versions, mine, refusal, bool(versions) and versions[-1].id in reviewed, answers)


def of_initiatives(initiative_ids: Iterable[UUID]) -> list[PlaybackNow]:
    return load(Playback.objects.filter(initiative__in=list(initiative_ids)))


def now(playback_id: UUID) -> PlaybackNow:
    """One playback as it stands, or NotThere."""
    found = load(Playback.objects.filter(id=playback_id))
    if not found:
        raise registry.NotThere(str(playback_id))
    return found[0]


def playback(playback_id: UUID) -> Playback:
    """One playback of the scope, or NotThere."""
    found = Playback.objects.select_related("person", "initiative", "begun_by", "client__provider").filter(id=playback_id).first()
    if found is None:
        raise registry.NotThere(str(playback_id))
    return found


def state_of(row: Playback) -> str:
    return now(row.id).state


def last_written(row: Playback) -> PlaybackVersion | None:
    """The newest version of ours."""
    return PlaybackVersion.objects.filter(playback=row, written_by__isnull=False).last()


def settled(row: Playback) -> dict[str, Sentence]:
    """Sentences the person has agreed to or put in their own words, by their words."""
    state = now(row.id)
    return {one.sentence.words: one.sentence for one in state.standing if one.confirmed}


def fresh_answers(initiative_id: UUID, person_id: UUID) -> list[Answer]:
    """The newest answer to each of a person's questions that no playback says back yet."""
    mine = asking.load(Question.objects.filter(asking__initiative=initiative_id, asking__person=person_id))
    newest = [one.last for one in mine if one.last]
    known = set(PlaybackOf.objects.filter(answer__in=newest).values_list("answer_id", flat=True))
    return [one for one in newest if one.id not in known]


def words_of(row: Playback) -> str:
    """Everything the person said that this playback says back."""
    found = PlaybackOf.objects.select_related("answer").filter(playback=row).order_by("answer__at", "answer_id")
    return "\n".join(one.answer.words for one in found)

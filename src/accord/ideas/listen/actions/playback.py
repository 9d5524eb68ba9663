"""Saying back what was heard: written sentence by sentence, sent to the person who said it, reviewed when it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
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
from ..models import Playback, PlaybackOf, PlaybackVersion, Reviewed, Sentence
from ..queries import playback as queries
from .asking import NUDGE_AFTER

MOST_SENTENCES = 12
LONGEST = 600


@dataclass(frozen=True)
class Said:
    """One sentence to say back, and the aspect it tells."""

    words: str
    aspect: str


def _from_text(given: Any) -> Any:
    """`day_to_day: Handlers lose the first hour.`, as it is typed at the command line."""
    if not isinstance(given, str):
        return given
    aspect, _colon, words = given.partition(":")
    return {"aspect": aspect.strip(), "words": words.strip()}


@dataclass(frozen=True)
class PlayedBack:
    """A version just said back, with the only sight of its link."""

    version: PlaybackVersion
    link: NewLink


@dataclass(frozen=True)
class PlaybackShown:
    """A playback as doors show it."""

    id: UUID
    person_id: UUID
    person: str
    version: int
    sentences: list[str]
    copied: int  # sentences so close to the answer that they do not count
    at: datetime


def shown(played: PlayedBack) -> PlaybackShown:
    version = played.version
    sentences = list(version.sentences.all())
    person = version.playback.person
    copied = sum(one.copied for one in sentences)
    return PlaybackShown(version.playback_id, person.id, person.called, version.number, [one.words for one in sentences], copied, version.at)


def _open(by: Actor, initiative: Initiative, person: Person) -> Playback:
    """The playback being written for this person: the last one, or a new one when that was closed and there are fresh answers."""
    last = Playback.objects.select_for_update(of=("self",)).filter(initiative=initiative, person=person).last()
    fresh = queries.fresh_answers(initiative.id, person.id)
    if last is None or (fresh and last.versions.exists() and queries.state_of(last) in (queries.CONFIRMED, queries.KEPT)):
        last = Playback.objects.create(initiative=initiative, person=person, begun_by_id=by.person_id)
    for answer in fresh:
        PlaybackOf.objects.create(playback=last, answer=answer)
    return last


def _clean(sentences: Sequence[Said], default: str) -> list[Said]:
    kept = [Said(" ".join(one.words.split()), one.aspect or default) for one in sentences if one.words.strip()]
    if len(kept) > MOST_SENTENCES:
        raise registry.Mistake(_("Twelve sentences are the most anybody reads on a phone. Say the rest another time."), "sentences")
    for one in kept:
        if len(one.words) > LONGEST:
            raise registry.Mistake(
                _("A sentence of %(n)d characters is too long to say yes to; there is room for 600. Make it two.") % {"n": len(one.words)}, "sentences"
            )
        if one.aspect not in rules.ASPECTS:
            raise registry.Mistake(_("Choose what each sentence is about."), "sentences")
    return kept


@registry.action("listen.save_draft", may="playbacks.write")
def save_draft(*, by: Actor, initiative_id: UUID, person_id: UUID, sentences: list[Said]) -> Playback:
    """Keep what is being written; nobody is told."""
    initiative, person = initiatives.initiative(initiative_id), people.person(person_id)
    playback = _open(by, initiative, person)
    playback.draft = [{"words": one.words, "aspect": one.aspect} for one in _clean(sentences, "day_to_day")]
    playback.save(update_fields=["draft"])
    return playback


@registry.action("listen.set_aside", may="playbacks.write")
def set_aside(*, by: Actor, initiative_id: UUID, person_id: UUID, word: str) -> Playback:
    """Dismiss a hint about one word of a playback. Nobody counts who dismisses what."""
    playback = _open(by, initiatives.initiative(initiative_id), people.person(person_id))
    if word not in playback.set_aside:
        playback.set_aside = [*playback.set_aside, word[:80]]
        playback.save(update_fields=["set_aside"])
    return playback


@registry.action("listen.play_back", may="playbacks.write", doors={registry.API, registry.CLI, registry.MCP}, shows=shown)
def play_back(
    *,
    by: Actor,
    initiative_id: Annotated[UUID, Field(description="The initiative it is about.")],
    person_id: Annotated[UUID, Field(description="Who said it.")],
    sentences: Annotated[
        list[Annotated[Said, BeforeValidator(_from_text)]],
        Field(
            description='What you heard, a sentence each, with the aspect it tells: "day_to_day: Handlers lose the first hour."',
            min_length=1,
            max_length=MOST_SENTENCES,
        ),
    ],
) -> PlayedBack:
    """Say back to somebody what you heard, in your words. They say yes or not quite to each sentence, by link."""
    initiative, person = initiatives.initiative(initiative_id), people.person(person_id)
    said = _clean(sentences, "day_to_day")
    if not said:
        raise registry.Mistake(_("Write at least one sentence of what you heard."), "sentences")
    playback = _open(by, initiative, person)
    if not PlaybackOf.objects.filter(playback=playback).exists():
        raise registry.Mistake(_("%(who)s has not said anything yet that could be said back.") % {"who": person.called}, "person_id")
    before = queries.settled(playback)
    version = PlaybackVersion.objects.create(playback=playback, number=playback.versions.count() + 1, written_by_id=by.person_id)
    _keep_sentences(version, said, queries.words_of(playback), before)
    playback.draft, playback.nudged_at = [], None
    playback.save(update_fields=["draft", "nudged_at"])
    revoke_links(purpose="listen.playback", subject_id=playback.id)
    link = make_link(by=by, person=person, purpose="listen.playback", subject_id=playback.id)
    letters.playback(by, version, link.url)
    journal.record(by=by, event="listen.played_back", subject=playback, payload={"version": version.number, "person": str(person.id), "sentences": len(said)})
    goals.reach(by=by, initiative=initiative, stage=Stage.LISTENING)
    return PlayedBack(version, link)


def _keep_sentences(version: PlaybackVersion, said: Sequence[Said], original: str, before: dict[str, Sentence]) -> None:
    """A sentence that was confirmed before, or is in the person's own words, keeps being so."""
    for place, one in enumerate(said, start=1):
        earlier = before.get(one.words)
        Sentence.objects.create(
            version=version,
            place=place,
            aspect=one.aspect,
            words=one.words,
            theirs=bool(earlier and earlier.theirs),
            copied=not (earlier and earlier.theirs) and rules.is_copied(original, one.words),
            follows=earlier,
        )


@registry.action("listen.nudge_playback", may="playbacks.write")
def nudge_playback(*, by: Actor, playback_id: UUID) -> PlayedBack:
    """Remind somebody, once, that their word is waited for."""
    playback = queries.playback(playback_id)
    version = playback.versions.last()
    if version is None or playback.nudged_at:
        raise registry.Mistake(_("%(who)s was reminded already. A call is kinder than a second mail.") % {"who": playback.person.called})
    if clock.now() < version.at + NUDGE_AFTER:
        raise registry.Mistake(_("They were asked less than three days ago. Give them the time."))
    playback.nudged_at = clock.now()
    playback.save(update_fields=["nudged_at"])
    link = make_link(by=by, person=playback.person, purpose="listen.playback", subject_id=playback.id)
    letters.playback(by, version, link.url, again=True)
    journal.record(by=by, event="listen.nudged", subject=playback, payload={"person": str(playback.person_id)})
    return PlayedBack(version, link)


@registry.action("listen.review", may="playbacks.write")
def review(*, by: Actor, playback_id: UUID) -> Playback:
    """Keep a correction as the person put it: nothing more is asked of them."""
    playback = queries.playback(playback_id)
    version = playback.versions.last()
    if version is not None and not version.reviews.exists():
        Reviewed.objects.create(version=version, by_id=by.person_id)
        journal.record(by=by, event="listen.correction_kept", subject=playback, payload={"version": version.number})
    return playback

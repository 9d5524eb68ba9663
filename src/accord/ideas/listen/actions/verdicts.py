"""What people say to a playback: yes or not quite to each sentence, or that it is not what they meant at all. And whether they felt heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from pydantic import Field

from accord.base import journal, registry
from accord.base.people.rules import Actor
from accord.ideas.goals import queries as initiatives

from ..models import HeardPulse, Playback, PlaybackVersion, Refusal, Sentence, Verdict
from ..queries import playback as queries
from .playback import LONGEST


@dataclass(frozen=True)
class Word:
    """What is said to one sentence: yes, or not quite and how they would put it."""

    sentence_id: UUID
    agrees: bool
    words: str = ""


def _asked(by: Actor, playback_id: UUID) -> tuple[Playback, PlaybackVersion]:
    """The person's own playback, locked, and what was last said back by us; NotThere for anybody else's."""
    found = Playback.objects.select_for_update(of=("self",)).select_related("person", "initiative").filter(id=playback_id).first()
    version = queries.last_written(found) if found else None
    if found is None or version is None or by.person_id is None or found.person_id != by.person_id:
        raise registry.NotThere(str(playback_id))
    return found, version


@registry.action("listen.say_to_sentences", may="playbacks.answer")
def say_to_sentences(*, by: Actor, playback_id: UUID, said: list[Word]) -> Playback:
    """Confirm or correct sentences; what is left out stays open. The newest word counts, earlier ones are kept. Once every sentence has one,
    a correction makes the next version, in the person's words."""
    playback, version = _asked(by, playback_id)
    sentences = {one.id: one for one in version.sentences.all()}
    newest = queries.verdicts([version.id])
    changed = 0
    for word in said:
        if word.sentence_id not in sentences:
            raise registry.Conflict(_("We said it anew meanwhile. Read the newest version."))
        words = "" if word.agrees else _put(word)
        last = newest.get(word.sentence_id)
        if last is None or (last.agrees, last.words) != (word.agrees, words):
            newest[word.sentence_id] = Verdict.objects.create(sentence=sentences[word.sentence_id], agrees=word.agrees, words=words)
            changed += 1
    if changed:
        corrected = sum(not one.agrees for one in newest.values())
        payload = {"version": version.number, "said": len(newest), "of": len(sentences), "corrected": corrected}
        journal.record(by=by, event="listen.corrected" if corrected else "listen.confirmed", subject=playback, payload=payload)
    if len(newest) == len(sentences):
        _next_version(playback, list(sentences.values()), newest)
    return playback


def _put(word: Word) -> str:
    put = " ".join(word.words.split())
    if not put:
        raise registry.Mistake(_("Say how you would put it. A few words are enough."), f"words-{word.sentence_id}")
    if len(put) > LONGEST:
        raise registry.Mistake(_("That is %(n)d characters; there is room for 600. Shorten it a little.") % {"n": len(put)}, f"words-{word.sentence_id}")
    return put


def _next_version(playback: Playback, sentences: Sequence[Sentence], newest: dict[UUID, Verdict]) -> None:
    """The corrected version, when there is a correction and it is not the newest already."""
    now = [(one.words if newest[one.id].agrees else newest[one.id].words) for one in sentences]
    last = playback.versions.last()
    if last is None or [one.words for one in last.sentences.all()] == now:
        return
    version = PlaybackVersion.objects.create(playback=playback, number=last.number + 1)
    for one, words in zip(sentences, now, strict=True):
        theirs = one.theirs or not newest[one.id].agrees
        Sentence.objects.create(version=version, place=one.place, aspect=one.aspect, words=words, theirs=theirs, copied=one.copied and not theirs, follows=one)


@registry.action("listen.refuse", may="playbacks.answer")
def refuse(*, by: Actor, playback_id: UUID, words: str = "") -> Playback:
    """“This is not what I meant at all.” Nothing of it counts; the facilitator starts anew from the person's own words."""
    playback, version = _asked(by, playback_id)
    said = words.strip()
    if len(said) > 2000:
        raise registry.Mistake(_("That is %(n)d characters; there is room for 2,000. Shorten it a little.") % {"n": len(said)}, "words")
    last = version.refusals.last()
    if last is None or last.words != said:
        Refusal.objects.create(version=version, words=said)
        journal.record(by=by, event="listen.refused", subject=playback, payload={"version": version.number})
    return playback


Step = Annotated[int, Field(ge=1, le=5)]


@registry.action("listen.give_pulse", may="playbacks.answer")
def give_pulse(*, by: Actor, initiative_id: UUID, understood: Step, worth_it: Step) -> None:
    """Two items, once: was I understood, was it worth my time. Shown only together with others."""
    if not (understood in range(1, 6) and worth_it in range(1, 6)):
        raise registry.Mistake(_("Choose one mark on each line."))
    initiative = initiatives.initiative(initiative_id)
    if by.person_id is None or not Playback.objects.filter(initiative=initiative, person_id=by.person_id).exists():
        raise registry.NotThere(str(initiative_id))
    HeardPulse.objects.get_or_create(initiative=initiative, person_id=by.person_id, defaults={"understood": understood, "worth_it": worth_it})

"""What we say back, and what those who said it say to that."""

from typing import ClassVar

from django.db import models

from accord.base import clock, scope

from .asking import Answer


class Playback(scope.ClientModel):
    """We say back to one person what we heard from them, about one initiative. What we say is in the versions."""

    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, related_name="playbacks")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="playbacks")
    begun_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=clock.now)
    draft = models.JSONField(default=list)  # not said yet: list of {"words", "aspect"}
    set_aside = models.JSONField(default=list)  # hints the writer dismissed: list of words
    nudged_at = models.DateTimeField(null=True, blank=True)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["begun_at", "id"]


class PlaybackOf(scope.ClientModel):
    """The answers a playback says back."""

    playback = models.ForeignKey(Playback, on_delete=models.PROTECT, related_name="of")
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="+")


class PlaybackVersion(scope.ClientModel):
    """What was said back at one time. A correction makes the next version by itself, in the person's words."""

    playback = models.ForeignKey(Playback, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    written_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")  # nobody: the person's correction made it
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "playback", "number"], name="playback_number_once"),
        ]


class Sentence(scope.ClientModel):
    """One sentence of a version."""

    version = models.ForeignKey(PlaybackVersion, on_delete=models.PROTECT, related_name="sentences")
    place = models.PositiveSmallIntegerField()
    aspect = models.CharField(max_length=24)
    words = models.CharField(max_length=600)
    theirs = models.BooleanField(default=False)  # their own words, from a correction
    copied = models.BooleanField(default=False)  # so close to the answer that confirming it proves nothing
    follows = models.ForeignKey("listen.Sentence", on_delete=models.PROTECT, null=True, related_name="followed_by")  # the sentence it takes the place of

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "version", "place"], name="sentence_place_once"),
        ]


class Verdict(scope.ClientModel):
    """What the person says to one sentence. The newest counts, the others are kept."""

    sentence = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="verdicts")
    agrees = models.BooleanField()
    words = models.CharField(max_length=600, blank=True)  # how they would put it
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Refusal(scope.ClientModel):
    """“This is not what I meant at all”: a version is refused as a whole."""

    version = models.ForeignKey(PlaybackVersion, on_delete=models.PROTECT, related_name="refusals")
    words = models.TextField(max_length=2000, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        ordering: ClassVar = ["at", "id"]


class Reviewed(scope.ClientModel):
    """A facilitator read what came back to a version."""

    version = models.ForeignKey(PlaybackVersion, on_delete=models.PROTECT, related_name="reviews")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)


class HeardPulse(scope.ClientModel):
    """Two items after a playback, 1 to 5. Shown only together with others; the person is kept so that it is asked once."""

    initiative = models.ForeignKey("goals.Initiative", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    understood = models.PositiveSmallIntegerField()
    worth_it = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta(scope.ClientModel.Meta):
        constraints: ClassVar = [
            *scope.ClientModel.Meta.constraints,
            models.UniqueConstraint(fields=["client", "initiative", "person"], name="heard_pulse_once"),
        ]

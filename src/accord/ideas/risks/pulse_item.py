"""“Is anything worrying you?” in a check-in: what somebody says there is an early warning, with their name, and somebody must answer it."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from accord.base import registry
from accord.base.people.rules import Actor
from accord.ideas.listen.labels import named, the_person

from . import actions
from .forms.by_hand import WorryForm
from .models import WAITS, Risk
from .pages import wording
from .pages.speaking import speak_url
from .queries import turns_of
from .queries.asking import carrier_for, goals_to_choose


@registry.pulse_item.register("worry", order=10)
def worry(*, person_id: UUID, round_id: UUID) -> registry.PulseItem:
    """It goes to whoever looks after the client, openly and at once. The same words twice are one."""
    reader = carrier_for(person_id)

    def form(data: object) -> WorryForm:
        sent = [row.sees for row in raised_in(round_id, person_id)]
        who, unnamed = named(reader) if reader else "", speak_url()
        return WorryForm(data, goals=goals_to_choose(), reader=who, sent=sent, unnamed=unnamed)

    def keep(by: Actor, form: forms.Form) -> None:
        given = form.cleaned_data
        if words := " ".join(given["sees"].split()):
            digest = sha256(f"{person_id}:{words}".encode()).hexdigest()[:24]
            actions.raise_risk(
                by=by, sees=words, goal_id=UUID(given["goal_id"]) if given["goal_id"] else None, act_by=given["act_by"],
                answerer_id=reader.id if reader else None, reference=f"check-in:{round_id}:{digest}",
            )  # fmt: skip

    return registry.PulseItem("risks/guest_worry.html", form, keep, lambda: after(round_id, person_id))


def raised_in(round_id: UUID, person_id: UUID) -> list[Risk]:
    """What somebody said in one check-in."""
    return list(Risk.objects.select_related("answerer").filter(raised_by=person_id, reference__startswith=f"check-in:{round_id}:").order_by("at"))


def after(round_id: UUID, person_id: UUID) -> Iterable[str]:
    """What becomes of it: who answers by when, or what was answered."""
    for row in raised_in(round_id, person_id):
        told = {"who": the_person(row.answerer), "day": wording.weekday(row.answer_by)}
        if row.state == WAITS:
            yield _("%(who)s answers what worries you by %(day)s, by letter.") % told
        else:
            words = next((one.words for one in reversed(turns_of(row.id)) if one.words), "")
            yield _("What worries you was answered: “%(words)s”") % {"words": words}

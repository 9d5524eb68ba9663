"""What was changed in a case, in plain lines, from the journal."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accord.base.journal import queries as journal
from accord.base.people import reader
from accord.base.people.models import Person

from ..models import Case
from ..models.case import HOWS
from ..queries import loading


@dataclass(frozen=True)
class Line:
    """One change: when, by whom, what."""

    at: datetime
    who: str
    what: str


def history_page(case: Case) -> list[Line]:
    """Newest first."""
    entries = journal.of_subject(case.id)
    people = {person.id: person.called for person in Person.objects.filter(id__in={entry.person_id for entry in entries if entry.person_id})}
    called = loading.called(case)
    return [Line(entry.at, people.get(entry.person_id, ""), _told(entry.event, _labelled(entry.payload, called))) for entry in reversed(entries)]


def _labelled(payload: dict[str, Any], called: dict[str, str]) -> dict[str, Any]:
    """With quantities as the pages call them now, where the journal keeps their names in formulas."""
    told = dict(payload)
    if isinstance(told.get("quantity"), str):
        told["quantity"] = called.get(told["quantity"]) or told["quantity"]
    for end in ("first", "second"):
        if isinstance(told.get(end), str):
            told[end] = called.get(told[end]) or told[end]
    if isinstance(told.get("quantities"), list):
        told["quantities"] = [called.get(name) or name for name in told["quantities"]]
    return told


def _told(event: str, payload: dict[str, Any]) -> str:
    tell = _WORDS.get(event)
    return tell(payload) if tell else event.partition(".")[2].replace("_", " ")


def _range(payload: dict[str, Any]) -> str:
    ends = reader.voice().exact_range(payload["low"], payload["high"])
    basis = f" ({payload['basis']})" if payload.get("basis") else ""
    return _("A range for “%(name)s”: %(ends)s%(basis)s") % {"name": payload["quantity"], "ends": ends, "basis": basis}


def _option(payload: dict[str, Any]) -> str:
    before, after = payload["before"], payload["after"]
    if before and before["formula"] != after["formula"]:
        told = {"name": after["name"], "before": before["formula"], "after": after["formula"]}
        return _("Option “%(name)s” was %(before)s and is now %(after)s") % told
    return _("Option “%(name)s”") % {"name": after["name"]}


def _step(payload: dict[str, Any]) -> str:
    told = {"name": payload["after"]["name"], "after": payload["after"]["formula"], "before": payload["before"].get("formula", "")}
    return _("“%(name)s” is now %(after)s, before it was %(before)s") % told if told["before"] else _("“%(name)s” is %(after)s") % told


_WORDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "worth.case_opened": lambda _payload: _("The case was opened from the template"),
    "worth.case_taken_in": lambda payload: _("The case was taken in from a file, with %(n)s quantities") % {"n": payload["quantities"]},
    "worth.range_given": _range,
    "worth.voice_set_aside": lambda payload: _("A range for “%(quantity)s” was set aside: %(reason)s") % payload,
    "worth.voice_counted_again": lambda payload: _("A range for “%(quantity)s” counts again") % payload,
    "worth.quantity_added": lambda payload: _("“%(quantity)s” was added") % payload,
    "worth.quantity_changed": lambda payload: _("“%(before)s” is now “%(after)s”") % {key: payload[key]["label"] for key in ("before", "after")},
    "worth.quantity_ended": lambda payload: _("“%(quantity)s” was taken out") % payload,
    "worth.fact_noted": lambda payload: _("“%(quantity)s” turned out to be %(value)s") % payload,
    "worth.pair_set": lambda payload: _("“%(first)s” and “%(second)s” go together: %(how)s") % (payload | {"how": dict(HOWS)[payload["how"]]}),
    "worth.pair_ended": lambda payload: _("“%(first)s” and “%(second)s” are not taken to go together any more") % payload,
    "worth.option_added": _option,
    "worth.option_changed": _option,
    "worth.option_ended": lambda payload: _("Option “%(option)s” was taken out") % payload,
    "worth.step_added": _step,
    "worth.step_changed": _step,
    "worth.step_ended": lambda payload: _("“%(step)s” was taken out") % payload,
    "worth.settings_changed": lambda _payload: _("The settings were changed"),
    "worth.knower_set": lambda _payload: _("Who could tell more was written down"),
    "worth.range_asked": lambda payload: _("Asked for: %(names)s") % {"names": ", ".join(payload["quantities"])},
    "worth.range_taken_back": lambda _payload: _("A question was taken back"),
    "worth.range_unknown": lambda payload: _("“%(quantity)s” is not known to them") % payload,
    "worth.range_handed_on": lambda payload: _("The question for “%(quantity)s” was passed on") % payload,
}

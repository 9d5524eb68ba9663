"""An example of everything an address or a verb can take. Ids come from the rows of the story; what has no example fails the sweep."""

import dataclasses
import enum
import typing
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from accord.base import clock, scope
from accord.base.people.models import Client
from accord.base.registry import Spec

INVENTED = UUID("01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f")
PERSON = "people.Person"

# Which row an id is of: by the verb's or address' own name, by the idea, or by the argument alone; the first that is there counts.
IDS: dict[str, str] = {
    "goal_id": "goals.Goal",
    "goal_ids": "goals.Goal",
    "parent_id": "goals.Goal",
    "initiative_id": "goals.Initiative",
    "person_id": PERSON,
    "person_ids": PERSON,
    "owner_id": PERSON,
    "decided_by_id": PERSON,
    "said_by_id": PERSON,
    "on_behalf_of": PERSON,
    "team_id": "people.Team",
    "link_id": "people.Link",
    "goals.link_id": "goals.Serves",
    "goals.below_id": "goals.Goal",
    "goals.subject_id": "goals.Serves",
    "speaker_id": PERSON,
    "otherwise_id": PERSON,
    "also_ids": PERSON,
    "teach_back_id": "goals.TeachBack",
    "work_id": "goals.WorkName",
    "reset_id": "goals.Reset",
    "item_id": "goals.ResetItem",
    "round_id": "empathy.Round",
    "empathy:choose.round_id": "empathy.Choice.round_id",
    "empathy:export_ranking.round_id": "empathy.Choice.round_id",
    "empathy.list_choices.round_id": "empathy.Choice.round_id",
    "empathy.show_round.round_id": "empathy.Outcome.round_id",
    "empathy.choose_fairly.round_id": "empathy.Choice.round_id",
    "empathy.record_choice.round_id": "empathy.Choice.round_id",
    "empathy.export_ranking.round_id": "empathy.Choice.round_id",
    "empathy.item_ids": "empathy.RoundItem",
    "initiative_ids": "goals.Initiative",
    "looks_only_ids": PERSON,
    "risks.asking_id": "risks.Asking",
    "risk_id": "risks.Risk",
    "carried_id": "risks.Carried",
    "recall_id": "goals.RecallCheck",
    "answer_id": "goals.RecallAnswer",
    "token_id": "people.Token",
    "people.take_up.id": "people.PutOff",
    "take_up.id": "people.PutOff",
    "request_id": "listen.Request",
    "asking_id": "listen.Asking",
    "worth.asking_id": "worth.RangeAsking",
    "question_id": "listen.Question",
    "worth.question_id": "worth.RangeQuestion",
    "playback_id": "listen.Playback",
    "sentence_id": "listen.Sentence",
    "step_id": "listen.LadderStep",
    "worth.step_id": "worth.Derived",
    "below_id": "listen.LadderStep",
    "subject_id": "listen.Asking",
    "quantity_id": "worth.Quantity",
    "quantity_ids": "worth.Quantity",
    "voice_id": "worth.Voice",
    "pair_id": "worth.Pair",
    "first_id": "worth.Quantity",
    "second_id": "worth.Quantity",
    "option_id": "worth.Option",
    "sending_id": "worth.Sending",
    "source_id": "listen.Answer",
    "thread": "worth.Stakeholder.thread",
    "critical_id": "empathy.Critical",
    "hearing_id": "empathy.Hearing",
    "agenda_item_id": "empathy.AgendaItem",
    "risk_ids": "risks.Risk",
    "event_id": "risks.Event",
    "sign_id": "risks.Suggestion",
    "treatment_id": "risks.Treatment",
    "answerer_id": PERSON,
    "listener_ids": PERSON,
    "ladder_ids": PERSON,
    "after": "risks.Risk",
    "item_ids": "empathy.RoundItem",
    "report_id": "risks.Report",
}

# What else is asked for by name, or by a verb and its name.
WORDS: dict[str, Any] = {
    "email": "somebody.new@example.com",
    "aspect": "goal",
    "language": "en",
    "low": 1.0,
    "high": 2.0,
    "until": lambda: clock.today() + timedelta(5),
    "by_date": lambda: clock.today() + timedelta(5),
    "due": lambda: clock.today() + timedelta(5),
    "team": "",
    "formula": "1",
    "level": 1,
    "understood": 3,
    "worth_it": 3,
    "days": 30,
    "points": dict,
    "risks.set_tolerance.points": [{"amount": 1000.0, "chance": 50.0}, {"amount": 9000.0, "chance": 5.0}],
    "weeks": 2,
    "weekday": 1,
    "open_days": 7,
    "evening": 18,
    "morning": 8,
    "least_days": 14,
    "most": 10,
    "closes_on": lambda: clock.today() + timedelta(5),
    "own": {},
    "guess": {},
    "because": {},
    "changes": {},
    "slots": {"sees": "some words"},
}


class NoExample(Exception):
    """Add one to IDS or WORDS, and the row to the story."""


def label_of(owner: str, name: str) -> str | None:
    """The model an id belongs to. `owner` is a verb (`worth.reply_range`) or the name of an address."""
    idea = owner.replace(":", ".").partition(".")[0]
    for key in (f"{owner}.{name}", f"{idea}.{name}", name):
        if key in IDS:
            return IDS[key]
    return None


def known_id(client: Client, owner: str, name: str) -> UUID:
    """The first such row of that client. Raises NoExample."""
    label = label_of(owner, name)
    if label is None:
        raise NoExample(f"{owner} takes {name}")
    app, model, *field = label.split(".")
    with scope.outside("an example is looked for"), scope.within(client.id), scope.unit():
        rows: models.QuerySet[Any] = apps.get_model(app, model).objects.order_by("id")
        found = rows.values_list(field[0] if field else "id", flat=True).first()
    if found is None:
        raise NoExample(f"{owner} takes {name}: the story has no {label}")
    return typing.cast(UUID, found)


def id_of(client: Client, owner: str, name: str) -> UUID:
    """The same for the sweeps, which go on with an invented one: that something is missing is told once, by the completeness test."""
    try:
        return known_id(client, owner, name)
    except NoExample:
        return INVENTED


def ids_in(spec: Spec) -> list[str]:
    """The names of a verb's arguments that are ids, or lists of them."""
    return [name for name, kind in kinds(spec).items() if UUID in (_bare(kind), *(_bare(one) for one in typing.get_args(_bare(kind))))]


def kinds(spec: Spec) -> dict[str, Any]:
    hints = typing.get_type_hints(spec.function)
    return {name: hints[name] for name in _parameters(spec)}


def _parameters(spec: Spec) -> dict[str, bool]:
    """Each argument but `by`, and whether it is needed."""
    import inspect

    found = inspect.signature(spec.function).parameters
    return {name: one.default is inspect.Parameter.empty for name, one in found.items() if name != "by"}


def arguments(spec: Spec, client: Client) -> dict[str, Any]:
    """What the verb needs, and every id it could take, all of that client."""
    known, ids = kinds(spec), ids_in(spec)
    return {name: sample(spec.name, name, known[name], client) for name, needed in _parameters(spec).items() if needed or name in ids}


def _bare(kind: Any) -> Any:
    if hasattr(kind, "__metadata__"):
        return _bare(kind.__origin__)
    parts = [one for one in typing.get_args(kind) if one is not type(None)]
    return _bare(parts[0]) if type(None) in typing.get_args(kind) and parts else kind


def sample(owner: str, name: str, kind: Any, client: Client) -> Any:
    """One value of that kind."""
    kind = _bare(kind)
    for key in (f"{owner}.{name}", name):
        if key in WORDS and kind is not UUID:
            return WORDS[key]() if callable(WORDS[key]) else WORDS[key]
    if kind is UUID:
        return id_of(client, owner, name)
    if typing.get_origin(kind) is typing.Literal:
        return typing.get_args(kind)[0]
    if typing.get_origin(kind) in (list, tuple):
        return [sample(owner, name, typing.get_args(kind)[0], client)]
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return next(iter(kind))
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{one.name: sample(owner, one.name, hints[one.name], client) for one in dataclasses.fields(kind) if one.default is one.default_factory})  # type: ignore[operator]
    plain = {str: "some words", bool: True, int: 1, float: 1.0, Decimal: Decimal(1), date: clock.today(), datetime: clock.now()}
    if kind not in plain:
        raise NoExample(f"{owner} takes {name}: {kind}")
    return plain[kind]

"""Telling the journal, and giving what was told its place in the chain."""

import secrets
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.db import models

from accord.base import clock, scope
from accord.base.people.rules import Actor

from . import chain
from .acts import Told, current


def record(*, by: Actor | None, event: str, subject: models.Model, payload: dict[str, Any] | None = None) -> None:
    """Tell the journal, from inside an action; `by` None is whoever began it. The payload is plain JSON and holds no secret and no politics."""
    act = current.get()
    if act is None:
        raise RuntimeError(f"{event} was told outside an action.")
    scope.forget()
    by = by or act.by
    act.told.append(Told(by.client_id, by.person_id, by.door, event, subject._meta.label_lower, subject.pk, payload or {}))


def meta_of(entry: Any) -> dict[str, Any]:
    """What the hash covers beside the payload."""
    return {
        "client": str(entry.client_id),
        "seq": entry.seq,
        "at": entry.at.isoformat(timespec="microseconds"),
        "event": entry.event,
        "door": entry.door,
        "person": str(entry.person_id) if entry.person_id else None,
        "subject": [entry.subject_kind, str(entry.subject_id)],
    }


def write(told: Iterable[Told]) -> None:
    """Chain the entries behind each client's head, which stays locked until the transaction ends."""
    from .models import Entry, Head

    for client_id, entries in groupby(told, key=lambda one: one.client_id):
        Head.objects.get_or_create(client_id=client_id)
        head = Head.objects.select_for_update().get(client_id=client_id)
        for one in entries:
            salt = secrets.token_hex(16)
            entry = Entry(
                client_id=client_id,
                seq=head.seq + 1,
                at=clock.now(),
                event=one.event,
                door=one.door,
                person_id=one.person_id,
                subject_kind=one.subject_kind,
                subject_id=one.subject_id,
                payload=one.payload,
                salt=salt,
                commitment=chain.commitment(salt, one.payload),
                previous=head.hash,
            )
            entry.hash = chain.link(head.hash, meta_of(entry), entry.commitment)
            entry.save(force_insert=True)
            head.seq, head.hash = entry.seq, entry.hash
        head.save(update_fields=["seq", "hash"])

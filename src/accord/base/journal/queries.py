"""Reading the journal, and checking that nobody changed it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from accord.base import scope

from . import chain
from .models import Entry, Head, Receipt
from .writing import meta_of


@dataclass(frozen=True)
class Verified:
    """What checking a client's chain found."""

    entries: int
    head: str
    faults: tuple[chain.Fault, ...]


def of_subject(subject_id: UUID) -> list[Entry]:
    """Everything that happened to one thing, oldest first."""
    return list(Entry.objects.filter(subject_id=subject_id))


def verify() -> Verified:
    """Walk the chain of the one client in scope."""
    scope.one()
    return walk(Entry.objects.order_by("seq").iterator(), Head.objects.first())


def walk(entries: Iterable[Entry], head: Head | None) -> Verified:
    """Check entries, in their order, against each other and against where the journal says it ends."""
    faults: list[chain.Fault] = []
    previous, expected = "", 1
    for entry in entries:
        faults += _place(entry, previous, expected)
        faults += _content(entry)
        previous, expected = entry.hash, entry.seq + 1
    faults += _end(previous, expected - 1, head)
    return Verified(expected - 1, previous, tuple(faults))


def _place(entry: Entry, previous: str, expected: int) -> Iterator[chain.Fault]:
    if entry.seq > expected:
        yield chain.Fault(expected, "missing")
    if entry.seq < expected:
        yield chain.Fault(entry.seq, "stands here twice")
    if entry.previous != previous:
        yield chain.Fault(entry.seq, "does not follow the entry before it")


def _content(entry: Entry) -> Iterator[chain.Fault]:
    if chain.commitment(entry.salt, entry.payload) != entry.commitment:
        yield chain.Fault(entry.seq, "its content was changed")
    if chain.link(entry.previous, meta_of(entry), entry.commitment) != entry.hash:
        yield chain.Fault(entry.seq, "its time, person, door, event or subject was changed")


def _end(last: str, seq: int, head: Head | None) -> Iterator[chain.Fault]:
    promised, hash = (head.seq, head.hash) if head else (0, "")
    if promised > seq:
        yield chain.Fault(seq + 1, "entries at the end are missing")
    elif promised < seq:
        yield chain.Fault(promised, "entries were added behind the end")
    elif hash != last:
        yield chain.Fault(seq, "it is not the entry the journal ended with")


def receipt(key: str) -> Receipt | None:
    """What an idempotency key was answered, in the client in scope."""
    return Receipt.objects.filter(key=key).first()


def newest_of(events: str) -> str:
    """The hash of the newest entry whose event begins so, of the one client in scope; empty where there is none.

    Each entry is chained to all before it, so while the hash stays, nothing of the kind has happened."""
    scope.one()
    return Entry.objects.filter(event__startswith=events).order_by("-seq").values_list("hash", flat=True).first() or ""

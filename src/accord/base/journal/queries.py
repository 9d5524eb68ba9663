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


@dataclass(frozen=True)
class Newest:
    """An entry that is the newest of its kind: its place in the chain, and its hash, which holds all before it."""

    seq: int
    hash: str


def newest_of(events: str) -> Newest | None:
    """The newest entry whose event begins so, of the one client in scope. While it stays, nothing of the kind has happened."""
    scope.one()
    found = Entry.objects.filter(event__startswith=events).order_by("-seq").values_list("seq", "hash").first()
    return Newest(*found) if found else None


def subjects_since(before: Newest, events: str, *, most: int) -> set[UUID] | None:
    """What entries after this one are about, whose event begins so. None where there are more than `most`, or the journal does not know this one."""
    scope.one()
    if not Entry.objects.filter(seq=before.seq, hash=before.hash).exists():
        return None
    found = Entry.objects.filter(seq__gt=before.seq, event__startswith=events).order_by("seq").values_list("subject_id", flat=True)[: most + 1]
    subjects = list(found)
    return None if len(subjects) > most else set(subjects)

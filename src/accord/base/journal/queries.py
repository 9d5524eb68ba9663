"""Reading the journal, and checking that nobody changed it."""

from dataclasses import dataclass
from uuid import UUID

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
    """Walk the chain of the one client in scope. An erased payload (no salt) is no fault; a changed one is named by its place."""
    faults: list[chain.Fault] = []
    previous, expected = "", 1
    for entry in Entry.objects.order_by("seq").iterator():
        if entry.seq != expected:
            faults.append(chain.Fault(expected, "missing"))
        if entry.previous != previous:
            faults.append(chain.Fault(entry.seq, "does not follow the entry before it"))
        if entry.salt and chain.commitment(entry.salt, entry.payload) != entry.commitment:
            faults.append(chain.Fault(entry.seq, "its content was changed"))
        if chain.link(entry.previous, meta_of(entry), entry.commitment) != entry.hash:
            faults.append(chain.Fault(entry.seq, "its time, person or event was changed"))
        previous, expected = entry.hash, entry.seq + 1
    head = Head.objects.first()
    if (head.hash if head else "") != previous or (head.seq if head else 0) != expected - 1:
        faults.append(chain.Fault(expected, "entries at the end are missing"))
    return Verified(expected - 1, previous, tuple(faults))


def receipt(key: str) -> Receipt | None:
    """What an idempotency key was answered, in the client in scope."""
    return Receipt.objects.filter(key=key).first()

"""What happened, who did it, when: append-only, chained, written in the transaction of what it tells.

Each entry carries a commitment to its payload: `commitment = H(salt, payload)` and `hash = H(previous, meta, commitment)`. Whoever changes,
removes or adds an entry breaks the chain at a place that `queries.verify` names. (The salt keeps short payloads from being guessed, and would
let a payload be erased one day with the chain still whole; that is not offered, and an entry without its payload is a fault.) The client's head
row is locked last, so two acts never wait for each other crosswise. What lies below the journal tells it through `registry.tell`.

Promises the database keeps: an entry is never updated or deleted, and a place in the chain is taken once.
"""

from .writing import record

__all__ = ["record"]

"""What happened, who did it, when: append-only, chained, written in the transaction of what it tells.

Each entry carries a commitment to its payload: `commitment = H(salt, payload)` and `hash = H(previous, meta, commitment)`. Erasing a payload
with its salt therefore leaves the chain whole, and changing one breaks it at a place that can be named. The client's head row is locked
last, so two acts never wait for each other crosswise.

Promises the database keeps: an entry is never updated or deleted (but for erasing a payload), and a place in the chain is taken once.
"""

from .writing import record

__all__ = ["record"]

"""The list of every verb Accord offers, and the places where ideas meet without importing each other.

`verbs` keeps each action and query once, so the API, the command line and the assistants' tools are made from one list.
`meeting` holds the collection points, which turn a dependency around: goals collects drift signals without knowing who detects drift.
`telling` lets what lies below the journal write into it. `mistakes` are the few ways a verb can refuse, said in one sentence a person can act on.
"""

from .amiss import Amiss, amiss, told
from .meeting import (
    Bar,
    Coming,
    Happened,
    Hit,
    NextQuestion,
    NextStep,
    Owed,
    Panel,
    coming,
    contribution,
    drift_signal,
    export,
    happened,
    next_question,
    next_step,
    owed,
    panel,
    pulse_item,
    search_source,
    story,
    unlike,
    value_source,
    warning_signal,
)
from .mistakes import Conflict, Mistake, NotAsWritten, NotThere, Refused
from .telling import hears, tell
from .verbs import API, CLI, MCP, May, Spec, acting, action, call, query, spec, specs, surround

__all__ = [
    "API",
    "CLI",
    "MCP",
    "Amiss",
    "Bar",
    "Coming",
    "Conflict",
    "Happened",
    "Hit",
    "May",
    "Mistake",
    "NextQuestion",
    "NextStep",
    "NotAsWritten",
    "NotThere",
    "Owed",
    "Panel",
    "Refused",
    "Spec",
    "acting",
    "action",
    "amiss",
    "call",
    "coming",
    "contribution",
    "drift_signal",
    "export",
    "happened",
    "hears",
    "next_question",
    "next_step",
    "owed",
    "panel",
    "pulse_item",
    "query",
    "search_source",
    "spec",
    "specs",
    "story",
    "surround",
    "tell",
    "told",
    "unlike",
    "value_source",
    "warning_signal",
]

"""Roles, what each may do, and the actor every verb is given."""

from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID


class Side(StrEnum):
    BUSINESS = "business"
    IT = "it"


class Role(StrEnum):
    FACILITATOR = "facilitator"
    PROVIDER_LEAD = "provider_lead"
    BUSINESS_LEAD = "business_lead"
    CONTRIBUTOR = "contributor"
    PARTICIPANT = "participant"  # came by a link, without an account
    READER = "reader"  # a token that may only look
    SYSTEM = "system"  # Accord itself, from a job
    NOBODY = "nobody"  # before anybody exists


SIGNS_IN = (Role.FACILITATOR, Role.BUSINESS_LEAD, Role.CONTRIBUTOR, Role.PROVIDER_LEAD)

READ = frozenset({"people.read", "goals.read", "requests.read", "worth.read", "decisions.read", "perspectives.read", "risks.read"})
TAKE_PART = frozenset(
    {
        "requests.file",
        "requests.confirm",
        "answers.give",
        "playbacks.answer",
        "ranges.give",
        "briefs.acknowledge",
        "goals.agree",
        "perspectives.answer",
        "risks.raise",
        "risks.answer",
        "owed.put_off",
    }
)
FACILITATE = frozenset(
    {
        "people.edit",
        "links.make",
        "goals.edit",
        "requests.edit",
        "questions.ask",
        "playbacks.write",
        "worth.edit",
        "decisions.record",
        "briefs.send",
        "perspectives.edit",
        "risks.edit",
        "politics.read",
        "politics.edit",
        "tokens.edit",
    }
)
LEAD = frozenset({"clients.add", "assignments.edit", "bank.edit", "provider.read"})

MAY: dict[Role, frozenset[str]] = {
    Role.FACILITATOR: READ | TAKE_PART | FACILITATE | {"bank.edit"},
    # A lead sees every client assigned to them, but the politics of one are for those who work there.
    Role.PROVIDER_LEAD: READ | TAKE_PART | LEAD | (FACILITATE - {"politics.read", "politics.edit"}),
    Role.BUSINESS_LEAD: READ | TAKE_PART,
    Role.CONTRIBUTOR: READ | TAKE_PART,
    Role.PARTICIPANT: TAKE_PART,
    Role.READER: READ,
    Role.SYSTEM: frozenset({"links.make", "people.read"}),
    Role.NOBODY: frozenset({"first_run"}),
}

LOOKS_AFTER = frozenset(role for role, may in MAY.items() if "people.edit" in may)


@dataclass(frozen=True)
class Actor:
    """Whoever acts, in one client. Every verb takes one as `by`; doors make it, nothing else does."""

    client_id: UUID
    person_id: UUID | None
    name: str
    job: str
    side: str
    role: Role
    door: str = "web"
    scopes: frozenset[str] | None = None  # an API token's limits; None for no further limit

    def may(self, permission: str) -> bool:
        return permission in MAY[self.role] and (self.scopes is None or permission in self.scopes)

    @property
    def is_facilitator(self) -> bool:
        return self.role is Role.FACILITATOR

    def at(self, door: str) -> "Actor":
        """The same actor at another door."""
        return replace(self, door=door)

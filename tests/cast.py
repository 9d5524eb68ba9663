"""The permanent cast. Fernhill provides the IT of Alder Mutual, an insurer, and of Brightwell, a chain of clinics.

Fiona facilitates at Alder, Bella leads its claims, Ian contributes on the IT side, Petra leads the provider; Sam works at Brightwell and
must never see anything of Alder. Everybody is an `Actor` here; `cast.accounts["fiona"]` signs in, `cast.people["bella"]` is her row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from accord.base import scope
from accord.base.people import access, actions
from accord.base.people.models import Account, Client, Person
from accord.base.people.rules import Actor, Role

if TYPE_CHECKING:
    from django.test import Client as Browser

PASSWORD = "four words in a row"


@dataclass(frozen=True)
class Cast:
    alder: Client
    brightwell: Client
    fiona: Actor
    bella: Actor
    ian: Actor
    petra: Actor
    sam: Actor
    accounts: dict[str, Account]
    people: dict[str, Person]

    def browser(self, who: str = "", **settings: Any) -> "Browser":
        """A browser: of nobody, or of somebody who is signed in. settings: of Django's test client."""
        from django.test import Client as Browser

        made = Browser(**settings)
        if who:
            made.force_login(self.accounts[who], backend="django.contrib.auth.backends.ModelBackend")
        return made

    @contextmanager
    def inside(self, client: Client | None = None) -> Iterator[None]:
        """Read and write as somebody at Alder (or another client) does: in its scope, in a transaction."""
        with scope.within((client or self.alder).id), transaction.atomic():
            yield


def gather() -> Cast:
    """Make everybody, by the product's own actions."""
    with transaction.atomic():
        begun = actions.begin(
            by=actions.NOBODY_YET, provider="Fernhill", client="Alder Mutual", business_team="Claims", it_team="Delivery",
            name="Fiona Byrne", email="fiona@fernhill.example", job="Service delivery lead", password=PASSWORD,
        )
        alder = begun.client
        people, accounts = {"fiona": begun.person}, {"fiona": begun.account}
        with scope.within(alder.id):
            fiona = access.actor_of(begun.person, Role.FACILITATOR, "web")
            for key, name, email, job, team, role in (
                ("bella", "Bella Onyango", "bella@alder.example", "Head of Claims", "Claims", Role.BUSINESS_LEAD),
                ("ian", "Ian Kerr", "ian@fernhill.example", "Identity engineer", "Delivery", Role.CONTRIBUTOR),
                ("petra", "Petra Lindqvist", "petra@fernhill.example", "Provider lead", "Delivery", Role.PROVIDER_LEAD),
            ):
                people[key] = actions.add_person(by=fiona, name=name, email=email, job=job, team=team)
                accounts[key] = actions.invite(by=fiona.at("demo"), person=people[key], role=role, password=PASSWORD)
            actors = {key: access.actor_of(people[key], role, "web") for key, role in (
                ("bella", Role.BUSINESS_LEAD), ("ian", Role.CONTRIBUTOR), ("petra", Role.PROVIDER_LEAD))}
        accounts["petra"].provider = begun.account.provider
        accounts["petra"].save(update_fields=["provider"])
        brightwell, petra_there = actions.add_client(by=actors["petra"], account=accounts["petra"], name="Brightwell", trade="Clinics")
        with scope.within(brightwell.id):
            lead = access.actor_of(petra_there, Role.PROVIDER_LEAD, "web")
            people["sam"] = actions.add_person(by=lead, name="Sam Reyes", email="sam@brightwell.example", job="Clinic manager")
            accounts["sam"] = actions.invite(by=lead, person=people["sam"], role=Role.FACILITATOR, password=PASSWORD)
            sam = access.actor_of(people["sam"], Role.FACILITATOR, "web")
    return Cast(alder, brightwell, fiona, actors["bella"], actors["ian"], actors["petra"], sam, accounts, people)

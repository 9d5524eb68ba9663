"""Who there is: Fernhill, its two clients, and everybody who asks, answers, builds or decides."""

from datetime import datetime
from typing import Literal

from accord.base import clock, scope
from accord.base.people import actions
from accord.base.people.models import Account
from accord.base.people.rules import Role

from .stage import House

Teams = tuple[tuple[str, Literal["business", "it"]], ...]
People = tuple[tuple[str, str, str, str, str], ...]

ALDER_TEAMS: Teams = (  # beside the two of the first run
    ("Underwriting", "business"), ("Brokers", "business"), ("Contact centre", "business"), ("Field sales", "business"),
    ("Finance", "business"), ("Board office", "business"),
    ("Service desk", "it"), ("Identity", "it"), ("Infrastructure", "it"), ("Decision rules", "it"), ("Web", "it"),
    ("Information security", "it"),
)  # fmt: skip
ALDER_PEOPLE = (
    ("bella", "Bella Onyango", "bella@alder.example", "Head of Claims", "Claims"),
    ("marek", "Marek Dvorak", "marek@alder.example", "Claims team lead, Coast region", "Claims"),
    ("ines", "Inês Carvalho", "ines@alder.example", "Chief Claims Officer", "Board office"),
    ("owen", "Owen Gallagher", "owen@alder.example", "Chief Operating Officer", "Board office"),
    ("ruth", "Ruth Adeyemi", "ruth@alder.example", "Chief Information Officer", "Board office"),
    ("tomas", "Tomás Reilly", "tomas@alder.example", "Finance partner", "Finance"),
    ("greta", "Greta Holm", "greta@alder.example", "Broker operations lead", "Brokers"),
    ("callum", "Callum Reid", "callum@alder.example", "Contact centre lead", "Contact centre"),
    ("freya", "Freya Nowak", "freya@alder.example", "Field sales lead", "Field sales"),
    ("clara", "Clara Mensah", "clara@alder.example", "Communications lead", "Board office"),
    ("umar", "Umar Siddiqui", "umar@alder.example", "Head of Underwriting", "Underwriting"),
    ("ian", "Ian Kerr", "ian@fernhill.example", "Identity engineer", "Identity"),
    ("petra", "Petra Lindqvist", "petra@fernhill.example", "Provider lead", "Service delivery"),
    ("dana", "Dana Whitlock", "dana@fernhill.example", "Service desk analyst", "Service desk"),
    ("sol", "Sol Abrams", "sol@fernhill.example", "Solution architect", "Identity"),
    ("isla", "Isla Fraser", "isla@fernhill.example", "Information security lead", "Information security"),
    ("noor", "Noor Rahman", "noor@fernhill.example", "Infrastructure lead", "Infrastructure"),
    ("leo", "Leo Brandt", "leo@fernhill.example", "Decision rules lead", "Decision rules"),
    ("wanda", "Wanda Kowal", "wanda@fernhill.example", "Web team lead", "Web"),
)
ALDER_DESKS = {"bella": Role.BUSINESS_LEAD, "ian": Role.CONTRIBUTOR, "petra": Role.PROVIDER_LEAD}

BRIGHTWELL_TEAMS: Teams = (("Reception", "business"), ("Nursing", "business"), ("Management", "business"), ("Clinic systems", "it"))
BRIGHTWELL_PEOPLE = (
    ("fiona", "Fiona Byrne", "fiona@fernhill.example", "Service delivery lead", "Clinic systems"),
    ("sam", "Sam Reyes", "sam@brightwell.example", "Clinic manager, Harbour Street", "Management"),
    ("joy", "Joy Okafor", "joy@brightwell.example", "Head of reception", "Reception"),
    ("mina", "Mina Petersen", "mina@brightwell.example", "Lead nurse", "Nursing"),
    ("arno", "Arno Visser", "arno@brightwell.example", "Managing partner", "Management"),
    ("kit", "Kit Larsen", "kit@fernhill.example", "Clinic systems engineer", "Clinic systems"),
)
BRIGHTWELL_DESKS = {"fiona": Role.FACILITATOR, "sam": Role.BUSINESS_LEAD, "kit": Role.CONTRIBUTOR}


def gather(opened: datetime) -> dict[str, House]:
    """Open both clients, a little over a year before the story ends."""
    with clock.at(opened):
        begun = actions.begin(
            by=actions.NOBODY_YET, provider="Fernhill", client="Alder Mutual", business_team="Claims", it_team="Service delivery",
            name="Fiona Byrne", email="fiona@fernhill.example", job="Service delivery lead", password=None,
        )  # fmt: skip
        alder = House(begun.client, {"fiona": begun.person}, {"fiona": Role.FACILITATOR})
        accounts = _fill(alder, "fiona", ALDER_TEAMS, ALDER_PEOPLE, ALDER_DESKS)
        clock.tick(days=90)
        client, petra = actions.add_client(by=alder.at_desk("petra"), account=accounts["petra"], name="Brightwell", trade="Clinics")
        brightwell = House(client, {"petra": petra}, {"petra": Role.PROVIDER_LEAD})
        _fill(brightwell, "petra", BRIGHTWELL_TEAMS, BRIGHTWELL_PEOPLE, BRIGHTWELL_DESKS)
    return {"alder": alder, "brightwell": brightwell}


def _fill(house: House, opener: str, teams: Teams, people: People, desks: dict[str, Role]) -> dict[str, Account]:
    """Teams, people and accounts, added by whoever opened the client."""
    by = house.at_desk(opener).at("demo")
    with scope.within(house.client.id):
        for name, side in teams:
            actions.add_team(by=by, name=name, side=side)
        for key, name, email, job, team in people:
            house.people[key] = actions.add_person(by=by, name=name, email=email, job=job, team=team)
        house.roles |= desks
        return {key: actions.invite(by=by, person=house.people[key], role=role) for key, role in desks.items()}

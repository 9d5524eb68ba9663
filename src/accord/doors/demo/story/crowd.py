"""Those many who are asked now and then: they have no account, and answer by link."""

from accord.base.people import actions as people

from . import moves
from .stage import Act, Stage

act = Act("everybody else at Alder", at="alder")

CROWD = (
    ("Priya Nair", "Claims handler", "Claims"), ("Lukas Horn", "Claims handler", "Claims"), ("Esther Boateng", "Claims handler", "Claims"),
    ("Yusuf Demir", "Claims handler", "Claims"), ("Nell Sheridan", "Loss adjuster", "Claims"), ("Otis Marlow", "Claims assistant", "Claims"),
    ("Ada Lindgren", "Contact centre agent", "Contact centre"), ("Bruno Salvi", "Contact centre agent", "Contact centre"),
    ("Hana Kuroda", "Contact centre agent", "Contact centre"), ("Milo Fenn", "Contact centre agent", "Contact centre"),
    ("Zara Quinn", "Contact centre coach", "Contact centre"),
    ("Viktor Lang", "Underwriter", "Underwriting"), ("Mei Tan", "Underwriter", "Underwriting"), ("Rosa Iglesias", "Underwriter", "Underwriting"),
    ("Dafydd Rees", "Pricing analyst", "Underwriting"),
    ("Saoirse Daly", "Field adviser", "Field sales"), ("Henrik Voss", "Field adviser", "Field sales"), ("Amara Obi", "Field adviser", "Field sales"),
    ("Jonas Weber", "Broker support", "Brokers"), ("Leila Haddad", "Broker support", "Brokers"),
    ("Piet Bakker", "Service desk analyst", "Service desk"), ("Nadia Rossi", "Service desk analyst", "Service desk"),
    ("Tariq Aziz", "Service desk analyst", "Service desk"), ("Ewa Nowicka", "Service desk analyst", "Service desk"),
    ("Rafael Cruz", "Systems engineer", "Infrastructure"), ("Ingrid Dahl", "Network engineer", "Infrastructure"),
    ("Samir Patel", "Database engineer", "Infrastructure"), ("Kofi Mensah", "Storage engineer", "Infrastructure"),
    ("Lena Fuchs", "Web developer", "Web"), ("Hugo Blanc", "Web developer", "Web"), ("Tilda Ek", "Identity engineer", "Identity"),
)  # fmt: skip
BUSINESS = ("Claims", "Contact centre", "Underwriting", "Field sales", "Brokers")


def key_of(name: str) -> str:
    return name.partition(" ")[0].lower()


@act.scene(250, "09:00")
def the_teams_are_filled(on: Stage) -> None:
    for name, job, team in CROWD:
        house = "alder" if team in BUSINESS else "fernhill"
        on.house.people[key_of(name)] = people.add_person(
            by=on.desk(moves.FACILITATOR).at("demo"), name=name, email=f"{key_of(name)}@{house}.example", job=job, team=team
        )

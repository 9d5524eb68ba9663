"""A budget that does not reach for everything: a hundred points each, the fair selection beside the ranking, and what was chosen."""

from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import RoundItem
from accord.ideas.empathy.queries.choosing import CostGiven
from accord.ideas.goals.models import Initiative

from .rounds import everybody as asked
from .stage import Act, Stage, in_days

act = Act("the budget of the spring", at="alder")

BUDGET = 272_000
# Of what; what it costs where no value case says; and how many of a hundred points each team gives it on average.
TEAMS = ("Claims", "Contact centre", "Underwriting", "Field sales", "Brokers", "Service desk", "Infrastructure", "Web", "Identity")
ASKED = (
    ("Claims handlers locked out", None, (55, 25, 45, 15, 10, 20, 0, 0, 20)),
    ("Quote tool on tablets", (120_000, 146_000), (25, 40, 45, 75, 45, 5, 0, 10, 0)),
    ("Broker portal speed", None, (5, 5, 10, 10, 45, 15, 0, 60, 0)),
    ("Move to the new data centre", None, (0, 0, 0, 0, 0, 20, 25, 0, 10)),
    ("January audit", (42_000, 60_000), (0, 0, 0, 0, 0, 30, 75, 15, 70)),  # an offer came in; it counts instead of the value case
    ("Renewal letters", None, (15, 30, 0, 0, 0, 10, 0, 15, 0)),
)
CRITICAL = {
    "freya": ("Quote tool on tablets", "Advisers type every quote twice, the second time at the kitchen table."),
    "noor": ("Move to the new data centre", "The lease ends in June, and from then on we pay a penalty for every month."),
}


def points(means: list[int], seat: int) -> list[int]:
    """Somebody's hundred points: near what their team gives on average, each a little otherwise, and the same in every telling."""
    shifts = [(seat * 7 + place * 5) % 9 - 4 if mean else 0 for place, mean in enumerate(means)]
    given = [max(0, mean + shift) for mean, shift in zip(means, shifts, strict=True)]
    given[given.index(max(given))] += 100 - sum(given)
    return given


def everybody(on: Stage) -> list[tuple[str, str]]:
    """Whoever is asked, with their team; who is in another team thinks like Claims or the service desk."""
    found = []
    for who in asked():
        person = on.house.people[who]
        team = person.team.name if person.team else ""
        found.append((who, team if team in TEAMS else "Claims" if person.side == "business" else "Service desk"))
    return found


@act.scene(12, "10:30")
def fiona_asks_where_the_money_should_go(on: Stage) -> None:
    work = [Initiative.objects.get(title=title) for title, *_ in ASKED]
    on.kept.round = empathy.start_round(
        by=on.desk("fiona"), title="Budget of the spring", why="The money does not reach for all six. Where should it go first?", closes_on=in_days(7),
        initiative_ids=[one.id for one in work], person_ids=[on.id(who) for who in asked()], guesses=False, shares="hundred",
    )  # fmt: skip


@act.scene(10, "13:00")
def they_share_out_a_hundred_points(on: Stage) -> None:
    ids = [str(item.id) for item in items(on)]
    for seat, (who, team) in enumerate(everybody(on)):
        given = points([one[2][TEAMS.index(team)] for one in ASKED], seat)
        title, reason = CRITICAL.get(who, ("", ""))
        place = [one[0] for one in ASKED].index(title) if title else -1
        own = {id: 5 if at == place else min(4, 1 + given[at] // 12) for at, id in enumerate(ids)}
        empathy.answer(by=on.link(who), round_id=on.kept.round.id, own=own, because={ids[place]: reason} if title else {}, done=False)
        empathy.share_points(by=on.link(who), round_id=on.kept.round.id, points=dict(zip(ids, given, strict=True)))


@act.scene(6, "15:00")
def it_is_closed(on: Stage) -> None:
    empathy.close_round(by=on.desk("fiona"), round_id=on.kept.round.id)


@act.scene(5, "11:30")
def the_fair_selection_is_taken(on: Stage) -> None:
    costs = {str(item.id): CostGiven(*typed) for item, (_title, typed, *_) in zip(items(on), ASKED, strict=True) if typed}
    empathy.record_choice(
        by=on.desk("fiona"), round_id=on.kept.round.id, budget=BUDGET, costs=costs, taken="equal", decided_by_id=on.id("owen"),
        why="Each team finds something of its own in it. What is critical to somebody and left out is talked about in the next review.",
    )  # fmt: skip


def items(on: Stage) -> list[RoundItem]:
    return list(on.kept.round.items.order_by("place"))

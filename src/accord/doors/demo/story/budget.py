"""A budget that does not reach for everything: a hundred points each, the fair selection beside the ranking, and what was chosen."""

from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import RoundItem
from accord.ideas.empathy.queries import choosing
from accord.ideas.empathy.queries.choosing import CostGiven
from accord.ideas.goals.models import Initiative

from .stage import Act, Stage, in_days

act = Act("the budget of the spring", at="alder")

BUDGET = 260_000
# Of what, then what it costs where no value case says, then how many of a hundred points business and IT give on average.
ASKED = (
    ("Quote tool on tablets", None, 44, 4),
    ("Claims handlers locked out", None, 30, 14),
    ("Move to the new data centre", None, 0, 40),
    ("Access reviews", (24_000, 40_000), 0, 26),
    ("Broker portal speed", (60_000, 95_000), 22, 6),
    ("Renewal letters", (6_000, 14_000), 4, 10),
)
CRITICAL = {
    "callum": ("Renewal letters", "Forty calls a day ask why the letter looks like a scam. It is one font."),
    "greta": ("Broker portal speed", "Two brokers quote elsewhere first, because our page is still loading."),
}
BUSINESS = ("bella", "marek", "ines", "owen", "tomas", "greta", "callum", "freya", "clara", "umar")
IT = ("ian", "dana", "sol", "isla", "noor", "leo", "wanda")


def points(means: list[int], seat: int) -> list[int]:
    """Somebody's hundred points: near what their side gives on average, each a little otherwise, and the same in every telling."""
    shifts = [(seat * 7 + place * 5) % 9 - 4 if mean else 0 for place, mean in enumerate(means)]
    given = [max(0, mean + shift) for mean, shift in zip(means, shifts, strict=True)]
    given[given.index(max(given))] += 100 - sum(given)
    return given


@act.scene(12, "10:30")
def fiona_asks_where_the_money_should_go(on: Stage) -> None:
    work = [Initiative.objects.get(title=title) for title, *_ in ASKED]
    on.kept.round = empathy.start_round(
        by=on.desk("fiona"), title="Budget of the spring", why="The money does not reach for all six. Where should it go first?", closes_on=in_days(7),
        initiative_ids=[one.id for one in work], person_ids=[on.id(who) for who in (*BUSINESS, *IT)], guesses=False, shares="hundred",
    )  # fmt: skip


@act.scene(10, "13:00")
def they_share_out_a_hundred_points(on: Stage) -> None:
    ids = [str(item.id) for item in items(on)]
    for side, (who_all, column) in enumerate(((BUSINESS, 2), (IT, 3))):
        for seat, who in enumerate(who_all):
            if who in CRITICAL:
                title, reason = CRITICAL[who]
                item = ids[[one[0] for one in ASKED].index(title)]
                empathy.answer(by=on.link(who), round_id=on.kept.round.id, own={item: 5}, because={item: reason}, done=False)
            given = points([one[column] for one in ASKED], seat + side)
            empathy.share_points(by=on.link(who), round_id=on.kept.round.id, points=dict(zip(ids, given, strict=True)))


@act.scene(6, "15:00")
def it_is_closed(on: Stage) -> None:
    empathy.close_round(by=on.desk("fiona"), round_id=on.kept.round.id)


@act.scene(5, "11:30")
def the_fair_selection_is_taken(on: Stage) -> None:
    known = choosing.known_costs(on.kept.round.id, "EUR")
    costs = {
        str(item.id): CostGiven(*typed)
        for item, (_title, typed, *_) in zip(items(on), ASKED, strict=True)
        if typed and str(item.id) not in known
    }
    empathy.record_choice(
        by=on.desk("fiona"), round_id=on.kept.round.id, budget=BUDGET, costs=costs, taken="equal", decided_by_id=on.id("owen"),
        why="By points alone nothing IT asked for would be paid. This way the old hall empties and the advisers get their tablets.",
    )  # fmt: skip


def items(on: Stage) -> list[RoundItem]:
    return list(on.kept.round.items.order_by("place"))

"""Both sides say what matters to them and guess each other: a round that is closed, and one that is open."""

from uuid import UUID

from accord.ideas.empathy import actions as empathy
from accord.ideas.goals.models import Initiative

from .crowd import CROWD, key_of
from .stage import Act, Stage, in_days

act = Act("what matters to whom", at="alder")

# Item, then on 0 to 10: what the business says, what IT guesses it says, what IT says, what the business guesses it says.
SAID = (
    ("claims", 8, 8, 7, 7),  # a goal
    ("Quote tool on tablets", 7, 2, 2, 3),
    ("Move to the new data centre", 2, 6, 7, 7),
    ("January audit", 3, 7, 8, 6),
    ("Claims handlers locked out", 8, 5, 7, 4),
    ("Access reviews", 1, 2, 6, 6),
    ("Renewal letters", 2, 2, 2, 2),
    ("Broker portal speed", 5, 5, 5, 5),
)
CRITICAL = {
    "callum": ("Renewal letters", "Forty calls a day ask why the letter looks like a scam. It is one font."),
    "bella": ("Claims handlers locked out", "On a storm morning nobody decides a claim before ten, and it is the same forty people each time."),
    "isla": ("January audit", "Two findings again and the regulator comes in person."),
    "freya": ("Quote tool on tablets", "Advisers type every quote twice, the second time at the kitchen table."),
}
KNOWN = ("bella", "marek", "tomas", "greta", "callum", "freya", "clara", "umar", "ian", "dana", "sol", "isla", "noor", "leo", "wanda")
SILENT = ("marek", "jonas", "hugo")  # have not answered when it closes
LATER = ("Claims handlers locked out", "Quote tool on tablets", "Renewal letters", "Broker portal speed", "Move to the new data centre")


def everybody() -> tuple[str, ...]:
    return (*KNOWN, *(key_of(name) for name, _job, _team in CROWD))


def work(title: str) -> UUID:
    """Piece of work by the beginning of its title, as the story gave it."""
    return Initiative.objects.filter(title=title).values_list("id", flat=True).get()


def mark(ten: float, seat: int, most: int) -> int:
    """Somebody's mark of what all give on average: spread as people spread, and the same in every telling."""
    mean = 1 + ten / 2.5
    near = int(mean + seat * 0.618 % 1) + (1 if seat % 7 == 3 else -1 if seat % 7 == 5 else 0)
    return max(1, min(most, near))


@act.scene(9, "11:00")
def fiona_asks_both_sides(on: Stage) -> None:
    row = empathy.start_round(
        by=on.desk("fiona"), title="Autumn priorities", why="Before we plan the winter: what matters to whom, and do we know it of each other?",
        closes_on=in_days(12), goal_ids=[on.house.goals["claims"]], initiative_ids=[work(title) for title, *_ in SAID[1:]],
        person_ids=[on.id(who) for who in everybody()], looks_only_ids=[on.id("ruth"), on.id("owen")],
    )  # fmt: skip
    on.kept.round = row


@act.scene(7, "12:00")
def they_answer_on_their_phones(on: Stage) -> None:
    items = list(on.kept.round.items.order_by("place"))
    for seat, who in enumerate(one for one in everybody() if one not in SILENT):
        business = on.house.people[who].side == "business"
        item, reason = CRITICAL.get(who, ("", ""))
        own, guess, because = {}, {}, {}
        for one, (name, ours, guessed, theirs, thought) in zip(items, SAID, strict=True):
            own[str(one.id)] = 5 if name == item else mark(ours if business else theirs, seat, 4)
            guess[str(one.id)] = mark(thought if business else guessed, seat + 3, 5)
            if name == item:
                because[str(one.id)] = reason
        empathy.answer(by=on.link(who), round_id=on.kept.round.id, own=own, guess=guess, because=because)
    for who in ("callum", "dana"):
        empathy.take_step(by=on.link(who), round_id=on.kept.round.id, changes={"named": ("Night shift lead",)}, done=True)


@act.scene(5, "10:00")
def three_are_reminded(on: Stage) -> None:
    empathy.remind(by=on.desk("fiona"), round_id=on.kept.round.id)


@act.scene(3, "16:30")
def it_is_closed(on: Stage) -> None:
    empathy.close_round(by=on.desk("fiona"), round_id=on.kept.round.id)


@act.scene(1, "09:15")
def a_shorter_one_is_open(on: Stage) -> None:
    row = empathy.start_round(
        by=on.desk("fiona"), title="Before the winter plan", why="Five things, one more time: has anything moved since autumn?", closes_on=in_days(6),
        initiative_ids=[work(title) for title in LATER], person_ids=[on.id(who) for who in everybody()],
    )  # fmt: skip
    items = [str(item.id) for item in row.items.order_by("place")]
    for seat, who in enumerate(("umar", "greta", "noor", "leo", "ada", "piet", "mei")):
        own = {id: mark(6 - place, seat, 4) for place, id in enumerate(items)}
        empathy.answer(by=on.link(who), round_id=row.id, own=own, guess={id: mark(4 + place / 2, seat, 4) for place, id in enumerate(items)})

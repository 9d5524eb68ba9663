"""Every four weeks both sides say in two minutes how they stand: three check-ins that are closed, and one that is open."""

from accord.base import clock
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import Round
from accord.ideas.risks import actions as risks

from .rounds import everybody, mark
from .stage import Act, Stage

act = Act("how both sides stand", at="alder")

# Of each of the six, what the business and IT say on average, 0 to 10; the last are of the open one.
STAND = {
    "heard": (7.9, 7.6), "why": (7.5, 6.6), "agree": (7.2, 6.9), "goals": (8.3, 5.1), "news": (5.9, 6.8), "noticed": (7.0, 6.3),
}  # fmt: skip
NOT_TOLD = ("noor", "leo", "rafael", "ingrid", "samir")  # aim at the old goal still
SILENT = {0: ("hugo", "jonas", "otis"), 1: ("marek", "kofi"), 2: ("mei", "henrik", "ewa", "tilda")}
THANKS = (
    "The Coast sign-in tests, four days early and without a fuss.", "You rang back the same morning. Nobody does that.", "The list of controls I could read.",
)  # fmt: skip


def opens(on: Stage, number: int) -> None:
    on.kept.row = empathy.open_check_in(by=on.desk("fiona"))
    on.kept.number = number


def answers(on: Stage, who: str, seat: int) -> None:
    row: Round = on.kept.row
    business, count = on.house.people[who].side == "business", row.items.count()
    tens = {key: max(0, min(10, round(STAND[key][0 if business else 1] + (seat * 7 % 5 - 2) * 0.7))) for key in row.standing}
    own, guess = (tuple(mark(4 + (place * 3 + shift) % 4, seat, 4) for place in range(count)) for shift in ((0, 2) if business else (1, 0)))
    goal = {"goal": "did_not_know" if who in NOT_TOLD else "yes"} if row.goal_id else {}
    said = {"standing": tens, "own": own, "guess": guess, "heard": 3 + seat % 3 if seat % 2 else 0, **goal}
    empathy.take_step(by=on.link(who), round_id=row.id, changes=said, done=True)


def all_answer(on: Stage) -> None:
    for seat, who in enumerate(one for one in everybody() if one not in SILENT[on.kept.number]):
        answers(on, who, seat)


def worries(on: Stage, who: str, words: str) -> None:
    """“Is anything worrying you?”: an early warning that whoever looks after Alder answers."""
    reference = f"check-in:{on.kept.row.id}:{who}"
    on.kept.worry = risks.raise_risk(by=on.link(who), sees=words, answerer_id=on.id("fiona"), reference=reference).id


def closes(on: Stage) -> None:
    empathy.close_round(by=on.desk("fiona"), round_id=on.kept.row.id)


@act.scene(80, "09:10")
def fiona_sets_a_rhythm(on: Stage) -> None:
    empathy.set_cadence(by=on.desk("fiona"), weeks=4, weekday=_weekday(), open_days=9, least_days=7)


def _weekday() -> int:
    """The day of the week all four are opened on."""
    return (clock.today().weekday() + 1) % 5


@act.scene(74, "09:00")
def the_first_goes_out(on: Stage) -> None:
    opens(on, 0)


@act.scene(72, "12:10")
def most_answer_the_first(on: Stage) -> None:
    all_answer(on)


@act.scene(68, "08:30")
def the_first_is_closed(on: Stage) -> None:
    closes(on)


@act.scene(54, "09:00")
def the_second_goes_out(on: Stage) -> None:
    opens(on, 1)


@act.scene(52, "12:10")
def most_answer_the_second_and_dana_is_thanked(on: Stage) -> None:
    all_answer(on)
    empathy.give_thanks(by=on.link("callum"), round_id=on.kept.row.id, words=THANKS[1], person_id=on.id("dana"))


@act.scene(48, "08:30")
def the_second_is_closed(on: Stage) -> None:
    closes(on)


@act.scene(34, "09:00")
def the_third_goes_out(on: Stage) -> None:
    opens(on, 2)


@act.scene(32, "12:10")
def somebody_worries_in_the_third(on: Stage) -> None:
    all_answer(on)
    worries(on, "freya", "No date for the tablets that we could tell the advisers. They ask each week.")
    empathy.give_thanks(by=on.link("umar"), round_id=on.kept.row.id, words=THANKS[2], person_id=on.id("isla"))


@act.scene(31, "10:20")
def fiona_answers_freya(on: Stage) -> None:
    risks.act(by=on.desk("fiona"), risk_id=on.kept.worry, words="You have a date by Friday, from me, even if it is a late one.")


@act.scene(27, "08:30")
def the_third_is_closed(on: Stage) -> None:
    closes(on)


@act.scene(2, "09:00")
def the_fourth_is_open(on: Stage) -> None:
    """A week after the round of autumn: at Alder a week between two letters is enough, where a fortnight is usual."""
    opens(on, 3)
    for seat, who in enumerate(("umar", "greta", "noor", "leo", "ada", "piet")):
        answers(on, who, seat)


@act.scene(1, "11:40")
def sol_worries(on: Stage) -> None:
    worries(on, "sol", "Coast hands its tablets back in the week of the sign-in tests, so nobody there can test.")
    empathy.give_thanks(by=on.link("bella"), round_id=on.kept.row.id, words=THANKS[0], person_id=on.id("ian"))

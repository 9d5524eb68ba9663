"""Brightwell, a chain of clinics: shorter sentences, other worries, the same road."""

from . import moves, weighing
from .stage import Act, Stage

phones = Act("eight o’clock on a Monday", at="brightwell")
empty = Act("appointments nobody comes to", at="brightwell")
labels = Act("labels on the samples", at="brightwell")


@phones.scene(26, "08:20")
def joy_at_eight_on_a_monday(on: Stage) -> None:
    moves.files(
        on,
        "sam",
        "At eight on Mondays forty people ring at once. Joy has two lines and one headset.",
        asked_for="A telephone robot",
        if_not="They come in person and stand in the corridor.",
    )


@phones.scene(25, "12:10")
def fiona_asks_joy_and_mina(on: Stage) -> None:
    moves.names(on, "Mondays on the phone", "Forty people ring at eight, and two get through.", "calls")
    moves.asks(on, "joy", "day_to_day", "tried_so_far", "impact_numbers")
    moves.asks(on, "mina", "if_not")


@phones.scene(24, "19:45")
def joy_answers_at_home(on: Stage) -> None:
    moves.answers(
        on,
        "joy",
        "Half of them want a repeat prescription. I could do that at ten. They do not know that, so they ring at eight.",
        "A recorded message. People pressed nought until somebody picked up.",
        "38 to 45 calls before nine. I counted four Mondays.",
    )
    moves.answers(on, "mina", "The one who really needs us today rings at ten past and hears engaged.")


@phones.scene(22, "13:00")
def fiona_says_it_back(on: Stage) -> None:
    moves.says_back(
        on,
        "joy",
        ("day_to_day", "Every other caller only needs a prescription again, and that could wait until mid-morning."),
        ("tried_so_far", "A taped menu was tried, and callers went around it."),
        ("impact_numbers", "Around 40 calls arrive in the first hour of the week."),
    )
    moves.says_back(on, "mina", ("if_not", "Somebody urgent cannot reach the clinic while the lines are full."))


@phones.scene(21, "12:30")
def they_confirm(on: Stage) -> None:
    moves.agrees(on, "joy", but={1: "More than half: two in three."})
    moves.agrees(on, "mina")


@phones.scene(20, "09:00")
def and_it_is_kept_as_joy_put_it(on: Stage) -> None:
    moves.keeps(on, "joy")


@phones.scene(17, "12:20")
def what_a_monday_costs(on: Stage) -> None:
    weighing.opens_case(on, "A telephone robot", "Prescriptions by message, at ten", hour_business=34, hour_it=58)
    weighing.called(on, "people affected", label="Patients who ring before nine on a Monday")
    weighing.called(on, "minutes lost", label="Minutes of reception for each")
    weighing.says(on, "joy", "people affected", 38, 45, "counted on four Mondays")
    weighing.says(on, "joy", "times a week", 0.9, 1.6, "Mondays, and the day after a holiday")
    weighing.says(on, "joy", "minutes lost", 4, 9, "a timer on the desk")
    weighing.says(on, "mina", "minutes lost", 5, 14, "with what happens afterwards")
    weighing.says(on, "arno", "cost of an hour", 24, 30, "payroll")
    weighing.way(on, "kit", "asked", "a demonstration and a price list", once=(6_000, 14_000), yearly=(4_800, 9_600), removes=(25, 60))
    weighing.way(on, "kit", "better", "the message service the pharmacy uses", once=(900, 2_600), yearly=(600, 1_500), removes=(30, 66))


@phones.scene(15, "13:40")
def who_could_tell_more(on: Stage) -> None:
    weighing.knows(on, "kit", "has the figures", "asked one-time cost", "asked running cost", "better one-time cost", "better running cost", minutes=5)
    weighing.knows(on, "joy", "does the work", "minutes lost", "better part removed", minutes=3)
    weighing.knows(on, "mina", "does the work", "minutes lost", minutes=3)


@phones.scene(1, "12:50")
def joy_is_asked_for_one_number(on: Stage) -> None:
    weighing.asks_for(on, "joy", "better part removed", reason="You know the callers. The answer decides how we begin.")


@empty.scene(9, "17:30")
def mina_counts_empty_chairs(on: Stage) -> None:
    moves.files(on, "sam", "One appointment in ten nobody comes to, and nobody rings to say so.")


@empty.scene(8, "12:15")
def fiona_asks_mina(on: Stage) -> None:
    moves.names(on, "Appointments nobody comes to", "Each one is a quarter of an hour somebody else needed.", "empty")
    moves.asks(on, "mina", "day_to_day", "tried_so_far")
    moves.asks(on, "kit", "new_risk_or_effort")


@empty.scene(6, "18:10")
def mina_answers(on: Stage) -> None:
    moves.answers(
        on,
        "mina",
        "I stand there with the vaccine out of the fridge. After half an hour I throw it away.",
        "We rang people the evening before. It took Joy an hour a day, and it worked.",
    )


@empty.scene(5, "12:40")
def fiona_asks_whether_she_heard_mina(on: Stage) -> None:
    moves.says_back(
        on,
        "mina",
        ("day_to_day", "A patient who stays away also costs a vaccine that cannot be put back."),
        ("tried_so_far", "Reminder calls helped, at the price of an hour of reception each day."),
    )


@labels.scene(2, "16:00")
def arno_has_heard_of_a_printer(on: Stage) -> None:
    moves.files(on, "fiona", "Sample labels smear, and the laboratory sends a few tubes back each week.", asked_for="A label printer", on_behalf_of="arno")

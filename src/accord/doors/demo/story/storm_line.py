"""Nearly over: in a storm callers choose to be rung back, and it works."""

from accord.ideas.worth.rules.decision import Outcome

from . import deciding, moves, weighing
from .stage import Act, Stage

act = Act("callers in a storm are rung back", at="alder")


@act.scene(235, "09:10")
def callum_after_the_january_storm(on: Stage) -> None:
    moves.files(
        on,
        "callum",
        "In the January storm people held the line for fifty minutes, and a third of them gave up and rang again.",
        asked_for="Forty more lines",
        if_not="The next storm blocks the same lines.",
    )


@act.scene(233, "10:30")
def fiona_asks_who_was_there(on: Stage) -> None:
    moves.names(on, "Storm line call-backs", "In a storm, callers choose to be rung back.", "renewal")
    moves.asks(on, "callum", "day_to_day", "goal", "impact_numbers")
    moves.asks(on, "marek", "if_not", "done_means")


@act.scene(231, "13:20")
def they_answer(on: Stage) -> None:
    moves.answers(
        on,
        "callum",
        "They do not want to talk to us at three in the afternoon. They want to know that we know, and when we ring.",
        "That nobody sits with a hole in the roof and music in the ear.",
        "Of 9,200 calls that day 3,100 were the same people again.",
    )
    moves.answers(
        on,
        "marek",
        "The wrong ones get through. Whoever has patience, not whoever has water in the cellar.",
        "We ring back in the order of the damage, within two hours.",
    )


@act.scene(229, "11:00")
def fiona_says_it_back(on: Stage) -> None:
    moves.says_back(
        on,
        "callum",
        ("day_to_day", "Callers look for a sign that they are noted, and for a time at which we get in touch."),
        ("goal", "No customer with storm damage should have to hold the line."),
        ("impact_numbers", "A third of that day’s traffic was repeat calls."),
    )
    moves.says_back(
        on,
        "marek",
        ("if_not", "As it is, patience decides who reaches us, and not the damage."),
        ("done_means", "It is right when the worst hit are called first, inside two hours."),
    )


@act.scene(228, "08:45")
def they_confirm(on: Stage) -> None:
    moves.agrees(on, "callum")
    moves.agrees(on, "marek")


@act.scene(226, "14:00")
def what_holding_the_line_costs(on: Stage) -> None:
    weighing.small_case(
        on,
        "callum",
        "Calls that come twice in a storm",
        38_000,
        62_000,
        "3,100 repeat calls a storm, five to eight storms",
        "Forty more lines",
        "Ring back in the order of damage",
    )
    weighing.way(on, "callum", "asked", "what the provider of the lines asks", once=(30_000, 45_000), yearly=(36_000, 52_000), removes=(30, 55))
    weighing.way(on, "leo", "better", "the queue we have, with one rule more", once=(20_000, 34_000), yearly=(4_000, 9_000), removes=(58, 82))


@act.scene(222, "10:20")
def not_forty_lines(on: Stage) -> None:
    deciding.decides(
        on,
        "ines",
        Outcome.BETTER_PATH,
        "More lines let more people wait. Ringing back in the order of damage gives the time to those who need it.",
        option="Ring back in the order of damage",
        again_in=420,
        although="The first storm will tell more than another question.",
    )
    deciding.briefs(on, "callum", "ines", "marek")


@act.scene(61, "11:30")
def the_first_autumn_storm_tells(on: Stage) -> None:
    weighing.turned_out(on, "calls that come twice in a storm", 47_000, "the calls of two storms, counted", days_ago=4)
    weighing.turned_out(on, "better one-time cost", 29_500, "the bills", days_ago=90)
    weighing.turned_out(on, "better running cost", 6_200, "half a year, doubled", days_ago=4)
    weighing.turned_out(on, "better part removed", 77, "of 100 repeat calls, 23 are left", days_ago=4)


@act.scene(221, "13:00")
def everybody_has_it(on: Stage) -> None:
    deciding.has_read(on, "callum", "ines", "marek")
    deciding.hands_over(on, "leo")
    deciding.has_read(on, "leo")

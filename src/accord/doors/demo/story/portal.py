"""The brokers' portal twice: its speed, which was worth it, and its colours, which were not, with thanks."""

from accord.ideas.worth.rules.decision import Outcome

from . import deciding, moves, weighing
from .stage import Act, Stage

speed = Act("the broker portal at noon", at="alder")
colours = Act("the colours of the broker portal", at="alder")


@speed.scene(96, "12:25")
def greta_says_what_brokers_say(on: Stage) -> None:
    moves.files(
        on,
        "greta",
        "At noon the broker portal stands still. Brokers wait half a minute for a tariff, close it and ring us instead.",
        if_not="They place with whoever is faster.",
    )


@speed.scene(95, "09:50")
def fiona_asks_the_web_team_and_greta(on: Stage) -> None:
    moves.names(on, "Broker portal speed", "Brokers time out at noon, and ring instead.", "brokers", lead="wanda")
    moves.asks(on, "wanda", "tried_so_far", "new_risk_or_effort")
    moves.asks(on, "greta", "day_to_day", "impact_numbers")


@speed.scene(93, "13:30")
def they_answer(on: Stage) -> None:
    moves.answers(
        on,
        "wanda",
        "We bought a bigger server in spring. It was idle while people waited, the tariff tables are asked one by one.",
        "Asking them all at once means touching the tariff service, which two other teams use.",
    )
    moves.answers(
        on,
        "greta",
        "They have a customer across the desk. Half a minute of silence feels like a fault, so they pick up the phone.",
        "About 60 calls a day between eleven and one that are only about that.",
    )


@speed.scene(92, "10:20")
def fiona_says_it_back(on: Stage) -> None:
    moves.says_back(
        on,
        "wanda",
        ("tried_so_far", "More hardware did not help: the delay comes from reading each tariff table on its own."),
        ("new_risk_or_effort", "The cure lies in a service that others rely on as well."),
    )
    moves.says_back(
        on,
        "greta",
        ("day_to_day", "A broker sits with a customer, and a long pause looks like a breakdown; so they call."),
        ("impact_numbers", "Around noon some 60 calls every day come only from waiting."),
    )


@speed.scene(91, "16:15")
def they_confirm(on: Stage) -> None:
    moves.agrees(on, "wanda", pulse=(4, 4))
    moves.agrees(on, "greta")


@speed.scene(89, "14:20")
def what_noon_costs(on: Stage) -> None:
    weighing.small_case(
        on,
        "greta",
        "Calls that come only from waiting",
        42_000,
        84_000,
        "60 calls a day at noon, counted for two weeks",
        "A faster portal",
        "Tariff tables read in one go",
    )
    weighing.way(on, "wanda", "asked", "an offer for a new portal", once=(160_000, 280_000), yearly=(10_000, 22_000), removes=(70, 95))
    weighing.way(on, "wanda", "better", "a week of trying it out", once=(34_000, 62_000), yearly=(2_000, 6_000), removes=(50, 82))


@speed.scene(87, "10:00")
def decided_and_handed_over(on: Stage) -> None:
    deciding.decides(
        on,
        "greta",
        Outcome.BETTER_PATH,
        "It mends what brokers feel for a fifth of the price of a new portal.",
        option="Tariff tables read in one go",
        again_in=150,
        although="Two teams have still to be asked about the tariff service.",
    )
    deciding.briefs(on, "greta", "ruth")


@speed.scene(86, "09:10")
def they_read_it_and_wanda_gets_it(on: Stage) -> None:
    deciding.has_read(on, "greta", "ruth")
    deciding.hands_over(on, "wanda")
    deciding.has_read(on, "wanda")


@speed.scene(31, "15:40")
def the_bills_have_come(on: Stage) -> None:
    weighing.turned_out(on, "better one-time cost", 57_000, "the bills of all four weeks", days_ago=6)
    weighing.turned_out(on, "better running cost", 3_400, "the first quarter, times four", days_ago=6)


@colours.scene(29, "15:00")
def greta_passes_on_a_wish(on: Stage) -> None:
    moves.files(
        on,
        "greta",
        "Several brokers find the portal grey and ask for the new brand colours before their spring meeting.",
        asked_for="The new brand colours in the portal",
    )


@colours.scene(28, "09:30")
def fiona_asks_two_people(on: Stage) -> None:
    moves.names(on, "Broker portal colour scheme", "Some brokers find the portal grey.", "brokers")
    moves.asks(on, "greta", "goal", "if_not")
    moves.asks(on, "wanda", "new_risk_or_effort")


@colours.scene(26, "14:20")
def they_are_frank(on: Stage) -> None:
    moves.answers(
        on, "greta", "That we look as if we cared. Nobody places a policy because of a colour.", "Nothing happens. Three of them will mention it again."
    )
    moves.answers(on, "wanda", "Every form has its colours written into it. It is five weeks for two people, and the contrast has to be tested anew.")


@colours.scene(25, "10:00")
def fiona_says_that_back_too(on: Stage) -> None:
    moves.says_back(
        on,
        "greta",
        ("goal", "It is about being seen to care; no business hangs on it."),
        ("if_not", "Without it everything goes on, and a few brokers will bring it up again."),
    )
    moves.says_back(on, "wanda", ("new_risk_or_effort", "It would take two people over a month, as each form carries its own colours."))


@colours.scene(24, "12:00")
def they_say_yes(on: Stage) -> None:
    moves.agrees(on, "greta")
    moves.agrees(on, "wanda")


@colours.scene(23, "11:15")
def what_a_colour_is_worth(on: Stage) -> None:
    weighing.small_case(
        on,
        "greta",
        "What the grey costs us",
        200,
        2_600,
        "three brokers who mention it, one who means it",
        "The new brand colours in the portal",
        "New colours with the next redesign",
    )
    weighing.way(on, "wanda", "asked", "five weeks for two people", once=(24_000, 36_000), yearly=(400, 1_500), removes=(30, 80))
    weighing.way(on, "wanda", "better", "a line in a specification", once=(1_500, 4_000), yearly=(50, 300), removes=(15, 60))


@colours.scene(2, "16:30")
def not_worth_solving_with_thanks(on: Stage) -> None:
    deciding.decides(
        on,
        "greta",
        Outcome.NOT_WORTH_SOLVING,
        "No policy is placed because of a colour. It goes on the list for the next redesign, and the brokers are told why.",
        although="Nothing that is open could make it worth five weeks.",
    )


@colours.scene(1, "09:40")
def the_brokers_hear_why(on: Stage) -> None:
    deciding.briefs(on, "greta", "wanda")
    deciding.has_read(on, "greta")

"""Decided for a better path: two more people were asked for, and simple claims turned out to need no second pair of eyes."""

from accord.ideas.worth.rules.decision import Outcome
from accord.ideas.worth.rules.shape import How

from . import deciding, moves, weighing
from .stage import Act, Stage

act = Act("who must look at a simple claim", at="alder")


@act.scene(118, "10:40")
def ines_asks_for_two_more_people(on: Stage) -> None:
    moves.files(
        on,
        "bella",
        "Claims under two thousand euros wait nine days for the second signature, and the two people who sign cannot do more than they do.",
        asked_for="Two more people who may sign",
        if_not="Then three days will stay a sentence on the wall.",
    )


@act.scene(117, "09:15")
def fiona_asks_those_who_sign_and_those_who_made_the_rule(on: Stage) -> None:
    moves.names(on, "New claim decision rules", "Simple claims need no second pair of eyes.", "claims", "combined", lead="leo")
    moves.asks(on, "ines", "goal", "new_risk_or_effort", "done_means")
    moves.asks(on, "leo", "tried_so_far", "impact_numbers")


@act.scene(115, "18:30")
def ines_answers_on_the_train(on: Stage) -> None:
    moves.answers(
        on,
        "ines",
        "The second signature is from the year somebody paid his brother-in-law. It was never meant for a broken window.",
        "Fraud. If nobody looks twice, somebody will try. I can live with a little more of it, not with a lot.",
        "A window broken on Monday is paid on Wednesday, and the auditors do not ask me why.",
    )


@act.scene(114, "11:00")
def leo_answers_with_the_log(on: Stage) -> None:
    moves.answers(
        on,
        "leo",
        "We wrote rules for glass only, four years ago. They work, nobody extended them.",
        "Of last year’s 21,400 claims under two thousand the second look changed 170. In 140 of these by less than fifty euros.",
    )


@act.scene(112, "09:45")
def fiona_says_it_back(on: Stage) -> None:
    moves.says_back(
        on,
        "ines",
        ("goal", "The double check answered one old case of fraud; for everyday damage it only costs the customer time."),
        ("new_risk_or_effort", "Some more fraud is bearable if it stays small, and that needs watching."),
        ("done_means", "It is done when ordinary damage is paid within two days and the audit accepts it."),
    )
    moves.says_back(
        on,
        "leo",
        ("tried_so_far", "There are working rules for glass, never widened to other damage."),
        ("impact_numbers", "Fewer than one second look in a hundred changed anything, and then mostly by a few euros."),
    )


@act.scene(111, "12:10")
def both_confirm(on: Stage) -> None:
    moves.agrees(on, "ines")
    moves.agrees(on, "leo", but={2: "170 of 21,400 were changed, and it is the second look I counted, not the first."}, pulse=(4, 5))
    moves.keeps(on, "leo")


@act.scene(110, "10:00")
def up_to_the_goal(on: Stage) -> None:
    moves.climbs(
        on,
        (
            "Two more people who may sign",
            "Small claims are signed the day they come",
            "Customers are paid before they ring",
            "Nine in ten claims are decided in time",
        ),
        goal="claims",
        said_by="ines",
    )


@act.scene(108, "13:30")
def what_a_second_look_costs(on: Stage) -> None:
    weighing.opens_case(on, "Two more people who may sign", "Rules that pay simple claims at once", small=False, hour_business=46)
    weighing.called(on, "people affected", label="Claims handlers who wait for a signature")
    weighing.called(on, "times a week", label="Small claims each hands on in a week")
    weighing.says(on, "bella", "people affected", 55, 65, "shift plan")
    weighing.says(on, "leo", "times a week", 5.5, 8, "21,400 claims last year")
    weighing.says(on, "marek", "minutes lost", 8, 16, "a morning with a stopwatch")
    weighing.says(on, "bella", "minutes lost", 6, 14, "what handlers say")
    weighing.says(on, "tomas", "cost of an hour", 38, 46, "payroll, this year")
    weighing.says(on, "ines", "yearly growth", -2, 8, "claims of the last five years")


@act.scene(107, "11:00")
def and_what_either_way_would_take(on: Stage) -> None:
    weighing.way(on, "ines", "asked", "two salaries", once=(8_000, 20_000), yearly=(112_000, 140_000), removes=(35, 60))
    weighing.says(on, "ines", "asked delay", 2, 5, "how long the last hire took")
    weighing.says(on, "ines", "asked ramp", 2, 6, "until they may sign alone")
    weighing.says(on, "ines", "asked chance of cancellation", 2, 10, "a hiring stop in one year of twelve")
    weighing.way(on, "leo", "better", "the rules for glass, times four", once=(60_000, 105_000), yearly=(8_000, 20_000), removes=(68, 88))
    weighing.says(on, "leo", "better delay", 2, 5, "the rules for glass took three months")
    weighing.says(on, "leo", "better ramp", 1, 4, "team by team")
    weighing.says(on, "ruth", "better chance of cancellation", 5, 18, "projects of this size in her time")


@act.scene(106, "09:15")
def a_second_look_at_the_stopwatch(on: Stage) -> None:
    weighing.go_together(on, "times a week", "minutes lost", How.OPPOSITE, "busy weeks bring the simple claims, says the stopwatch")
    weighing.asks_again(on, "minutes lost", "marek", "bella", reason="One of you timed it, the other asked the handlers.")


@act.scene(105, "16:20")
def they_come_closer(on: Stage) -> None:
    weighing.replies(on, "marek", 8, 15, "a second morning with the stopwatch")
    weighing.replies(on, "bella", 7, 14, "the handlers counted the short ones only")
    weighing.is_seen(on)


@act.scene(104, "15:00")
def ines_decides_for_the_better_path(on: Stage) -> None:
    deciding.decides(
        on,
        "ines",
        Outcome.BETTER_PATH,
        "The second signature answers a fear of long ago. Rules pay a broken window in two days, and two salaries would not.",
        option="Rules that pay simple claims at once",
        again_in=190,
        although="What is still open can be seen while the first rules run.",
    )


@act.scene(103, "09:30")
def the_brief_goes_to_five_people(on: Stage) -> None:
    deciding.briefs(on, "bella", "ines", "ruth", "tomas", "leo", note="One page. A word from you by Friday would help.")


@act.scene(102, "12:40")
def three_have_read_it_and_finance_objects(on: Stage) -> None:
    deciding.has_read(on, "bella", "ines", "leo")
    deciding.objects(on, "tomas", "Who watches the fraud we now accept? I do not see a number, or a person.")


@act.scene(101, "10:15")
def the_objection_is_answered_in_the_decision_itself(on: Stage) -> None:
    deciding.decides(
        on,
        "ines",
        Outcome.BETTER_PATH,
        "Rules pay a broken window in two days, and two salaries would not. One claim in forty is still looked at twice, drawn by lot; "
        "Finance counts each month what that finds, and above four in a hundred the rules stop.",
        option="Rules that pay simple claims at once",
        again_in=190,
        although="What is still open can be seen while the first rules run.",
    )
    deciding.briefs(on, "tomas", "ruth", note="With your question answered, Tomás: who watches, and when it stops.")


@act.scene(100, "16:20")
def both_have_read_it(on: Stage) -> None:
    deciding.has_read(on, "tomas", "ruth")


@act.scene(99, "11:00")
def it_is_handed_over(on: Stage) -> None:
    deciding.hands_over(on, "leo")


@act.scene(98, "08:50")
def leo_takes_it(on: Stage) -> None:
    deciding.has_read(on, "leo")

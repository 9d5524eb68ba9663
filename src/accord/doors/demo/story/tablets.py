"""Listening, and waiting: two of five answers are in, and the one that would tell most is six days out."""

from accord.ideas.listen.actions import Put

from . import moves
from .stage import Act, Stage

act = Act("a quote tool on tablets", at="alder")


@act.scene(13, "16:45")
def freya_asks_for_tablets(on: Stage) -> None:
    moves.files(on, "freya", "We need tablets with the quote tool on them for all 41 field advisers.", asked_for="Tablets with the quote tool")


@act.scene(12, "10:10")
def fiona_asks_what_for(on: Stage) -> None:
    moves.names(on, "Quote tool on tablets", "Field advisers write every quote twice, on paper and again at home.", "renewal")
    moves.asks(on, "umar", "goal", "new_risk_or_effort")


@act.scene(10, "12:20")
def umar_answers(on: Stage) -> None:
    moves.answers(
        on,
        "umar",
        "A quote that arrives the same evening is signed twice as often as one that arrives on Friday. That is all I care about.",
        "What is typed at a kitchen table is typed wrong. I would want the checks of the desk version, all of them.",
    )


@act.scene(6, "09:00")
def fiona_asks_who_is_on_the_road(on: Stage) -> None:
    moves.asks(
        on,
        "freya",
        Put("day_to_day", "How does a day on the road go, from the first visit to the last quote?"),
        "if_not",
        Put("impact_numbers", "How many quotes does an adviser write twice in a week?"),
        note="Before we talk about tablets we want to see the day. Whatever comes to mind is right.",
    )


@act.scene(4, "14:00")
def nobody_knows_yet_what_it_does_to_sales(on: Stage) -> None:
    from accord.ideas.listen import actions as listen

    from .stage import in_days

    listen.not_known(
        by=on.desk("fiona"),
        initiative_id=on.kept.initiative,
        aspect="done_means",
        person_id=on.id("tomas"),
        by_date=in_days(9),
        what="How many quotes are signed when they arrive the same evening",
    )


@act.scene(1, "15:30")
def umar_is_asked_whether_we_heard_him(on: Stage) -> None:
    moves.says_back(
        on,
        "umar",
        ("goal", "Speed sells: customers sign about twice as many quotes when they have them on the day of the visit."),
        ("new_risk_or_effort", "A tool for the road must check entries as strictly as the one in the office, or errors rise."),
    )

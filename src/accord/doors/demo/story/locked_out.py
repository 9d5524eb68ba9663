"""The request everybody comes for: a desk is asked for day and night; what is wrong is that nobody can sign in at half past seven."""

from accord.ideas.worth import actions as worth
from accord.ideas.worth.rules.shape import Level, Stance

from . import deciding, moves, weighing
from .stage import Act, Stage

act = Act("claims handlers are locked out", at="alder")


@act.scene(24, "08:55")
def bella_asks_for_a_desk(on: Stage) -> None:
    moves.files(
        on,
        "bella",
        "Claims handlers cannot sign in on the mornings that matter, and there is nobody to ring before half past eight.",
        asked_for="A password desk, day and night",
        if_not="Then the next storm goes like the last one: sixty people at their desks and nobody working.",
    )


@act.scene(24, "10:20")
def fiona_gives_it_a_name_and_asks_three_people(on: Stage) -> None:
    moves.names(
        on, "Claims handlers locked out", "On named-storm days claims wait because handlers cannot sign in.", "claims", "signin", lead="ian",
    )  # fmt: skip
    moves.asks(on, "marek", "day_to_day", "if_not", "tried_so_far", note="Bella told us about the mornings. You are there: how is it?")
    moves.asks(on, "dana", "impact_numbers", "tried_so_far")
    moves.asks(on, "isla", "new_risk_or_effort")


@act.scene(23, "13:05")
def marek_answers_from_his_phone(on: Stage) -> None:
    moves.answers(
        on,
        "marek",
        "If a handler is locked out at half past seven, the customer hears about it at noon. "
        "They sit there with a storm on the line and a password that died at midnight.",
        "We found that about one storm claim in nine goes past the three days. On a quiet day nobody notices, on a storm day everybody does.",
        "Two of us lent our own sign-in around last winter. I know. It was that or send people home.",
    )


@act.scene(22, "16:40")
def dana_answers_with_a_years_tickets(on: Stage) -> None:
    moves.answers(
        on,
        "dana",
        "1,284 reset tickets in twelve months, about half an hour each from the first call to a working sign-in. "
        "A third have no tag, so how many were claims on a storm day I can only guess.",
        "We moved two people to an early shift in March. They sat idle on dry days, and we stopped after six weeks.",
    )


@act.scene(21, "11:15")
def isla_names_the_risk(on: Stage) -> None:
    moves.answers(
        on, "isla", "If you make passwords live longer, the audit committee has to accept it before January. I would not like it, but I could explain it."
    )


@act.scene(20, "09:30")
def fiona_says_back_what_the_three_said(on: Stage) -> None:
    moves.says_back(
        on,
        "marek",
        ("day_to_day", "Handlers start at half past seven and cannot work while a password that ran out overnight is reset; customers wait until midday."),
        ("if_not", "On a storm day roughly every ninth claim misses the promise of three days."),
        ("tried_so_far", "Last winter colleagues shared sign-ins to keep going, and know that this must not be the answer."),
    )
    moves.says_back(
        on,
        "dana",
        ("impact_numbers", "The desk resets some 1,300 passwords a year, at around 30 minutes each; how many of them hold up storm claims is not counted."),
        ("tried_so_far", "An early shift was tried in spring and given up, because most mornings nobody called."),
    )
    moves.says_back(on, "isla", ("new_risk_or_effort", "A longer password life needs the consent of the audit committee before the January audit."))


@act.scene(19, "07:50")
def marek_says_yes(on: Stage) -> None:
    moves.agrees(on, "marek")


@act.scene(19, "15:10")
def dana_and_isla_say_yes(on: Stage) -> None:
    moves.agrees(on, "dana", pulse=(5, 4))
    moves.agrees(on, "isla", pulse=(4, 4))


@act.scene(17, "14:30")
def the_first_hour_nobody_saw(on: Stage) -> None:
    moves.climbs(
        on,
        (
            "A password desk, day and night",
            "Handlers can sign in when their shift starts",
            "The first hour of a storm day is spent on customers",
            "One storm claim in nine no longer misses the promise",
        ),
        goal="claims",
        said_by="marek",
    )


@act.scene(14, "10:00")
def the_case_is_opened_without_waiting(on: Stage) -> None:
    weighing.opens_case(on, "Password desk, day and night", "Self-service reset and single sign-on", "Passwords that last 180 days", discount=6)
    weighing.called(on, "minutes lost", label="Minutes lost at each reset", unit="minutes a claim")


@act.scene(13, "15:30")
def those_who_know_give_their_ranges(on: Stage) -> None:
    weighing.adds(
        on,
        "dana",
        "Claims waiting a day",
        8,
        34,
        "ticket tags, a third untagged",
        unit="claims a working day",
        question="How many claims a day wait for a password reset, in storm season?",
    )
    weighing.adds(
        on,
        "dana",
        "Cost of ringing back",
        3,
        9,
        "twelve calls listened to",
        unit="€ a claim",
        question="What does it cost to ring a customer whose claim waits?",
    )
    weighing.works_out(on, "loss a year", "claims waiting a day * 250 working days * (minutes lost * cost of an hour + cost of ringing back) / 1 year")
    weighing.without(on, "people affected", "times a week")
    weighing.says(on, "dana", "minutes lost", 24, 36, "1,284 tickets, twelve months")
    weighing.says(on, "tomas", "cost of an hour", 32, 54, "payroll, rough")
    weighing.says(on, "dana", "asked one-time cost", 2_000, 6_000, "two desks and their phones")
    weighing.says(on, "dana", "asked running cost", 95_000, 130_000, "two shifts, at what Fernhill pays")
    weighing.says(on, "dana", "asked part removed", 25, 45, "the early shift in spring")


@act.scene(12, "11:20")
def the_other_paths_have_prices_too(on: Stage) -> None:
    weighing.says(on, "sol", "better one-time cost", 90_000, 134_000, "two quotes")
    weighing.says(on, "sol", "better running cost", 12_000, 20_000, "the same two quotes")
    weighing.says(on, "sol", "better part removed", 66, 80, "two reference clients")
    weighing.says(on, "isla", "better 2 one-time cost", 6_000, 14_000, "a change of policy, and a banner ten days before the end")
    weighing.says(on, "isla", "better 2 running cost", 1_000, 12_000, "explaining it to the auditors each year")
    weighing.says(on, "isla", "better 2 part removed", 18, 30, "expiry dates in the directory")


@act.scene(11, "16:00")
def who_could_tell_more(on: Stage) -> None:
    weighing.knows(on, "bella", "leads", "claims waiting a day")
    weighing.knows(on, "dana", "has the figures", "minutes lost", "cost of ringing back", minutes=30)
    weighing.knows(on, "isla", "has the figures", "better 2 one-time cost", "better 2 running cost", "better 2 part removed", minutes=10)
    weighing.knows(on, "sol", "has the figures", "better one-time cost", "better running cost", minutes=20)
    weighing.knows(on, "tomas", "has the figures", "cost of an hour", minutes=10)


@act.scene(2, "12:05")
def finance_narrows_its_range(on: Stage) -> None:
    weighing.says(on, "tomas", "cost of an hour", 38, 46, "payroll, this year")


@act.scene(5, "17:20")
def bella_on_the_phone(on: Stage) -> None:
    moves.tells(
        on,
        "bella",
        "We lose the first hour of every named storm. People can’t sign in, they ring the desk, nobody’s there till half eight. "
        "I asked for a night desk because I don’t know what else to ask for.",
        aspect="goal",
    )


@act.scene(3, "09:10")
def fiona_says_back_what_bella_said(on: Stage) -> None:
    moves.says_back(
        on,
        "bella",
        ("day_to_day", "Handlers who cannot sign in lose the first hour of a storm day."),
        ("if_not", "It happens on every storm day."),
        ("goal", "You want claims moving at half past seven. A night desk was one way, not the point."),
    )


@act.scene(0, "3.5")
def bella_corrects_one_sentence(on: Stage) -> None:
    moves.agrees(on, "bella", but={2: "On named storms, not every storm. A wet Tuesday is fine."})


@act.scene(0, "3")
def who_decides_and_by_when(on: Stage) -> None:
    deciding.plans(on, "ines", 8)


@act.scene(10, "18:15")
def what_only_the_facilitator_writes_down(on: Stage) -> None:
    note = {"by": on.desk("fiona"), "initiative_id": on.kept.initiative}
    worth.note_stakeholder(
        **note,
        name="Ines",
        influence=Level.HIGH,
        interest=Level.HIGH,
        stance=Stance.FOR,
        notes="Promised the board something visible before the storms. A policy change is not visible; find her a way to show it.",
    )
    worth.note_stakeholder(
        **note,
        name="The evening shift of the desk",
        influence=Level.LOW,
        interest=Level.HIGH,
        stance=Stance.AGAINST,
        notes="Hoped for the night desk: two of them would have got permanent contracts. Talk to Dana before the brief goes out.",
    )

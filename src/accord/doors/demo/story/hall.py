"""Under way with something unsaid: the move to the new data centre, and an intranet that nobody has said why of."""

from accord.ideas.goals import actions as goals
from accord.ideas.worth.rules.decision import Outcome

from . import deciding, moves, weighing
from .stage import Act, Stage, in_days

centre = Act("the move to the new data centre", at="alder")
intranet = Act("the intranet nobody explained", at="alder")


@centre.scene(140, "11:10")
def ruth_says_the_lease_ends(on: Stage) -> None:
    moves.files(
        on,
        "fiona",
        "The lease of the old hall ends in June, and everything in it has to stand somewhere else by then.",
        on_behalf_of="ruth",
        if_not="We pay a penalty each month, and the landlord has other plans for the hall.",
    )


@centre.scene(139, "16:00")
def ruth_confirms(on: Stage) -> None:
    from accord.ideas.listen import actions as listen

    listen.confirm_request(by=on.link("ruth"), request_id=on.kept.request, agrees=True)


@centre.scene(138, "09:40")
def fiona_asks_what_must_not_stop(on: Stage) -> None:
    moves.names(on, "Move to the new data centre", "The lease of the old hall ends in June.", "claims", "audit", lead="noor")
    moves.asks(on, "noor", "new_risk_or_effort", "done_means", "impact_numbers")
    moves.asks(on, "bella", "day_to_day", "if_not")


@centre.scene(136, "15:50")
def noor_and_bella_answer(on: Stage) -> None:
    moves.answers(
        on,
        "noor",
        "Two weekends on which nothing runs. They must not be in storm season, and the audit is in January.",
        "The old hall is empty and the lights are off.",
        "The new hall costs less power, perhaps forty thousand a year, and moving costs about the same once.",
    )
    moves.answers(
        on,
        "bella",
        "On a weekend with a named storm a third of the claims come in. If the system is off we write on paper and type it all on Monday.",
        "I do not mind where the machines stand.",
    )


@centre.scene(134, "10:10")
def fiona_says_it_back(on: Stage) -> None:
    moves.says_back(
        on,
        "noor",
        ("new_risk_or_effort", "It takes two full stops over a weekend, outside the storm months and clear of the January audit."),
        ("done_means", "It is finished when nothing of ours is left in the old building."),
        ("impact_numbers", "What the move costs once comes back each year as cheaper power, about €40,000."),
    )
    moves.says_back(
        on,
        "bella",
        ("day_to_day", "During a storm weekend a standstill means claims taken by hand and entered twice."),
        ("if_not", "For Claims the place itself does not matter."),
    )


@centre.scene(133, "08:30")
def noor_confirms(on: Stage) -> None:
    moves.agrees(on, "noor", pulse=(4, 4))


@centre.scene(131, "16:30")
def what_the_old_hall_costs(on: Stage) -> None:
    weighing.small_case(
        on,
        "noor",
        "Power and rent above the new hall",
        34_000,
        56_000,
        "two meters and two contracts",
        "Move everything to the new hall",
        "Move half, and end the rest",
    )
    weighing.way(on, "noor", "asked", "offers of two movers, and our own weekends", once=(85_000, 165_000), yearly=(1_000, 5_000), removes=(90, 99))
    weighing.way(on, "noor", "better", "what nobody has used for a year", once=(60_000, 150_000), yearly=(4_000, 14_000), removes=(80, 99))


@centre.scene(126, "14:00")
def it_has_to_be_done_and_the_half_is_not_safer(on: Stage) -> None:
    deciding.decides(
        on,
        "ruth",
        Outcome.PROCEED,
        "The lease ends whether it pays or not. Moving everything at once is the calmer way, outside the storm months.",
        option="Move everything to the new hall",
        again_in=260,
        although="Bella’s answer about storm weekends is being confirmed.",
    )
    deciding.briefs(on, "ruth", "bella", "noor")


@centre.scene(125, "17:10")
def noor_and_ruth_have_it(on: Stage) -> None:
    deciding.has_read(on, "ruth", "noor")
    deciding.hands_over(on, "noor")
    deciding.has_read(on, "noor")


@centre.scene(122, "09:10")
def noor_says_by_when(on: Stage) -> None:
    goals.note_progress(
        by=on.desk("fiona"), initiative_id=on.kept.initiative, starts=in_days(5), ends=in_days(150),
        words="The movers are chosen; the racks go in four weekends, none of them in a storm month.",
    )  # fmt: skip


@centre.scene(41, "11:20")
def two_weekends_are_lost(on: Stage) -> None:
    goals.note_progress(
        by=on.desk("fiona"), initiative_id=on.kept.initiative, expected=in_days(75),
        words="Power in the new hall is ready a month later than promised, so two weekends move.",
    )  # fmt: skip


@intranet.scene(112, "16:50")
def clara_asks_for_a_new_intranet(on: Stage) -> None:
    moves.files(on, "clara", "The intranet has to be refreshed, it looks like 2014.", asked_for="A new intranet")


@intranet.scene(111, "10:30")
def it_gets_a_name_and_serves_nothing(on: Stage) -> None:
    moves.names(on, "Intranet refresh", "Nobody has said why.")


@intranet.scene(12, "09:20")
def fiona_asks_why_after_all(on: Stage) -> None:
    moves.asks(on, "clara", "goal", "if_not", note="Work has begun, and we never asked what it is for. Two lines would help us do the right thing.")


@intranet.scene(8, "11:40")
def a_reminder_once(on: Stage) -> None:
    from accord.ideas.listen import actions as listen

    listen.nudge(by=on.desk("fiona"), asking_id=on.kept.asking)


@intranet.scene(8, "11:45")
def somebody_will_find_out(on: Stage) -> None:
    from accord.ideas.listen import actions as listen

    listen.not_known(
        by=on.desk("fiona"),
        initiative_id=on.kept.initiative,
        aspect="impact_numbers",
        person_id=on.id("wanda"),
        by_date=in_days(6),
        what="How many people open the intranet in a week, and what for",
    )

"""Two pieces of work for the January audit: controls that are not ready, and rights that nobody can read."""

from accord.ideas.worth.rules.decision import Outcome

from . import deciding, moves, weighing
from .stage import Act, Stage

controls = Act("three controls before January", at="alder")
access = Act("rights that nobody can read", at="alder")


@controls.scene(84, "14:40")
def isla_counts(on: Stage) -> None:
    moves.files(
        on,
        "fiona",
        "Three of the seventeen controls for the January audit are not ready, and two of them nobody owns.",
        on_behalf_of="isla",
        if_not="A finding costs a second audit in summer, and a letter to the regulator.",
    )


@controls.scene(83, "17:00")
def isla_says_it_is_so(on: Stage) -> None:
    from accord.ideas.listen import actions as listen

    listen.confirm_request(by=on.link("isla"), request_id=on.kept.request, agrees=True)


@controls.scene(82, "09:15")
def fiona_asks_ruth_and_isla(on: Stage) -> None:
    moves.names(on, "January audit", "Three of 17 controls are not ready.", "audit", lead="isla")
    moves.asks(on, "ruth", "goal", "impact_numbers")
    moves.asks(on, "isla", "day_to_day", "done_means")


@controls.scene(80, "12:50")
def both_answer(on: Stage) -> None:
    moves.answers(
        on,
        "ruth",
        "Two findings last year. A third and the committee stops signing anything new for a quarter.",
        "The second audit was 38,000 plus my people for six weeks.",
    )
    moves.answers(
        on,
        "isla",
        "I chase people for screenshots. Whoever has time sends them, and the auditor wants them from one system on one day.",
        "Seventeen green lines that I did not have to paint.",
    )


@controls.scene(79, "10:05")
def fiona_says_it_back(on: Stage) -> None:
    moves.says_back(
        on,
        "ruth",
        ("goal", "Another finding would freeze every new signature for three months."),
        ("impact_numbers", "The repeat audit came to €38,000, and took her staff a month and a half."),
    )
    moves.says_back(
        on,
        "isla",
        ("day_to_day", "Proof is gathered by asking around, though it should come from a single source on a fixed date."),
        ("done_means", "All controls are fulfilled without anybody touching them up."),
    )


@controls.scene(77, "09:00")
def both_confirm(on: Stage) -> None:
    moves.agrees(on, "ruth", pulse=(5, 4))
    moves.agrees(on, "isla")


@controls.scene(75, "10:40")
def what_a_finding_costs(on: Stage) -> None:
    weighing.small_case(
        on,
        "ruth",
        "Findings and what follows",
        22_000,
        120_000,
        "38,000 for the last one, and six weeks of people",
        "Three people for the audit",
        "Proof collected by the systems themselves",
        years=2,
    )
    weighing.way(on, "isla", "asked", "two contractors and a helper", once=(40_000, 70_000), yearly=(10_000, 24_000), removes=(40, 75))
    weighing.way(on, "isla", "better", "one control tried in March", once=(18_000, 42_000), yearly=(2_000, 7_000), removes=(45, 88))


@controls.scene(72, "11:20")
def the_committee_wants_proof_that_collects_itself(on: Stage) -> None:
    deciding.decides(
        on,
        "ruth",
        Outcome.BETTER_PATH,
        "People with screenshots pass one audit. Systems that show their proof pass the next ones too.",
        option="Proof collected by the systems themselves",
        again_in=120,
        although="January does not wait for the last answer.",
    )
    deciding.briefs(on, "ruth", "isla")


@controls.scene(71, "10:10")
def and_isla_has_it(on: Stage) -> None:
    deciding.has_read(on, "ruth", "isla")
    deciding.hands_over(on, "isla")
    deciding.has_read(on, "isla")


@access.scene(70, "11:30")
def ian_says_what_he_sees(on: Stage) -> None:
    moves.files(
        on,
        "ian",
        "Managers confirm lists of rights each quarter that they cannot read, so they confirm everything.",
        if_not="People keep rights from jobs they left years ago.",
    )


@access.scene(69, "10:00")
def fiona_asks_a_manager_and_ian(on: Stage) -> None:
    moves.names(on, "Access reviews", "Managers confirm rights they cannot read.", "access", "signin", lead="isla")
    moves.asks(on, "umar", "day_to_day")
    moves.asks(on, "ian", "done_means", "tried_so_far")


@access.scene(67, "15:15")
def they_answer(on: Stage) -> None:
    moves.answers(on, "umar", "I get 400 lines of codes. I tick the box at the top. I would read ten lines in English.")
    moves.answers(on, "ian", "A manager takes one right away from somebody, and knows why.", "We sent them the codes with a legend. Nobody opened the legend.")


@access.scene(66, "09:30")
def fiona_says_it_back_too(on: Stage) -> None:
    moves.says_back(on, "umar", ("day_to_day", "Faced with hundreds of codes a manager approves all at once; a short list in words would be read."))
    moves.says_back(
        on,
        "ian",
        ("done_means", "It works when somebody removes a right on purpose."),
        ("tried_so_far", "A key to the codes was sent along and not used."),
    )


@access.scene(65, "14:00")
def they_confirm(on: Stage) -> None:
    moves.agrees(on, "umar")
    moves.agrees(on, "ian")


@access.scene(63, "13:10")
def what_unread_lists_cost(on: Stage) -> None:
    weighing.small_case(
        on,
        "isla",
        "Rights that should be gone",
        11_000,
        27_000,
        "licences of people who left, and a day of searching each month",
        "Shorter lists",
        "Ten lines in words",
    )
    weighing.way(on, "ian", "asked", "a report we have", once=(3_000, 8_000), yearly=(500, 2_500), removes=(5, 18))
    weighing.way(on, "ian", "better", "names for 60 roles, by two people", once=(9_000, 19_000), yearly=(1_000, 3_000), removes=(45, 80))


@access.scene(6, "15:40")
def ten_lines_in_words(on: Stage) -> None:
    deciding.decides(
        on,
        "isla",
        Outcome.BETTER_PATH,
        "A list that is read beats a list that is complete. Sixty roles get names a manager knows.",
        option="Ten lines in words",
        again_in=110,
        although="It is small enough to try with one department first.",
    )
    deciding.briefs(on, "umar", "ruth", "isla")


@access.scene(5, "09:20")
def two_have_read_it(on: Stage) -> None:
    deciding.has_read(on, "umar", "isla")


@access.scene(1, "10:30")
def handed_over_and_not_yet_taken(on: Stage) -> None:
    deciding.hands_over(on, "ian", note="Start with Umar’s department; he reads every line.")

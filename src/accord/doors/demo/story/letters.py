"""Listening and worth at once: four of six sentences are confirmed, two wait on a phone in the contact centre."""

from . import moves, weighing
from .stage import Act, Stage

act = Act("renewal letters nobody understands", at="alder")


@act.scene(31, "09:20")
def callum_says_what_is_wrong(on: Stage) -> None:
    moves.files(
        on,
        "callum",
        "One customer in nine rings us after the renewal letter, and most only want to know whether they have to do something.",
        if_not="We hire four more people each January and let them go in March.",
    )


@act.scene(30, "11:00")
def fiona_asks_underwriting_and_finance(on: Stage) -> None:
    moves.names(on, "Renewal letters", "One customer in nine rings because the letter cannot be read.", "letters", lead="wanda")
    moves.asks(on, "umar", "people_and_politics", "new_risk_or_effort")
    moves.asks(on, "tomas", "impact_numbers", "done_means")


@act.scene(28, "17:05")
def both_answer(on: Stage) -> None:
    moves.answers(
        on,
        "umar",
        "Legal wrote half of it after a case we lost. Nobody has dared to touch those paragraphs in nine years.",
        "If a condition falls out of the letter it may fall out of the contract. Have every sentence read by someone who is liable.",
    )
    moves.answers(
        on,
        "tomas",
        "A call costs us about seven euros all in. We send 96,000 renewals a year.",
        "Fewer than one in twenty-five rings. Then January needs no temps.",
    )


@act.scene(27, "10:30")
def fiona_says_back_to_both(on: Stage) -> None:
    moves.says_back(
        on,
        "umar",
        ("people_and_politics", "Half of the wording dates from a lost court case, and since then nobody has felt free to change it."),
        ("new_risk_or_effort", "Whoever shortens the letter needs a lawyer to answer for each sentence that goes."),
    )
    moves.says_back(
        on,
        "tomas",
        ("impact_numbers", "With 96,000 letters a year and around €7 for a call, every point of callers is near €6,700."),
        ("done_means", "It is done when under 4 in 100 ring, and no temporary staff are needed after New Year."),
    )


@act.scene(26, "12:45")
def both_say_yes(on: Stage) -> None:
    moves.agrees(on, "umar", pulse=(4, 5))
    moves.agrees(on, "tomas", pulse=(5, 4))


@act.scene(4, "08:40")
def callum_tells_how_a_call_goes(on: Stage) -> None:
    moves.tells(
        on,
        "callum",
        "They read us the first paragraph aloud and ask: is that bad? Then we find their file, and say no, you need do nothing. "
        "Six minutes, and they are cross, and they are right.",
        aspect="day_to_day",
        way="meeting",
    )


@act.scene(2, "11:25")
def two_sentences_wait_for_callum(on: Stage) -> None:
    moves.says_back(
        on,
        "callum",
        ("day_to_day", "Most callers only need to hear that nothing is to be done; it takes six minutes and leaves them annoyed."),
        ("if_not", "Each winter the centre takes on four people for ten weeks because of this letter."),
    )


@act.scene(23, "15:00")
def what_a_clearer_letter_is_worth(on: Stage) -> None:
    weighing.small_case(
        on,
        "tomas",
        "Calls after the renewal letter",
        52_000,
        88_000,
        "96,000 letters, 9 to 13 in 100 call, about €7 each",
        "All renewal letters written anew",
        "A first sentence that says what to do",
    )
    weighing.way(on, "umar", "asked", "the last rewrite, in another department", once=(110_000, 190_000), yearly=(4_000, 9_000), removes=(50, 75))
    weighing.way(on, "umar", "better", "two days of a lawyer, and a test with 200 letters", once=(14_000, 34_000), yearly=(500, 3_000), removes=(25, 62))

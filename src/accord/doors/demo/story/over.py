"""Closed or put off over the year: small matters, each heard out before it was let go."""

from accord.ideas.worth.rules.decision import Outcome

from . import deciding, moves, weighing
from .stage import Act, Stage

fax = Act("the last fax line", at="alder")
chat = Act("a chat on the website", at="alder")
badges = Act("badges for visitors", at="alder")


@fax.scene(205, "10:15")
def two_brokers_still_fax(on: Stage) -> None:
    moves.files(on, "greta", "Two brokers still send faxes, and somebody types them in every morning.", asked_for="A fax server that reads the faxes")


@fax.scene(204, "09:00")
def fiona_asks_greta(on: Stage) -> None:
    moves.names(on, "The last fax line", "Two brokers send faxes that somebody types in.", "brokers")
    moves.asks(on, "greta", "impact_numbers", "if_not")


@fax.scene(203, "11:10")
def greta_laughs(on: Stage) -> None:
    moves.answers(on, "greta", "Eleven faxes a week. Ten minutes a day, all told.", "Both retire next summer. Then it is over by itself.")


@fax.scene(202, "14:00")
def and_confirms(on: Stage) -> None:
    moves.says_back(
        on,
        "greta",
        ("impact_numbers", "It is under a dozen a week, and takes somebody about an hour in all."),
        ("if_not", "The matter ends of its own accord when the two stop working in summer."),
    )
    moves.agrees(on, "greta")


@fax.scene(201, "10:00")
def what_two_fax_machines_cost(on: Stage) -> None:
    weighing.small_case(on, "greta", "Typing in faxes", 1_400, 2_800, "eleven a week", "A fax server that reads the faxes", "Ask both for mail", years=1)
    weighing.way(on, "wanda", "asked", "list price", once=(8_000, 14_000), yearly=(1_000, 2_000), removes=(60, 95))
    weighing.way(on, "greta", "better", "a visit each, and training they do not want", once=(700, 1_600), yearly=(20, 200), removes=(3, 45))


@fax.scene(199, "12:00")
def it_ends_by_itself(on: Stage) -> None:
    deciding.decides(
        on,
        "greta",
        Outcome.NOT_WORTH_SOLVING,
        "Ten minutes a day until summer. Then both retire, and nobody has learnt a new machine.",
        although="Nothing open would change it.",
    )


@chat.scene(168, "13:00")
def clara_wants_a_chat(on: Stage) -> None:
    moves.files(on, "clara", "Other insurers have a chat on their website, we should have one as well.", asked_for="A chat on the website")


@chat.scene(167, "10:20")
def fiona_asks_the_contact_centre(on: Stage) -> None:
    moves.names(on, "Chat on the website", "Younger customers do not like to ring.", "renewal")
    moves.asks(on, "callum", "day_to_day", "new_risk_or_effort")
    moves.asks(on, "clara", "goal")


@chat.scene(165, "16:40")
def both_answer(on: Stage) -> None:
    moves.answers(
        on,
        "callum",
        "We cannot answer the calls we have between four and six. A chat at four would be the same people, waiting in writing.",
        "Six more people, or worse answers for everybody.",
    )
    moves.answers(on, "clara", "Under thirty, nobody rings anybody. They leave without a word.")


@chat.scene(164, "09:40")
def and_confirm(on: Stage) -> None:
    moves.says_back(
        on,
        "callum",
        ("day_to_day", "Late in the afternoon the centre is short of people already, and a chat would draw on the same ones."),
        ("new_risk_or_effort", "It needs half a dozen more staff, or service gets worse."),
    )
    moves.says_back(on, "clara", ("goal", "Young customers avoid the telephone, and go elsewhere silently."))
    moves.agrees(on, "callum", pulse=(5, 4))
    moves.agrees(on, "clara", pulse=(3, 4))


@chat.scene(162, "15:20")
def what_a_chat_would_bring(on: Stage) -> None:
    weighing.small_case(
        on,
        "clara",
        "Young customers who leave without a word",
        15_000,
        190_000,
        "a guess from last year’s departures",
        "A chat on the website",
        "Answers on the page where people stop",
    )
    weighing.way(on, "callum", "asked", "six people at the hours that are short", once=(30_000, 70_000), yearly=(190_000, 260_000), removes=(10, 60))
    weighing.way(on, "wanda", "better", "the twenty questions that are asked most", once=(15_000, 40_000), yearly=(6_000, 18_000), removes=(3, 35))


@chat.scene(158, "10:30")
def not_before_the_calls_are_answered(on: Stage) -> None:
    deciding.decides(
        on,
        "owen",
        Outcome.NOT_YET,
        "As long as calls between four and six wait, a chat only moves the waiting. We look again when the renewal letter brings fewer calls.",
        again_in=250,
        although="How many young customers leave without a word is not known; Finance will see it at the next renewal.",
    )
    deciding.briefs(on, "clara", "callum")


@chat.scene(157, "09:00")
def clara_has_read_it(on: Stage) -> None:
    deciding.has_read(on, "clara", "callum")


@badges.scene(60, "09:05")
def owen_and_the_badges(on: Stage) -> None:
    moves.files(on, "fiona", "Visitors wait at the desk while a badge is written by hand.", asked_for="A badge printer", on_behalf_of="owen")


@badges.scene(59, "12:00")
def owen_puts_it_differently(on: Stage) -> None:
    from accord.ideas.listen import actions as listen

    listen.confirm_request(by=on.link("owen"), request_id=on.kept.request, agrees=False, words="It is ten visitors a week. I only mentioned it.")
    moves.names(on, "Badges for visitors", "Ten visitors a week wait for a badge.")


@badges.scene(56, "16:00")
def let_go_with_thanks(on: Stage) -> None:
    deciding.decides(on, "owen", Outcome.NOT_WORTH_SOLVING, "Ten badges a week take ten minutes.", although="Nobody needs to know more to leave it.")

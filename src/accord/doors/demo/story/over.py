"""Closed or put off over the year: small matters, each heard out before it was let go."""

from . import moves
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
        on, "greta",
        ("impact_numbers", "It is under a dozen a week, and takes somebody about an hour in all."),
        ("if_not", "The matter ends of its own accord when the two stop working in summer."),
    )  # fmt: skip
    moves.agrees(on, "greta")


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
        on, "callum",
        "We cannot answer the calls we have between four and six. A chat at four would be the same people, waiting in writing.",
        "Six more people, or worse answers for everybody.",
    )  # fmt: skip
    moves.answers(on, "clara", "Under thirty, nobody rings anybody. They leave without a word.")


@chat.scene(164, "09:40")
def and_confirm(on: Stage) -> None:
    moves.says_back(
        on, "callum",
        ("day_to_day", "Late in the afternoon the centre is short of people already, and a chat would draw on the same ones."),
        ("new_risk_or_effort", "It needs half a dozen more staff, or service gets worse."),
    )  # fmt: skip
    moves.says_back(on, "clara", ("goal", "Young customers avoid the telephone, and go elsewhere silently."))
    moves.agrees(on, "callum", pulse=(5, 4))
    moves.agrees(on, "clara", pulse=(3, 4))


@badges.scene(60, "09:05")
def owen_and_the_badges(on: Stage) -> None:
    moves.files(on, "fiona", "Visitors wait at the desk while a badge is written by hand.", asked_for="A badge printer", on_behalf_of="owen")


@badges.scene(59, "12:00")
def owen_puts_it_differently(on: Stage) -> None:
    from accord.ideas.listen import actions as listen

    listen.confirm_request(by=on.link("owen"), request_id=on.kept.request, agrees=False, words="It is ten visitors a week. I only mentioned it.")
    moves.names(on, "Badges for visitors", "Ten visitors a week wait for a badge.")

"""Asked this week: one request nobody has heard out yet, and one filed for somebody who has still to say whether it is so."""

from . import moves
from .stage import Act, Stage

scanner = Act("the scanner in the post room", at="alder")
invoices = Act("broker statements", at="alder")


@scanner.scene(1, "16:15")
def callum_has_had_enough_of_the_scanner(on: Stage) -> None:
    moves.files(
        on,
        "callum",
        "The scanner in the post room stops twice a day, and claims with photographs wait until somebody walks down.",
        if_not="It is getting worse every week.",
    )


@scanner.scene(0, "4")
def it_gets_a_name(on: Stage) -> None:
    moves.names(on, "Post room scanner", "Claims with photographs wait until somebody walks down.", "claims")


@invoices.scene(2, "10:50")
def fiona_files_what_greta_said_at_lunch(on: Stage) -> None:
    moves.files(on, "fiona", "Brokers cannot match our monthly statement to their own books, and ring to have it read out line by line.", on_behalf_of="greta")


@invoices.scene(1, "17:40")
def and_gives_it_a_name(on: Stage) -> None:
    moves.names(on, "Broker statements", "Brokers cannot match our statement to their own books.", "brokers")

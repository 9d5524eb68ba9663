"""After the round: whoever stands alone is heard, three things are talked about, and one of them is settled."""

from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import AgendaItem, Critical
from accord.ideas.empathy.queries import newest_closed
from accord.ideas.listen.models import Question

from . import moves
from .stage import Act, Stage

act = Act("what is critical to a few", at="alder")
TALK = ("Renewal letters", "January audit", "Move to the new data centre")


@act.scene(2, "10:00")
def fiona_puts_three_on_the_agenda_and_asks_isla(on: Stage) -> None:
    now = newest_closed()
    assert now is not None
    empathy.put_on_agenda(by=on.desk("fiona"), round_id=now.row.id, item_ids=[item.id for item in now.items if item.title in TALK])
    critical = Critical.objects.get(item__round=now.row, person=on.id("isla"))
    hearing = empathy.ask_more(by=on.desk("fiona"), critical_id=critical.id)
    asked = Question.objects.filter(asking=hearing.asking_id).order_by("place").values_list("id", flat=True)
    on.kept.initiative, on.kept.open, on.kept.said_back = critical.item.initiative_id, {"isla": list(asked)}, {}


@act.scene(2, "16:10")
def isla_tells_more(on: Stage) -> None:
    moves.answers(
        on,
        "isla",
        "From November on I do nothing but collect evidence. Who may see what is spread over nine systems, and I ask nine people for a list.",
        "Two findings a second time, and the regulator sits in our building for a quarter. Then nobody else gets anything done either.",
        "Managers would have to look at ten lines each quarter. The first time they will hate it.",
    )


@act.scene(1, "09:40")
def fiona_says_it_back(on: Stage) -> None:
    moves.says_back(
        on,
        "isla",
        ("day_to_day", "For two months a year the security lead gathers lists by hand, because access is kept in nine places."),
        ("if_not", "A repeated finding brings the regulator on site, and the cost of that falls on everybody."),
        ("new_risk_or_effort", "Each manager has a short list to check every quarter, and will not like it at first."),
    )


@act.scene(1, "11:30")
def isla_says_yes(on: Stage) -> None:
    moves.agrees(on, "isla", but={2: "It brings the regulator on site for a quarter; the work that waits is what costs."})


@act.scene(1, "16:00")
def both_sides_talked_about_the_data_centre(on: Stage) -> None:
    row = AgendaItem.objects.get(item__title="Move to the new data centre")
    outcome = "It matters to IT alone for now. Infrastructure says in a page what it saves the business."
    empathy.settle_agenda_item(by=on.desk("fiona"), agenda_item_id=row.id, outcome=outcome)

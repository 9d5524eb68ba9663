"""What came true at Alder within the year: five things somebody had said, four of them in time, and one nobody had; and what the facts say now."""

from datetime import timedelta
from typing import Any

from accord.base import clock
from accord.ideas.risks import actions as risks

from .stage import Act, Stage

act = Act("what came true", at="alder")


def warn(on: Stage, key: str, who: str, *, sees: str, answers: str, **more: Any) -> None:
    row = risks.raise_risk(by=on.link(who), sees=sees, answerer_id=on.id(answers), **more)
    setattr(on.kept, key, (row.id, row.warned_on))


def read(on: Stage, key: str, who: str) -> None:
    risks.read(by=on.link(who), risk_id=getattr(on.kept, key)[0])


def answer(on: Stage, key: str, who: str, words: str) -> None:
    risks.act(by=on.link(who), risk_id=getattr(on.kept, key)[0], words=words)


def came_true(on: Stage, key: str, *, after: int, title: str, learned: str, **more: Any) -> None:
    """So many days after it was said, Petra writes it down; whoever had to answer never does."""
    risk_id, warned_on = getattr(on.kept, key)
    risks.record_event(
        by=on.desk("petra"), title=title, happened_on=warned_on + timedelta(days=after), learned=learned, risk_ids=[risk_id], **more
    )


@act.scene(190, "10:20")
def the_letters_vendor_writes_to_clara(on: Stage) -> None:
    warn(
        on, "vendor", "clara", answers="greta", sees="The letters vendor has let half its printers go, and our contract ends in spring.",
        asks="A second printer under contract before spring.", goal_id=on.house.goals["letters"], needs_low=25, needs_high=30, chance_low=20, chance_high=50,
        loss_low=5_000, loss_high=30_000,
    )  # fmt: skip


@act.scene(164, "09:10")
def the_letters_vendor_stops(on: Stage) -> None:
    came_true(
        on, "vendor", after=34, title="The letters vendor stopped printing", needs=30, cost_low=9_000, cost_high=14_000, goal_id=on.house.goals["letters"],
        learned="Since then every warning has somebody who must answer.",
    )  # fmt: skip


@act.scene(150, "14:00")
def dana_hears_of_an_update(on: Stage) -> None:
    warn(
        on, "scanners", "dana", answers="noor", sees="The scanners’ maker takes back the old driver with the next update. Forty scanners still use it.",
        asks="We need the update held for the branches.", needs_low=12, needs_high=14, chance_low=30, chance_high=70, loss_low=1_000, loss_high=6_000,
    )  # fmt: skip


@act.scene(146, "11:30")
def noor_asks_the_maker(on: Stage) -> None:
    answer(on, "scanners", "noor", "We have asked the maker for the old driver, and test the new one meanwhile.")


@act.scene(142, "15:40")
def the_scanners_stop(on: Stage) -> None:
    came_true(
        on, "scanners", after=9, title="Scanners stopped after an update", needs=14, cost_low=2_000, cost_high=3_000,
        learned="We hold updates of drivers for two weeks now.",
    )  # fmt: skip


@act.scene(112, "09:00")
def the_commission_file_is_checked_by_hand(on: Stage) -> None:
    warn(
        on, "commission", "greta", answers="tomas", sees="The commission file is checked by hand, and the one who does it is away over the month-end.",
        asks="Somebody else who can check it.", goal_id=on.house.goals["brokers"], needs_low=5, needs_high=7, chance_low=40, chance_high=80, loss_low=500,
        loss_high=4_000,
    )  # fmt: skip


@act.scene(108, "10:00")
def tomas_finds_somebody(on: Stage) -> None:
    answer(on, "commission", "tomas", "Two of us learn it this week.")


@act.scene(102, "16:20")
def the_commission_file_comes_late(on: Stage) -> None:
    came_true(
        on, "commission", after=12, title="The commission file came late", needs=7, goal_id=on.house.goals["brokers"],
        learned="One day late instead of six. Two people check it now.",
    )  # fmt: skip


@act.scene(105, "08:40")
def they_dig_on_the_coast(on: Stage) -> None:
    warn(
        on, "line", "marek", answers="noor", sees="They dig along the harbour road for three weeks. Our line to the Coast office lies under it.",
        asks="The spare line, tried before they begin.", goal_id=on.house.goals["claims"], needs_low=7, needs_high=10, chance_low=10, chance_high=30,
        loss_low=10_000, loss_high=60_000,
    )  # fmt: skip


@act.scene(103, "12:00")
def noor_orders_the_spare_line(on: Stage) -> None:
    answer(on, "line", "noor", "The spare line is ordered, and tried on Friday.")


@act.scene(90, "17:10")
def the_line_is_cut(on: Stage) -> None:
    came_true(
        on, "line", after=19, title="The Coast office line was cut", needs=10, cost_low=1_500, cost_high=1_500, goal_id=on.house.goals["claims"],
        learned="The spare line was live in time. We try it every quarter.",
    )  # fmt: skip


@act.scene(62, "13:20")
def the_portal_will_meet_its_peak(on: Stage) -> None:
    warn(
        on, "portal", "wanda", answers="leo", sees="The portal slows from four hundred people on. At the renewal peak of last year there were six hundred.",
        asks="A second server for the peak.", goal_id=on.house.goals["brokers"], needs_low=15, needs_high=20, chance_low=50, chance_high=80, loss_low=20_000,
        loss_high=70_000,
    )  # fmt: skip


@act.scene(59, "09:50")
def leo_adds_a_server(on: Stage) -> None:
    answer(on, "portal", "leo", "A second server runs over the peak, and quotes wait in a queue.")


@act.scene(30, "10:30")
def the_portal_slows(on: Stage) -> None:
    came_true(
        on, "portal", after=41, title="The portal slowed at the renewal peak", needs=20, cost_low=4_000, cost_high=4_000, goal_id=on.house.goals["brokers"],
        learned="We test the peak in June now.",
    )  # fmt: skip


@act.scene(10, "09:20")
def a_restart_falls_on_closing_day(on: Stage) -> None:
    risks.record_event(
        by=on.desk("petra"), title="A restart fell on closing day", happened_on=clock.today() - timedelta(days=1), needs=5,
        goal_id=on.house.goals["combined"], learned="We ask for month-end hours first.",
    )  # fmt: skip


@act.scene(1, "18:30")
def what_the_facts_say(on: Stage) -> None:
    risks.look_for_signs()


@act.scene(149, "09:05")
def noor_reads_of_the_scanners(on: Stage) -> None:
    read(on, "scanners", "noor")


@act.scene(111, "09:05")
def tomas_reads_of_the_commission(on: Stage) -> None:
    read(on, "commission", "tomas")


@act.scene(104, "09:05")
def noor_reads_of_the_line(on: Stage) -> None:
    read(on, "line", "noor")


@act.scene(61, "09:05")
def leo_reads_of_the_portal(on: Stage) -> None:
    read(on, "portal", "leo")

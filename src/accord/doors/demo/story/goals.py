"""What both sides aim for: nine goals at Alder Mutual, one of which moved, and two at Brightwell."""

from datetime import date
from decimal import Decimal
from typing import Any

from accord.ideas.goals import actions as goals

from .stage import Act, Stage, in_days

alder = Act("what both sides aim for", at="alder")
brightwell = Act("what the clinics aim for", at="brightwell")


def aim(on: Stage, key: str, title: str, why: str, owner: str, *, above: str = "", days: int = 560, due: date | None = None, **measure: Any) -> None:
    """Set a goal, and remember it under a short name."""
    numbers = {name: Decimal(str(measure[name])) for name in ("baseline", "current", "target") if name in measure}
    version = goals.set_goal(
        by=on.desk("fiona"), title=title, why=why, owner_id=on.id(owner), measure=measure.get("of", ""), unit=measure.get("unit", ""),
        due=due or in_days(days), parent_id=on.house.goals.get(above),
        baseline=numbers.get("baseline"), current=numbers.get("current"), target=numbers.get("target"),
    )  # fmt: skip
    on.house.goals[key] = version.goal_id


@alder.scene(262, "10:00")
def the_board_says_what_the_year_is_for(on: Stage) -> None:
    aim(on, "renewal", "Keep 92 in 100 customers at renewal", "A customer who stays costs a seventh of one who has to be won.", "owen",
        of="Customers who renew", unit="in 100", baseline=87, current=87, target=92)  # fmt: skip
    aim(on, "combined", "Combined ratio under 96", "Below it we earn our keep from insuring, not from the stock market.", "owen",
        of="Combined ratio", unit="in 100", baseline=99, current=99, target=96)  # fmt: skip
    aim(on, "claims", "Decide eight in ten claims in five days", "People remember an insurer by its slowest claim.", "ines", above="renewal",
        of="Claims decided within five days", unit="in 100", baseline=58, current=58, target=80)  # fmt: skip


@alder.scene(258, "14:00")
def the_departments_say_how(on: Stage) -> None:
    aim(on, "letters", "Letters people understand", "One customer in nine rings us because of a letter we wrote.", "callum", above="renewal",
        of="Renewal letters that lead to a call", unit="in 100", baseline=11, current=11, target=4)  # fmt: skip
    aim(on, "brokers", "Answer brokers in two hours", "Brokers place the next policy with whoever answered the last question.", "greta", above="renewal",
        of="Broker questions answered in two hours", unit="in 100", baseline=46, current=52, target=85)  # fmt: skip
    aim(on, "audit", "Pass the January audit clean", "Two findings last year, both about who may see what.", "ruth",
        of="Controls ready", unit="of 17", baseline=9, current=11, target=17, due=on.january())  # fmt: skip


@alder.scene(255, "11:30")
def it_says_what_it_takes(on: Stage) -> None:
    aim(on, "signin", "One sign-in for everything", "Every further password is one more way to be locked out, and one more to audit.", "ruth", above="audit",
        of="Applications behind one sign-in", unit="of 23", baseline=6, current=9, target=20, days=610)  # fmt: skip
    aim(on, "access", "Every access reviewed each quarter", "Rights outlive the jobs they were given for.", "isla", above="audit",
        of="Rights confirmed in the quarter", unit="in 100", baseline=35, current=61, target=100)  # fmt: skip


@alder.scene(148, "09:30")
def nine_in_ten_after_a_good_spring(on: Stage) -> None:
    goals.change_goal(
        by=on.desk("fiona"), goal_id=on.house.goals["claims"], title="Decide nine in ten claims in five days", current=Decimal(74), target=Decimal(90),
        reason="Eight in ten was reached in the spring.",
    )  # fmt: skip


@alder.scene(52, "16:10")
def five_days_become_three(on: Stage) -> None:
    goals.change_goal(
        by=on.desk("fiona"), goal_id=on.house.goals["claims"], title="Decide nine in ten claims in three days", owner_id=on.id("owen"),
        measure="Claims decided within three days", baseline=Decimal(49), current=Decimal(66), target=Decimal(90),
        reason="After the regulator’s letter of late summer.", tell=False,
    )  # fmt: skip


@alder.scene(9, "15:20")
def the_count_of_the_month(on: Stage) -> None:
    for key, now, reason in (("claims", 71, "Count of last month."), ("renewal", 89, "Renewals of the quarter."), ("audit", 14, "Isla’s list of controls.")):
        goals.change_goal(by=on.desk("fiona"), goal_id=on.house.goals[key], current=Decimal(now), reason=reason)


@brightwell.scene(160, "12:30")
def the_partners_agree_on_two(on: Stage) -> None:
    aim(on, "calls", "Nobody waits longer than two minutes on the phone", "A patient who hangs up at eight rings the next clinic at nine.", "arno",
        of="Calls answered within two minutes", unit="in 100", baseline=54, current=63, target=90, days=400)  # fmt: skip
    aim(on, "empty", "Half as many empty appointments", "Each one is a quarter of an hour somebody else needed.", "mina",
        of="Appointments nobody came to", unit="in 100", baseline=12, current=10, target=6, days=440)  # fmt: skip

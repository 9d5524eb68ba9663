"""What Alder can bear, and what could be done about two of the things that people see coming."""

from datetime import timedelta
from uuid import UUID

from accord.base import clock
from accord.ideas.risks import actions as risks
from accord.ideas.risks.models import Risk

from .stage import Act, Stage

act = Act("what Alder can bear", at="alder")


def about(words: str) -> UUID:
    """The warning in which somebody sees this."""
    return Risk.objects.values_list("id", flat=True).get(sees__contains=words)


@act.scene(40, "15:00")
def what_can_be_borne_is_agreed(on: Stage) -> None:
    points = [risks.Point(50_000, 60), risks.Point(100_000, 25), risks.Point(200_000, 8.5), risks.Point(300_000, 2.5), risks.Point(400_000, 1.2)]
    day = clock.today() - timedelta(days=1)
    risks.set_tolerance(by=on.desk("fiona"), points=points, agreed_by="the Chief Financial Officer and the Chief Information Officer", agreed_on=day)


@act.scene(5, "15:30")
def the_tests_could_start_earlier(on: Stage) -> None:
    id = about("The two dates were not compared")
    risks.add_treatment(
        by=on.desk("ian"), risk_id=id, title="Start the tests on the Coast a week earlier", cost_low=1_500, cost_high=4_000, chance_low=5, chance_high=15,
        basis="Marek has two testers free that week", due=on.ends + timedelta(days=4),
    )  # fmt: skip
    risks.add_treatment(
        by=on.desk("ian"), risk_id=id, title="Keep the old sign-in until December", cost_low=9_000, cost_high=16_000, loss_low=4_000, loss_high=15_000,
        basis="The licence by the month",
    )  # fmt: skip


@act.scene(4, "11:00")
def the_portal_could_be_kept_warm(on: Stage) -> None:
    risks.add_treatment(
        by=on.desk("fiona"), risk_id=about("No date is agreed"), title="Rent the old host for a month more", cost_low=2_000, cost_high=3_500, chance_low=3,
        chance_high=10, basis="Their price list",
    )  # fmt: skip
    risks.add_treatment(
        by=on.desk("fiona"), risk_id=about("The proofs are not signed"), title="Print half of the letters first", cost_low=1_000, cost_high=2_500,
        chance_low=5, chance_high=20, loss_low=12_000, loss_high=70_000, basis="The printer of last year",
    )  # fmt: skip

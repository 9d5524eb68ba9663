"""Two people at Alder warn without a name: one is joined to what Tomas said and hears that something changed, one waits to be read."""

from accord.ideas.risks import actions as risks
from accord.ideas.risks.models import FIRST, MORE, Report, Risk
from accord.ideas.risks.rules.unnamed import code_digest, new_code

from .stage import Act, Stage

act = Act("what is said without a name", at="alder")
CODE = "DEM25 WEEKS AHEAD TEACH"  # of the conversation that the demo shows; every other code is drawn by lot and shown once


def _drop(on: Stage, code: str, kind: str, **words: object) -> None:
    board = risks.refresh_board()
    digest = code_digest(board.client_id, code)
    risks.drop(board=board, kind=kind, digest=digest, words=words, crowd=board.people if kind == FIRST else 0)


def _first(on: Stage, code: str, goal: str, sees: str, **more: object) -> None:
    titles = {one["id"]: one["title"] for one in risks.refresh_board().goals}
    id = str(on.house.goals[goal])
    said: dict[str, object] = {"goal": id if id in titles else "", "goal_title": titles.get(id, ""), "sees": sees, "asks": "", "low": None, "high": None}
    _drop(on, code, FIRST, **said | {"act_by": ""} | more)


@act.scene(15, "21:40")
def somebody_says_it_about_the_archive(on: Stage) -> None:
    sees = "When the archive goes, so does the only list of who could open which folder."
    _first(on, CODE, "audit", sees, asks="Copy the list out before anybody switches it off.")


@act.scene(14, "02:20")
def the_night_mixes_it(on: Stage) -> None:
    risks.mix(client_id=on.house.client.id)


@act.scene(14, "09:10")
def isla_reads_it_and_joins_it_to_what_was_said(on: Stage) -> None:
    report = Report.objects.get()
    risks.hear_report(by=on.link("isla"), report_id=report.id)
    words = "Thank you. Is it the whole archive, or the claims part? Answer only if it does not give you away."
    risks.ask_reporter(by=on.link("isla"), report_id=report.id, words=words)
    on.kept.report = report.id


@act.scene(14, "20:05")
def they_answer_with_their_code(on: Stage) -> None:
    _drop(on, CODE, MORE, words="The whole of it.")


@act.scene(13, "02:50")
def the_night_mixes_that_too(on: Stage) -> None:
    risks.mix(client_id=on.house.client.id)


@act.scene(13, "09:05")
def isla_joins_it(on: Stage) -> None:
    row = Risk.objects.get(sees="Who could see what is written down nowhere else.")
    risks.join_report(by=on.link("isla"), report_id=on.kept.report, risk_id=row.id, words="The list covers every folder.")


@act.scene(3, "22:15")
def somebody_else_warns(on: Stage) -> None:
    sees = "The new claims form drops the field for storm names. Two reports are built on it."
    _first(on, new_code(), "claims", sees, asks="Keep the field until the reports are rebuilt.", low=5_000.0, high=20_000.0)


@act.scene(2, "03:10")
def it_waits_in_the_morning(on: Stage) -> None:
    risks.mix(client_id=on.house.client.id)

"""The page “Choose together”, the round's page afterwards, and the rankings to take home."""

import io
import re

import pytest
from python_calamine import CalamineWorkbook

from accord.base import scope
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy.models import Choice
from accord.ideas.empathy.queries import ranking_export

from . import crowd
from .test_choosing import ASKED, PRICES, WHY, record, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(at_alder):
    made = told(at_alder)
    made.url = f"/alder-mutual/perspectives/rounds/{made.round.id}/choose/"
    made.asked = {"budget": "150k"} | {f"{end}{n}": str(price * by) for n, price in enumerate(PRICES) for end, by in (("low", 0.95), ("high", 1.05))}
    return made


def test_without_a_budget_the_page_asks_for_it(closed) -> None:
    page = closed.cast.browser("fiona").get(closed.url).content.decode()
    assert "What can we spend, and on what?" in page and "What the budget buys" not in page


def test_the_three_selections_stand_side_by_side(closed) -> None:
    page = closed.cast.browser("bella").get(closed.url, closed.asked).content.decode()
    for words in ("Fair selection", "By points", "Points for the money", "€150,000", "in 20 of 20 futures", "Who gets what"):
        assert words in page
    assert page.count('class="taken on"') >= 4 and "Record the choice" not in page


def test_what_is_critical_and_left_out_is_quoted_with_the_job(closed) -> None:
    assert WHY in closed.cast.browser("bella").get(closed.url, closed.asked).content.decode()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"budget": "-5"}, "Give a budget above 0."),
        ({"budget": "much"}, "Write “much” as a number"),
        ({"low0": "90k", "high0": ""}, f"“{ASKED[0]}” needs both ends of its cost."),
        ({"low0": "90k", "high0": "80k"}, "its high end is not below its low end"),
        ({f"{end}{n}": "" for n in range(6) for end in ("low", "high")}, "Say what at least one thing costs"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field(closed, asked, said) -> None:
    answer = closed.cast.browser("fiona").get(closed.url, closed.asked | asked)
    assert answer.status_code == 422 and said in answer.content.decode()


def post(made, who: str = "fiona", **given):
    said = {"taken": "equal", "why": "Each side gets what it wants most.", "decided_by_id": str(made.cast.people["bella"].id), "decided_on": "2026-01-05"}
    return made.cast.browser(who).post(f"{made.url}?{'&'.join(f'{name}={value}' for name, value in made.asked.items())}", said | given)


def test_a_choice_is_recorded_and_stands_on_the_page_and_on_that_of_the_round(closed) -> None:
    assert post(closed).status_code == 302
    assert Choice.objects.get().decided_by_id == closed.cast.people["bella"].id
    for url in (closed.url, closed.url.removesuffix("choose/")):
        page = closed.cast.browser("bella").get(url).content.decode()
        assert "Each side gets what it wants most." in page and "Not this time" in page


def test_a_choice_without_a_reason_is_not_recorded_and_what_was_typed_stays(closed) -> None:
    answer = post(closed, why="", taken="ranking")
    assert answer.status_code == 422 and not Choice.objects.exists()
    assert re.search(r'value="ranking"[^>]*checked', answer.content.decode())


def test_a_hand_picked_selection_above_the_budget_is_refused_beside_its_field(closed) -> None:
    answer = post(closed, taken="by_hand", item_ids=closed.ids[:3])
    assert answer.status_code == 422 and "more than the budget" in answer.content.decode()


def test_the_stranger_and_who_may_only_read_cannot_record(closed) -> None:
    with scope.outside("a stranger comes along"):
        assert post(closed, "sam").status_code == 404
    assert post(closed, "bella").status_code == 403
    assert not Choice.objects.exists()


def test_a_round_that_asked_for_no_points_has_no_such_page(at_alder) -> None:
    made = crowd.gather(at_alder)
    row = crowd.start(made)
    empathy.close_round(by=at_alder.fiona, round_id=row.id)
    assert at_alder.browser("fiona").get(f"/alder-mutual/perspectives/rounds/{row.id}/choose/").status_code == 404
    assert "Choose together" not in at_alder.browser("fiona").get(f"/alder-mutual/perspectives/rounds/{row.id}/").content.decode()


def test_the_page_of_the_work_says_whether_it_was_chosen(closed) -> None:
    record(closed)
    for n, words in ((0, "Chosen."), (3, "Not chosen this time.")):
        page = closed.cast.browser("bella").get(f"/alder-mutual/initiatives/{closed.work[n].id}/").content.decode()
        assert words in page and "Each side gets what it wants most." in page


def sheets(made, method: str):
    made_of = ranking_export.as_xlsx(by=made.cast.bella, round_id=made.round.id, method=method)
    book = CalamineWorkbook.from_filelike(io.BytesIO(made_of))
    (heads, *rows), (_heads, *notes) = (book.get_sheet_by_index(tab).to_python() for tab in (0, 1))
    return [head.partition(" (")[0] for head in heads], rows, dict(notes)


@pytest.mark.parametrize("method", ["rice", "wsjf", "moscow"])
def test_each_column_says_where_it_comes_from(closed, method) -> None:
    heads, rows, notes = sheets(closed, method)
    assert set(heads) == set(notes) and all(notes.values()) and [row[0] for row in rows] == ASKED


def test_what_accord_does_not_know_stays_empty(closed) -> None:
    for method, unknown in (("rice", ["Effort", "Reach"]), ("wsjf", ["Time criticality", "Risk reduction", "Job size"]), ("moscow", ["MoSCoW"])):
        heads, rows, _notes = sheets(closed, method)
        assert {row[heads.index(name)] for row in rows for name in unknown} == {""}


def test_moscow_follows_what_was_chosen(closed) -> None:
    record(closed, taken="by_hand", item_ids=[closed.ids[0], closed.ids[3]])
    heads, rows, _notes = sheets(closed, "moscow")
    assert {row[0]: row[heads.index("MoSCoW")] for row in rows} == {
        title: {ASKED[0]: "Should", ASKED[3]: "Must"}.get(title, "Won’t, this time") for title in ASKED
    }


def test_impact_and_confidence_come_from_both_sides_marks(at_alder) -> None:
    made = crowd.gather(at_alder)
    made.round = crowd.start(made)
    for one in made.business:
        crowd.says(one, made.round, [4, 1, 2, 2, 3, 1])
    for one in made.it[:4]:
        crowd.says(one, made.round, [4, 4, 4, 2, 3, 3])
    crowd.says(made.it[4], made.round, [4, 4, 4, 2, 3, 0])
    empathy.close_round(by=at_alder.fiona, round_id=made.round.id)
    heads, rows, _notes = sheets(made, "rice")
    found = {row[0]: (row[heads.index("Impact")], row[heads.index("Confidence")], row[heads.index("Mark, people")]) for row in rows}
    assert found[ASKED[0]][0] == 2.0 and found[ASKED[0]][2] == 10 and found[ASKED[0]][1] in (0.5, 0.8, 1.0)
    assert found[ASKED[5]] == ("", "", "")


def test_a_title_that_looks_like_a_formula_stays_text(at_alder) -> None:
    made = crowd.gather(at_alder)
    made.work[0] = crowd.open_work(at_alder, "=HYPERLINK(0)")
    row = crowd.start(made, guesses=False)
    empathy.close_round(by=at_alder.fiona, round_id=row.id)
    assert "'=HYPERLINK(0)" in ranking_export.export_ranking(by=at_alder.bella, round_id=row.id, method="wsjf")


def test_the_files_are_sent_with_their_names_and_nothing_else_is(closed) -> None:
    browser = closed.cast.browser("bella")
    answer = browser.get(f"{closed.url}rice.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="rice-alder-mutual.csv"'
    assert browser.get(f"{closed.url}rice.exe").status_code == browser.get(f"{closed.url}guess.csv").status_code == 404

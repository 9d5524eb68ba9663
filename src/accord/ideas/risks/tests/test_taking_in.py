"""Warnings from a sheet and to a sheet: all or nothing, once, and no number that nobody said."""

import base64
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from accord.base import clock, registry
from accord.base.paper.sheet import Sheet, comma_separated
from accord.ideas.goals import actions as goals
from accord.ideas.goals.rules.cells import Unclear
from accord.ideas.risks import actions, queries
from accord.ideas.risks.models import PROXY, WAITS, Estimate, Risk
from accord.ideas.risks.queries import exporting, taking_in
from accord.ideas.risks.rules import spans
from accord.ideas.risks.rules.taking_in import LAYOUTS, layout

pytestmark = pytest.mark.django_db
OWN = "Id,Goal,What I see,What I ask,Would bite,\"Chance from, in 100\",\"Chance to, in 100\",Cost from,Cost to,Who answers\n"
ROW = "W-1,Decide claims in three days,Sign-in tests end too late,Start a week earlier,2027-11-01,60,90,20000,60000,bella@alder.example\n"
CISO = (
    "ref_id,name,description,inherent_proba,inherent_impact,inherent_level,existing_controls,current_proba,current_impact,current_level,"
    "additional_controls,residual_proba,residual_impact,residual_level,treatment,assets\n"
)
RIDAC = "Type,Number,Short description,Description,State,Probability,Impact,Mitigation plan,Due date,Assigned to,Parent\n"


def take(cast, text: str, name: str = "warnings.csv", **more) -> actions.RisksTakenIn:
    with cast.inside():
        return actions.import_risks(by=cast.fiona, name=name, content=base64.b64encode(text.encode()).decode(), **more)


def refused(cast, text: str) -> str:
    with pytest.raises(registry.Mistake) as mistake:
        take(cast, text)
    with cast.inside():
        assert not Risk.objects.exists()
    return mistake.value.message


def said(cast, level: str = "current") -> Estimate:
    with cast.inside():
        return Estimate.objects.filter(level=level).last()


@pytest.fixture
def goal(cast):
    with cast.inside():
        return goals.set_goal(by=cast.fiona, title="Decide claims in three days", why="People remember.", owner_id=cast.bella.person_id).goal_id


def test_a_sheet_raises_warnings_passed_on_by_whoever_takes_it_in(cast, goal) -> None:
    assert take(cast, OWN + ROW).new == 1
    with cast.inside():
        row = Risk.objects.select_related("goal").get()
        assert (row.sees, row.asks, row.goal.goal_id) == ("Sign-in tests end too late", "Start a week earlier", goal)
        assert (row.how, row.raised_by_id, row.answerer_id, row.state) == (PROXY, cast.fiona.person_id, cast.bella.person_id, WAITS)
        assert row.bites_on.isoformat() == "2027-11-01"
    found = said(cast)
    assert (found.chance_low, found.chance_high, found.loss_low, found.loss_high) == (0.6, 0.9, 20_000, 60_000)


def test_a_warning_counts_from_the_day_it_is_taken_in_never_from_a_day_in_the_sheet(cast) -> None:
    take(cast, "Id,What I see,\"Raised on, or week of\"\n1,It slows,2019-01-01\n")
    with cast.inside():
        assert Risk.objects.get().warned_on == clock.today()


@pytest.mark.parametrize("text", [OWN + ROW, "What I see,What I ask\nIt slows,A second server\n", RIDAC + "Risk,RSK1,It slows,,Open,60-90 %,45000,,,,\n"])
def test_the_same_file_twice_counts_once(cast, text) -> None:
    assert take(cast, text).new == 1
    again = take(cast, text)
    assert (again.new, again.changed, again.same) == (0, 0, 1)


def test_other_ranges_of_a_warning_that_stands_are_kept_beside_what_was_said_and_its_words_stay(cast) -> None:
    take(cast, OWN + ROW)
    assert take(cast, OWN + ROW.replace("60,90", "30,50").replace("Sign-in tests", "All tests")).changed == 1
    found = said(cast)
    assert (found.chance_low, found.chance_high, found.loss_low) == (0.3, 0.5, 20_000)
    with cast.inside():
        assert Risk.objects.get().sees == "Sign-in tests end too late" and Estimate.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("1,,It slows,,2027-13-40,,,,,\n", "warnings.csv, row 3, column Would bite: “2027-13-40” is no date. Write it as 2027-06-30."),
        ("1,,It slows,,,90,60,,,\n", "warnings.csv, row 3, column Chance to, in 100: “60” is less than where the range begins. Put both ends right."),
        ("1,,It slows,,,60,120,,,\n", "warnings.csv, row 3, column Chance to, in 100: “120” is no chance. Write it in 100, from 0 to 100."),
        ("1,,It slows,,,high,,,,\n", "warnings.csv, row 3, column Chance from, in 100: “high” is no number. Write digits only."),
        ("1,,,,,,,,,x\n", "warnings.csv, row 3, column What I see: it says nothing. Write what is seen, or take the row out."),
        ("W-1,,Again,,,,,,,\n", "warnings.csv, row 2, column Id: the same warning stands in this file more than once. Keep one of the rows."),
        ("1,,It slows,,,,,0,5,\n", "warnings.csv, row 3, column Cost from: “0” is no cost. Write an amount above 0, or empty the cell."),
    ],
)
def test_what_is_to_be_put_right_names_row_and_column_and_nothing_is_half_written(cast, row, sentence) -> None:
    assert sentence in refused(cast, OWN + ROW + row)


def test_cisos_words_become_no_numbers_and_are_kept_and_asked_for(cast) -> None:
    row = "R.1,Ransomware,Backups are online,Very high,4,Critical,Antivirus,High,Severe,High,Offline backups,Low,3,Low,mitigate,Servers\n"
    with cast.inside():
        shown = queries.preview_import(by=cast.fiona, name="a.csv", content=base64.b64encode((CISO + row).encode()).decode())
    assert [(one.kind, one.asks_for_ranges) for one in shown] == [("new", True)]
    take(cast, CISO + row)
    with cast.inside():
        assert Risk.objects.get().sees == "Ransomware\nBackups are online" and Risk.objects.get().asks == "Offline backups"
    now, before = said(cast), said(cast, "inherent")
    assert [one for found in (now, before) for one in (found.chance_low, found.chance_high, found.loss_low, found.loss_high) if one is not None] == []
    assert now.basis == "Antivirus. current_proba: High. current_impact: Severe. current_level: High. assets: Servers. treatment: mitigate"
    assert before.basis == "inherent_proba: Very high. inherent_impact: 4. inherent_level: Critical"


def test_cisos_numbers_are_read_at_all_three_levels(cast) -> None:
    take(cast, CISO + "R.1,Ransomware,,80 %,50000-400000,,,60-90 %,20000-60000,,,0.1,12000,,,\n")
    found = [(one.chance_low, one.chance_high, one.loss_low, one.loss_high) for one in (said(cast, "inherent"), said(cast), said(cast, "residual"))]
    assert found == [(0.8, 0.8, 50_000, 400_000), (0.6, 0.9, 20_000, 60_000), (0.1, 0.1, 12_000, 12_000)]


def test_of_a_list_of_five_kinds_only_risks_that_are_not_closed_are_taken_in(cast) -> None:
    rows = "Risk,RSK1,It slows,When forty are on it,Open,3 - Moderate,,A second server,2027-03-01,Bella Onyango,Nowhere\n"
    found = take(cast, RIDAC + rows + "Issue,ISS1,It broke,,Open,,,,,,\nRisk,RSK2,It was slow,,Closed Complete,,,,,,\n")
    assert (found.new, found.left_out) == (1, 2)
    with cast.inside():
        row = Risk.objects.get()
        assert (row.reference, row.source, row.answerer_id) == ("RSK1", "servicenow-ridac", cast.bella.person_id)
    assert "Probability: 3 - Moderate" in said(cast).basis


def test_only_those_who_look_after_warnings_take_them_in(cast) -> None:
    with cast.inside(), pytest.raises(registry.Refused):
        actions.import_risks(by=cast.ian, name="a.csv", content=base64.b64encode(b"What I see\nx\n").decode())


@pytest.fixture
def raised(cast, goal):
    with cast.inside():
        figures = {"chance_low": 60, "chance_high": 90, "loss_low": 20_000, "loss_high": 60_000, "needs_low": 10, "needs_high": 14}
        bites = clock.today() + timedelta(days=18)
        return actions.raise_risk(by=cast.ian, sees="=1+1 tests end too late", goal_id=goal, asks="A week earlier.", bites_on=bites, **figures)


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("write", [exporting.as_csv, exporting.as_xlsx])
def test_what_is_taken_home_is_known_when_it_is_taken_in_again(cast, raised, name, write) -> None:
    with cast.inside():
        body = write(by=cast.ian, name=name)
        sheet = taking_in.read("a.csv" if write is exporting.as_csv else "a.xlsx", body)
    assert sheet.layout.name == name
    assert [(row.kind, row.risk.id) for row in sheet.plan.rows] == [("same", raised.id)]
    assert sheet.not_read == ()


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_people_wrote_is_no_formula_in_a_sheet(cast, raised, name) -> None:
    with cast.inside():
        text = exporting.as_csv(by=cast.ian, name=name).decode("utf-8-sig")
        book = CalamineWorkbook.from_filelike(io.BytesIO(exporting.as_xlsx(by=cast.ian, name=name)))
    assert "'=1+1" in text and ",=1+1" not in text
    assert any("=1+1 tests end too late" in str(cell) for row in book.get_sheet_by_index(0).to_python() for cell in row)


def test_cisos_template_has_its_own_columns_in_their_order(cast, raised) -> None:
    with cast.inside():
        lines = exporting.as_csv(by=cast.ian, name="ciso_assistant").decode("utf-8-sig").splitlines()
    assert lines[0] + "\n" == CISO
    assert "60-90 %,20000-60000" in lines[-1] and lines[-1].endswith("open,")


def test_who_said_it_without_a_name_and_on_which_day_is_in_no_sheet(cast) -> None:
    with cast.inside():
        monday = clock.today() - timedelta(days=clock.today().weekday() + 7)
        Risk.objects.create(
            sees="Nobody dares.", how="unnamed", week=monday, crowd=9, warned_on=monday + timedelta(days=3), answerer_id=cast.fiona.person_id,
            answer_by=clock.today(),
        )  # fmt: skip
        text = exporting.as_csv(by=cast.ian, name="accord").decode()
    assert monday.isoformat() in text and (monday + timedelta(days=3)).isoformat() not in text


def address(name: str, **more) -> str:
    return reverse(f"risks:{name}", kwargs={"client": "alder-mutual", **more})


def chosen(cast, text: str):
    file = io.BytesIO(text.encode())
    file.name = "warnings.csv"
    return cast.browser("fiona").post(address("import_risks"), {"file": file})


def test_the_page_shows_what_a_file_would_do_before_it_does_it(cast, goal) -> None:
    page = chosen(cast, OWN + ROW)
    assert "It would raise one warning" in page.content.decode()
    with cast.inside():
        assert not Risk.objects.exists()
    form = page.context["form"].initial
    sent = {name: form[name] for name in ("name", "packed", "seen")} | {"answerer_id": ""}
    assert cast.browser("fiona").post(address("import_risks"), sent).status_code == 302
    with cast.inside():
        assert Risk.objects.count() == 1


def test_the_page_asks_again_when_something_else_would_happen_now(cast, goal) -> None:
    form = chosen(cast, OWN + ROW).context["form"].initial
    take(cast, OWN + ROW.replace("W-1", "W-2"))
    sent = {"name": form["name"], "packed": form["packed"], "seen": "something else", "answerer_id": ""}
    assert cast.browser("fiona").post(address("import_risks"), sent).status_code == 409


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_all_warnings_are_one_click_away(cast, raised, kind) -> None:
    answer = cast.browser("ian").get(address("export", layout="ridac", kind=kind))
    assert answer.status_code == 200 and f"warnings-alder-mutual-ridac.{kind}" in answer["Content-Disposition"]
    assert cast.browser("ian").get(address("export", layout="matrix", kind=kind)).status_code == 404


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("60-90 %", (60, 90)), ("60 to 90 %", (60, 90)), ("75%", (75, 75)), (0.6, (60, 60)), (75, (75, 75)),
        ("high", None), (4, None), ("3 - Moderate", None), (1, None),
    ],
)
def test_a_chance_is_a_number_only_where_it_can_be_no_step_of_a_scale(cell, found) -> None:
    span = spans.chance(cell)
    assert ((span.low, span.high) if span.known else None) == found
    assert span.known or span.word


@given(st.floats(0.0001, 1), st.floats(0.0001, 1))
def test_a_chance_written_as_we_write_it_is_read_as_it_was(one, other) -> None:
    low, high = sorted((round(100 * one, 4), round(100 * other, 4)))
    span = spans.chance(f"{exporting._plain(low)}-{exporting._plain(high)} %")
    assert (span.low, span.high) == pytest.approx((low, high))


@given(st.text(max_size=30))
def test_whatever_stands_in_a_cell_is_read_kept_as_words_or_refused(cell) -> None:
    for read in (spans.chance, spans.loss):
        try:
            span = read(cell)
        except Unclear:
            continue
        assert span.known or span.word == " ".join(cell.split())


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_column_of_a_layout_can_be_written(name) -> None:
    chosen = layout(name)
    assert len({one.header for one in chosen.columns}) == len(chosen.columns)
    assert all(one.field in exporting.CELLS for one in chosen.columns)
    assert comma_separated(Sheet("x", tuple(one.header for one in chosen.columns), []))

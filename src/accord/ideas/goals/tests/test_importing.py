"""A sheet of goals is looked at first and taken in whole, or not at all."""

import base64
from datetime import date
from decimal import Decimal

import pytest

from accord.base import registry
from accord.ideas.goals import actions, queries
from accord.ideas.goals.queries import exporting

SHEET = """Name;Verantwortlich;Oberziel;Beginn;Ende;Zielwert;Einheit
Kunden bleiben;bella@alder.example;;01.01.2027;31.12.2027;92,5;von 100
Schäden in drei Tagen;Bella Onyango;Kunden bleiben;;30 Juni 2027;90 %;
"""


def sent(text: str | bytes) -> str:
    return base64.b64encode(text.encode() if isinstance(text, str) else text).decode()


def look(by, text, name="goals.csv", **more):
    return queries.preview_import(by=by, name=name, content=sent(text), **more)


def take(by, text, name="goals.csv", **more):
    return actions.import_goals(by=by, name=name, content=sent(text), **more)


def test_a_german_sheet_becomes_goals_with_owners_parents_and_days(at_alder) -> None:
    assert take(at_alder.fiona, SHEET) == actions.TakenIn(new=2, changed=0, same=0)
    above, below = queries.list_goals(by=at_alder.fiona)
    assert (above.title, above.begins, above.due, above.target) == ("Kunden bleiben", date(2027, 1, 1), date(2027, 12, 31), Decimal("92.5"))
    assert (below.owner, below.contributes_to, below.target, below.unit) == ("Head of Claims", [above.id], Decimal(90), "%")


def test_a_dry_run_writes_nothing(at_alder) -> None:
    assert [row.kind for row in look(at_alder.fiona, SHEET)] == ["new", "new"]
    assert queries.list_goals(by=at_alder.fiona) == []


def test_the_same_file_taken_in_twice_changes_nothing(at_alder) -> None:
    take(at_alder.fiona, SHEET)
    assert take(at_alder.fiona, SHEET) == actions.TakenIn(new=0, changed=0, same=2)


def test_an_empty_cell_leaves_what_stands(at_alder) -> None:
    take(at_alder.fiona, SHEET)
    take(at_alder.fiona, "Name,Target,Start\nKunden bleiben,95,\n")
    above = queries.list_goals(by=at_alder.fiona)[0]
    assert (above.version, above.target, above.begins) == (2, Decimal(95), date(2027, 1, 1))


def test_what_changes_is_named_and_judged_as_on_the_page_of_a_goal(at_alder) -> None:
    take(at_alder.fiona, SHEET)
    target, case = look(at_alder.fiona, "Goal,Target value,Current value\nKunden bleiben,95,\nSchäden in drei Tagen,,71\n")
    assert (target.kind, target.changes, target.material) == ("changed", ["target"], True)
    assert (case.kind, case.changes, case.material) == ("changed", ["current"], False)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A,nobody@x.example,,,,", "row 2, column Owner: nobody here is called “nobody@x.example”"),
        ("A,,,,,", "row 2, column Owner: a new goal needs somebody who answers for it"),
        (",bella@alder.example,,,,", "row 2, column Name: the goal has no name"),
        ("A,bella@alder.example,Nowhere,,,", "row 2, column Parent: no goal in this file or here is called “Nowhere”"),
        ("A,bella@alder.example,A,,,", "row 2, column Parent: the goal cannot be above itself"),
        ("A,bella@alder.example,,03/04/2027,,", "row 2, column Start: “03/04/2027” can be read as two dates"),
        ("A,bella@alder.example,,,soon,", "row 2, column End: “soon” is no date"),
        ("A,bella@alder.example,,,,many", "row 2, column Target: “many” is no number"),
        ('A,bella@alder.example,,,,"1,234"', "row 2, column Target: “1,234” can be read as two numbers"),
    ],
)
def test_a_mistake_names_file_row_and_column_and_what_to_do(at_alder, row, said) -> None:
    with pytest.raises(registry.Mistake) as caught:
        take(at_alder.fiona, f"Name,Owner,Parent,Start,End,Target\n{row}\n")
    assert f"goals.csv, {said}" in caught.value.message


def test_one_mistake_keeps_every_row_out(at_alder) -> None:
    with pytest.raises(registry.Mistake):
        take(at_alder.fiona, SHEET + "Drittens;niemand;;;;;\n")
    assert queries.list_goals(by=at_alder.fiona) == []


def test_one_person_can_answer_wherever_the_owner_is_nobody_here(at_alder) -> None:
    take(at_alder.fiona, "Name,Owner\nA,Somebody Else\nB,\n", otherwise_id=at_alder.bella.person_id)
    assert {one.owner_id for one in queries.list_goals(by=at_alder.fiona)} == {at_alder.bella.person_id}


def test_a_ring_of_goals_is_refused_also_through_what_stands(at_alder) -> None:
    take(at_alder.fiona, SHEET)
    assert [row.kind for row in look(at_alder.fiona, "Name,Parent\nKunden bleiben,Schäden in drei Tagen\n")] == ["mistake"]
    three = look(at_alder.fiona, "Name,Parent,Owner\nA,B,Bella Onyango\nB,C,Bella Onyango\nC,A,Bella Onyango\nD,C,Bella Onyango\n")
    assert [row.kind for row in three] == ["mistake", "mistake", "mistake", "new"]


def test_a_goal_that_stands_twice_in_a_file_is_a_mistake(at_alder) -> None:
    assert [row.kind for row in look(at_alder.fiona, "Name,Owner\nA,Bella Onyango\na,Bella Onyango\n")] == ["mistake", "mistake"]


def test_those_who_work_for_a_changed_goal_are_told_unless_it_is_said_otherwise(at_alder) -> None:
    take(at_alder.fiona, SHEET)
    below = queries.list_goals(by=at_alder.fiona)[1]
    actions.contribute(by=at_alder.fiona, goal_id=below.id, role="Identity engineer", speaker_id=at_alder.ian.person_id)
    take(at_alder.fiona, "Name,Target\nSchäden in drei Tagen,95\n", tell=False)
    (link,) = queries.links([below.id])
    assert (link.was_told, link.is_current) == (False, False)
    take(at_alder.fiona, "Name,Target\nSchäden in drei Tagen,97\n")
    (link,) = queries.list_links(by=at_alder.fiona, goal_id=below.id)
    assert link.told


def test_what_is_exported_can_be_taken_in_again_and_changes_nothing(at_alder) -> None:
    actions.choose_labels(by=at_alder.fiona, key="cobit")
    take(at_alder.fiona, SHEET.replace("Einheit", "Einheit;Warum;Label").replace("von 100", "von 100;=1+1;EG05"))
    for name, content in (("goals.csv", exporting.as_csv(by=at_alder.fiona)), ("goals.xlsx", exporting.as_xlsx(by=at_alder.fiona))):
        assert {row.kind for row in look(at_alder.fiona, content, name)} == {"same"}


def test_a_formula_in_an_exported_sheet_stays_text(at_alder) -> None:
    actions.set_goal(by=at_alder.fiona, title="=cmd|' /C calc'!A0", why="", owner_id=at_alder.bella.person_id)
    assert "'=cmd|" in queries.export_goals(by=at_alder.fiona)


def test_an_id_lets_a_goal_be_renamed(at_alder) -> None:
    goal = actions.set_goal(by=at_alder.fiona, title="Old name", why="", owner_id=at_alder.bella.person_id).goal_id
    take(at_alder.fiona, f"Id,Name\n{goal},New name\n")
    assert [one.title for one in queries.list_goals(by=at_alder.fiona)] == ["New name"]


def test_an_import_may_not_read_goals_of_another_client(cast) -> None:
    with cast.inside():
        goal = actions.set_goal(by=cast.fiona, title="Ours", why="", owner_id=cast.bella.person_id).goal_id
    with cast.inside(cast.brightwell):
        (row,) = look(cast.sam, f"Id,Name\n{goal},Theirs\n")
        assert row.kind == "mistake"


def test_what_was_seen_is_what_is_taken_in(at_alder) -> None:
    with pytest.raises(registry.Conflict):
        take(at_alder.fiona, SHEET, seen="something else")


def test_a_contributor_takes_no_goals_in(at_alder) -> None:
    with pytest.raises(registry.Refused):
        take(at_alder.ian, SHEET)


@pytest.mark.parametrize("name", ["goals.pdf", "goals.xlsx"])
def test_a_file_of_another_kind_is_refused_in_words(at_alder, name) -> None:
    with pytest.raises(registry.Mistake):
        look(at_alder.fiona, "Name\nA\n", name)


def test_five_thousand_goals_take_few_reads(at_alder, django_assert_max_num_queries) -> None:
    rows = "\n".join(f"Goal {n},Bella Onyango,Goal {n // 10}" if n else "Goal 0,Bella Onyango," for n in range(400))
    with django_assert_max_num_queries(12):
        assert len(look(at_alder.fiona, f"Name,Owner,Parent\n{rows}\n")) == 400


def test_the_page_goes_from_file_to_dry_run_to_goals(cast) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    browser = cast.browser("fiona")
    seen = browser.post("/alder-mutual/goals/import/", {"file": SimpleUploadedFile("goals.csv", SHEET.encode())})
    assert (seen.status_code, "It would set two new goals" in seen.text) == (200, True)
    form = seen.context["form"]
    done = browser.post("/alder-mutual/goals/import/", {name: form.initial[name] for name in ("name", "packed", "seen")} | {"go": "1"})
    assert done.status_code == 302
    with cast.inside():
        assert len(queries.list_goals(by=cast.fiona)) == 2


@pytest.mark.parametrize("packed", ["", "!!", "AAAA", base64.b64encode(b"no").decode()])
def test_a_file_that_did_not_come_along_whole_is_asked_for_again(cast, packed) -> None:
    assert cast.browser("fiona").post("/alder-mutual/goals/import/", {"name": "a.csv", "packed": packed, "seen": ""}).status_code == 422


def test_a_label_is_known_by_code_by_words_and_in_german(at_alder) -> None:
    actions.choose_labels(by=at_alder.fiona, key="okr")
    goal = actions.set_goal(by=at_alder.fiona, title="A", why="", owner_id=at_alder.bella.person_id).goal_id
    actions.label_goal(by=at_alder.fiona, goal_id=goal, label="Key result")
    assert queries.label_shown(goal) == "Key result"
    with pytest.raises(registry.Mistake):
        actions.label_goal(by=at_alder.fiona, goal_id=goal, label="Epic")


def test_labels_of_a_set_that_is_no_longer_used_are_kept_and_not_shown(at_alder) -> None:
    actions.choose_labels(by=at_alder.fiona, key="okr")
    goal = actions.set_goal(by=at_alder.fiona, title="A", why="", owner_id=at_alder.bella.person_id).goal_id
    actions.label_goal(by=at_alder.fiona, goal_id=goal, label="objective")
    actions.choose_labels(by=at_alder.fiona, key="cobit")
    assert queries.label_shown(goal) == ""
    actions.choose_labels(by=at_alder.fiona, key="okr")
    assert queries.label_shown(goal) == "Objective"


def test_hints_of_the_set_help_to_write_a_goal(cast) -> None:
    with cast.inside():
        actions.choose_labels(by=cast.fiona, key="okr")
    assert "A key result: what you would count." in cast.browser("fiona").get("/alder-mutual/goals/new/").text

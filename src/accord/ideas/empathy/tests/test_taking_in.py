"""Ratings from a file: looked at first, taken in whole or not at all, and nobody of them can be found afterwards."""

import json
from collections import Counter

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.base import registry, scope
from accord.base.journal.models import Entry
from accord.ideas.empathy import actions, queries
from accord.ideas.empathy.forms.taking_in import ABOUT
from accord.ideas.empathy.models import Outcome, Round, RoundItem, Tally
from accord.ideas.empathy.rules.taking_in import five, kept, layout_names, tells_apart, understand
from accord.ideas.empathy.rules.tally import tally

from . import crowd
from .real_tables import long, sent

pytestmark = pytest.mark.django_db

# Eight people of the business in two groups, one of them of three; six of IT in one.
PEOPLE = [("Ann", "business", "Sales"), *((f"Sal {n}", "business", "Sales") for n in range(4)), *((f"Hal {n}", "business", "HR") for n in range(3))]
THEM = [(f"Ivo {n}", "it", "Network") for n in range(6)]
ITEMS = ("Quote tool on tablets", "Blue folders", "January audit")


def table(people=(*PEOPLE, *THEM), mark=lambda place, item: (place + item) % 5 + 1) -> str:
    return long((*one, item, "own", mark(n, place)) for n, one in enumerate(people) for place, item in enumerate(ITEMS))


def take(by, text: str, **more):
    return actions.take_in_ratings(by=by, content=sent(text), **({"name": "may.csv", "title": "Survey of May"} | more))


def look(by, text: str, **more):
    return queries.preview_ratings(by=by, content=sent(text), **({"name": "may.csv"} | more))


def page(cast, row, who: str = "bella") -> str:
    return cast.browser(who).get(reverse("empathy:round", kwargs={"client": cast.alder.slug, "round_id": row.id})).content.decode()


def test_a_dry_run_says_how_many_and_writes_nothing(at_alder) -> None:
    found = look(at_alder.fiona, table())
    assert (found.business_people, found.it_people, found.items, found.groups, found.small_groups) == (8, 6, list(ITEMS), 3, 2)
    assert not found.refused and not Round.objects.exists()


def test_it_stands_as_a_round_that_is_closed(at_alder) -> None:
    row = take(at_alder.fiona, table())
    assert row.kind == "taken_in" and row.closed_at and not row.guesses
    assert [one.title for one in row.items.all()] == list(ITEMS)
    assert Outcome.objects.get().round_id == row.id


def test_only_counts_are_kept_and_nobody_of_the_file(at_alder) -> None:
    row = take(at_alder.fiona, table())
    shown = queries.show_round(by=at_alder.bella, round_id=row.id)
    written = [str(vars(one)) for model in (Round, RoundItem, Tally, Outcome, Entry) for one in model.objects.all()]
    written += [str(shown), page(at_alder, row)]
    assert not [name for name, *_rest in (*PEOPLE, *THEM) for one in written if name in one]
    assert not row.parts.exists()


def test_a_thing_called_like_a_piece_of_work_is_that(at_alder) -> None:
    work = crowd.open_work(at_alder, ITEMS[0])
    row = take(at_alder.fiona, table())
    assert [one.initiative_id for one in row.items.all()] == [work.id, None, None]


def test_a_name_that_two_pieces_of_work_have_is_only_a_name(at_alder) -> None:
    crowd.open_work(at_alder, ITEMS[0])
    crowd.open_work(at_alder, ITEMS[0])
    assert take(at_alder.fiona, table()).items.first().initiative_id is None


def test_a_group_of_three_is_not_there_nor_the_one_that_would_tell_of_it(at_alder) -> None:
    row = take(at_alder.fiona, table())
    assert {(one.side, one.group, one.answered) for one in Tally.objects.all()} == {("business", "", 8), ("it", "", 6), ("it", "Network", 6)}
    assert "HR" not in page(at_alder, row) and "2 groups are not shown" in page(at_alder, row)


def test_a_side_of_four_is_not_shown(at_alder) -> None:
    row = take(at_alder.fiona, table((*PEOPLE, *THEM[:4])))
    tally = Tally.objects.get(side="it")
    assert (tally.asked, tally.answered, tally.counts) == (0, None, {})
    assert "How much it matters to IT" not in page(at_alder, row)


def test_somebody_spelt_in_two_ways_is_one_person(at_alder) -> None:
    again = table((*PEOPLE, *THEM[:4])) + long([("IVO  0", "it", "Network", "New desk", "own", 3)]).partition("\n")[2]
    assert look(at_alder.fiona, again).it_people == 4


def test_somebody_in_two_groups_would_count_twice_and_is_put_right_first(at_alder) -> None:
    both = table() + "Ann,business,HR,New desk,own,3\n"
    (said,) = look(at_alder.fiona, both).mistakes
    assert said == "may.csv, row 44, column person: the same person stands in two groups, and would count as two. Put them into one."


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Zoe,business,Sales,January audit,own,6", "row 44, column value: “6” is not on the scale"),
        ("Zoe,business,Sales,January audit,own,many", "row 44, column value: “many” is no number"),
        ("Zoe,business,Sales,,own,3", "row 44, column item: the cell is empty"),
        (",business,Sales,January audit,own,3", "row 44, column person: the cell is empty"),
        ("Zoe,finance,Sales,January audit,own,3", "row 44, column side: “finance” is not a word"),
        ("ann,business,Sales,January  AUDIT,own,3", "row 44, column item: the same person rates “January audit” a second time"),
        (f"Zoe,business,Sales,{'x' * 201},own,3", "row 44, column item: the name has more than 200 letters"),
    ],
)
def test_a_mistake_names_row_and_column_and_nothing_is_taken_in(at_alder, row, said) -> None:
    with pytest.raises(registry.Mistake) as caught:
        take(at_alder.fiona, table() + row + "\n")
    assert f"may.csv, {said}" in caught.value.message
    assert not Round.objects.exists() and not Tally.objects.exists()


def test_rows_are_counted_as_the_file_has_them_with_its_empty_ones(at_alder) -> None:
    assert look(at_alder.fiona, table() + "\n\n" + "Zoe,business,Sales,January audit,own,6\n").mistakes[0].startswith("may.csv, row 46,")


def test_side_team_and_kind_may_be_left_out(at_alder) -> None:
    plain = long([(f"P{n}", "Quote tool on tablets", 1 + n % 5) for n in range(7)], head="person,item,value")
    found = look(at_alder.fiona, plain, side="it")
    assert (found.it_people, found.groups, found.mistakes) == (7, 0, [])
    assert "there is no column side" in look(at_alder.fiona, plain).mistakes[0]


def test_a_layout_without_sides_asks_whose_ratings_they_are(at_alder) -> None:
    with pytest.raises(registry.Mistake) as caught:
        look(at_alder.fiona, "Req,M1\nA,3\n", layout="market_units")
    assert caught.value.field == "side"


def test_the_same_file_twice_stands_already(at_alder) -> None:
    take(at_alder.fiona, table())
    with pytest.raises(registry.Mistake, match="stand here already, as “Survey of May”"):
        take(at_alder.fiona, table(), title="Once more", name="again.csv")


def test_the_same_file_with_one_person_less_would_tell_what_they_said(at_alder) -> None:
    take(at_alder.fiona, table())
    with pytest.raises(registry.Mistake, match="nearly the ratings of “Survey of May”"):
        take(at_alder.fiona, table((*PEOPLE, *THEM[1:])))


def test_the_same_people_in_other_groups_would_tell_of_small_ones(at_alder) -> None:
    take(at_alder.fiona, table())
    with pytest.raises(registry.Mistake, match="nearly the ratings"):
        take(at_alder.fiona, table((*PEOPLE, *((name, side, "All of IT") for name, side, _team in THEM[:5]), (*THEM[5][:2], "Desk"))))


def test_other_ratings_of_the_same_things_are_taken_in_beside_them(at_alder) -> None:
    take(at_alder.fiona, table())
    take(at_alder.fiona, table(mark=lambda place, item: (place * 3 + item * 2) % 4 + 1), title="Survey of June")
    assert Round.objects.count() == 2


def test_only_who_may_edit_takes_ratings_in(at_alder) -> None:
    with pytest.raises(registry.Refused):
        take(at_alder.ian, table())
    assert at_alder.browser("ian").get(reverse("empathy:import_ratings", kwargs={"client": at_alder.alder.slug})).status_code == 403


def test_the_journal_names_the_ratings_and_no_mark(at_alder) -> None:
    take(at_alder.fiona, table())
    (entry,) = Entry.objects.filter(event="empathy.ratings_taken_in")
    assert json.loads(json.dumps(entry.payload)) == {"title": "Survey of May", "items": 3}


def test_other_scales_are_laid_onto_five_in_a_straight_line() -> None:
    assert [five(value, 1, 10) for value in range(1, 11)] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert [five(value, 1, 5) for value in range(1, 6)] == [1, 2, 3, 4, 5]
    assert five(7, 7, 7) == 1


def test_the_page_says_that_marks_were_rounded(at_alder) -> None:
    rated = "Source,Stakeholder,Priority\n" + "".join(f"P{n},Quote tool,{n + 1}\n" for n in range(9))
    row = take(at_alder.fiona, rated, layout="ralic", side="it")
    assert "In the file marks went from 1 to 10" in page(at_alder, row)


def test_every_layout_is_told_in_the_readers_language() -> None:
    assert set(ABOUT) == set(layout_names())


def test_the_pages_look_first_and_then_take_in(at_alder) -> None:
    from io import BytesIO

    browser, address = at_alder.browser("fiona"), reverse("empathy:import_ratings", kwargs={"client": at_alder.alder.slug})
    file = BytesIO(table().encode())
    file.name = "may.csv"
    seen = browser.post(address, {"file": file, "title": "Survey of May", "layout": "long", "side": ""})
    assert "It would take in what people think of 3 things" in seen.content.decode() and not Round.objects.exists()
    kept_ = seen.context["form"].initial
    done = browser.post(address, kept_ | {"go": "1"})
    assert done.status_code == 302 and Round.objects.get().title == "Survey of May"


def test_a_file_that_is_none_is_refused_with_a_sentence(at_alder) -> None:
    for name, content in (("may.pdf", "x"), ("may.csv.gz", "x"), ("may.csv", ""), ("may.csv", "person,person\na,b\n")):
        with pytest.raises(registry.Mistake):
            look(at_alder.fiona, content, name=name)


# --- laws --------------------------------------------------------------------------------------------------------------------------

MARKS = st.lists(st.integers(0, 5), min_size=2, max_size=2)
CROWD = st.lists(st.tuples(st.sampled_from(["business", "it"]), st.sampled_from(["red", "green", "blue", ""]), MARKS), min_size=1, max_size=40)


def rows_of(crowd_) -> list[tuple[int, dict[str, str]]]:
    told = [(f"p{n}", side, team, f"i{item}", str(mark)) for n, (side, team, marks) in enumerate(crowd_) for item, mark in enumerate(marks) if mark]
    return [(n, dict(zip(("person", "side", "team", "item", "value"), row, strict=True))) for n, row in enumerate(told, 2)]


@settings(max_examples=300, deadline=None)
@given(CROWD)
def test_no_count_is_of_fewer_than_five_nor_is_what_they_leave_of_their_side(crowd_) -> None:
    understood = understand(rows_of(crowd_), "long", "")
    counted = tally(understood.people, len(understood.items))
    sides = {one.side: one for one in counted if not one.team}
    for one in counted:
        for place, bins in enumerate(one.counts.get("own", ())):
            assert bins is None or sum(bins) >= 5
            shown = [each.counts["own"][place] for each in counted if each.team and each.side == one.side and each.counts["own"][place]]
            if not one.team and bins:
                assert sum(bins) - sum(map(sum, shown)) == 0 or sum(bins) - sum(map(sum, shown)) >= 5 or not shown
    assert all(one.answered is None or one.answered >= 5 for one in sides.values())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CROWD.filter(lambda crowd_: any(any(marks) for _side, _team, marks in crowd_)))
def test_no_named_group_under_five_is_in_the_database_or_on_the_page(at_alder, crowd_) -> None:
    from django.db import transaction

    sizes = Counter((side, team) for side, team, marks in crowd_ if any(marks))
    small = {team for (_side, team), n in sizes.items() if n < 5} - {team for (_side, team), n in sizes.items() if n >= 5} - {""}
    text = "person,side,team,item,value\n" + "".join(",".join(row.values()) + "\n" for _n, row in rows_of(crowd_))
    with scope.within(at_alder.alder.id), transaction.atomic():
        row = take(at_alder.fiona, text)
        groups = set(Tally.objects.filter(round=row).values_list("group", flat=True))
        shown = page(at_alder, row)
        transaction.set_rollback(True)
    assert not small & groups
    assert not [team for team in small if f">{team} " in shown or f"{team} (" in shown]


@settings(max_examples=300, deadline=None)
@given(CROWD.filter(lambda crowd_: len(crowd_) > 5), st.data())
def test_who_is_added_or_taken_out_is_noticed(crowd_, data) -> None:
    gone = data.draw(st.integers(0, len(crowd_) - 1))
    old, new = (understand(rows_of(some), "long", "") for some in (crowd_, [*crowd_[:gone], *crowd_[gone + 1 :]]))
    before, after = (kept(tally(one.people, len(one.items)), one.items) for one in (old, new))
    cells = [cell for side in before.keys() & after.keys() if not side[1] for cell in before[side].keys() & after[side].keys()]
    assert before == after or not cells or tells_apart(before, after)

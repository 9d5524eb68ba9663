"""Where the work goes: hours by work and month, beside the share of attention each goal was to get."""

import base64
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from accord.base import clock, registry
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries, signals
from accord.ideas.goals.actions.drift import keep_week
from accord.ideas.goals.models import DriftWeek, Effort, WorkName
from accord.ideas.goals.queries import effort

pytestmark = pytest.mark.django_db


def last_month() -> date:
    return effort.back(effort.first_day(clock.today()), 1)


@pytest.fixture
def house(at_alder):
    """Two goals to get 60 and 40 of 100 hours, with a piece of work each, and one that leads nowhere."""
    fiona = at_alder.fiona
    made = {}
    for name, share in (("claims", 60), ("letters", 40)):
        goal = goals.set_goal(by=fiona, title=name.title(), why="It matters", owner_id=at_alder.bella.person_id).goal_id
        with registry.acting(fiona, "test"):
            work = goals.open_initiative(by=fiona, title=f"Work on {name}").id
        goals.serve(by=fiona, initiative_id=work, goal_id=goal)
        goals.set_attention(by=fiona, goal_id=goal, share=share)
        made |= {name: goal, f"{name}_work": work}
    with registry.acting(fiona, "test"):
        made["lost"] = goals.open_initiative(by=fiona, title="Intranet refresh").id
    return SimpleNamespace(by=fiona, cast=at_alder, **made)


def count(house, work, hours, **more):
    said = {"month": last_month(), "source": "Board"} | more
    return goals.note_effort(by=house.by, initiative_id=work, amount=Decimal(hours), **said)


def seen(house):
    return queries.list_effort(by=house.cast.bella)


def estimate(house, *parts, **more):
    shares = [goals.Share(work, Decimal(low), Decimal(high)) for work, low, high in parts]
    return goals.estimate_effort(by=house.by, month=last_month(), parts=shares, **more)


def test_effort_of_no_month_is_not_clear_and_not_zero(house) -> None:
    found = seen(house)
    assert (found.month, found.why_not, found.orphan_share, found.out_of_step) == (None, "nothing", None, None)


def test_hours_that_go_where_they_were_to_go_are_in_step(house) -> None:
    count(house, house.claims_work, 60)
    count(house, house.letters_work, 40)
    found = seen(house)
    assert found.out_of_step == pytest.approx(0) and found.orphan_share == 0
    assert "goals.effort" not in {one.kind for one in queries.list_drift(by=house.cast.bella)}


def test_the_worked_case_of_twenty_seventy_ten(house) -> None:
    for work, hours in ((house.claims_work, 20), (house.letters_work, 70), (house.lost, 10)):
        count(house, work, hours)
    found = seen(house)
    assert found.out_of_step == pytest.approx(0.4) and found.hours_to_move == pytest.approx(40) and found.orphan_share == pytest.approx(0.1)


def test_an_initiative_that_serves_two_goals_is_split_equally(house) -> None:
    goals.serve(by=house.by, initiative_id=house.claims_work, goal_id=house.letters)
    count(house, house.claims_work, 80)
    assert {one.title: one.low for one in seen(house).goals} == {"Claims": 40, "Letters": 40}


def test_a_goal_without_a_share_passes_its_hours_on_to_the_goal_above(house) -> None:
    below = goals.set_goal(by=house.by, title="Storms", why="It matters", owner_id=house.cast.bella.person_id, parent_id=house.claims).goal_id
    goals.serve(by=house.by, initiative_id=house.lost, goal_id=below)
    count(house, house.lost, 30)
    assert {one.title: one.low for one in seen(house).goals} == {"Claims": 30, "Letters": 0}


def test_below_eighty_of_a_hundred_hours_tied_nothing_is_compared(house) -> None:
    count(house, house.claims_work, 70)
    count(house, house.lost, 30)
    found = seen(house)
    assert (found.out_of_step, found.why_not) == (None, "not_tied") and found.orphan_share == pytest.approx(0.3)


def test_the_same_entry_sent_twice_is_kept_once(house) -> None:
    first = count(house, house.claims_work, 20, reference="T-1")
    assert count(house, house.claims_work, 20, reference="T-1").id == first.id
    assert seen(house).low == 20


def test_an_entry_that_says_something_else_takes_the_place_of_what_it_said(house) -> None:
    count(house, house.claims_work, 20, reference="T-1")
    count(house, house.letters_work, 12, reference="T-1")
    assert {one.title: one.low for one in seen(house).goals} == {"Claims": 0, "Letters": 12}
    assert Effort.objects.count() == 3


def test_people_days_are_hours_by_the_length_of_a_day_that_was_said(house) -> None:
    row = count(house, house.claims_work, 5, unit="days", per_day=Decimal("7.5"))
    assert (row.low, row.said_low, row.per_day) == (Decimal("37.5"), 5, Decimal("7.5"))


def test_an_estimate_keeps_both_its_ends(house) -> None:
    estimate(house, (house.claims_work, 50, 70), (house.letters_work, 30, 50))
    claims = seen(house).goals[0]
    assert (claims.low, claims.high) == (50, 70) and claims.share_low == pytest.approx(0.5) and claims.share_high == pytest.approx(0.7)


def test_shares_of_a_whole_become_hours(house) -> None:
    estimate(house, (house.claims_work, 50, 60), unit="shares", whole=Decimal(300))
    assert (seen(house).low, seen(house).high) == (150, 180)


def test_a_newer_estimate_takes_the_place_of_the_older_and_both_are_kept(house) -> None:
    estimate(house, (house.claims_work, 50, 70))
    estimate(house, (house.claims_work, 10, 20))
    assert (seen(house).low, seen(house).high, Effort.objects.count()) == (10, 20, 2)


def test_where_hours_were_counted_they_hold(house) -> None:
    estimate(house, (house.claims_work, 50, 70))
    count(house, house.claims_work, 31)
    assert (seen(house).low, seen(house).high) == (31, 31)


def test_a_gap_that_the_width_of_an_estimate_could_explain_is_no_signal(house) -> None:
    estimate(house, (house.claims_work, 10, 90), (house.letters_work, 10, 90))
    assert effort.now().picture.found is not None and effort.now().picture.apart == ()


def test_a_goal_far_from_its_share_is_a_signal_that_names_work_and_nobody(house) -> None:
    count(house, house.claims_work, 20)
    count(house, house.letters_work, 80)
    (found,) = [one for one in queries.list_drift(by=house.cast.bella) if one.kind == "goals.effort"]
    heads = {one.headline: one.affected for one in found.signals}
    assert heads["“Letters” gets 80 of 100 hours, and was to get 40"] == ["Work on letters"]
    assert found.signals[0].goal_id in (house.claims, house.letters)


def test_orphan_effort_over_a_fifth_calls_for_a_reset_and_is_written_down_with_the_week(house) -> None:
    count(house, house.claims_work, 70)
    count(house, house.lost, 30)
    assert "orphan_effort" in signals.called_for(house.cast.fiona)[0].why
    keep_week()
    assert DriftWeek.objects.get().orphans == pytest.approx(0.3)


def test_a_week_out_of_step_is_written_down(house) -> None:
    for work, hours in ((house.claims_work, 20), (house.letters_work, 70), (house.lost, 10)):
        count(house, work, hours)
    keep_week()
    week = DriftWeek.objects.get()
    assert week.out_of_step == pytest.approx(0.4) and week.drift == pytest.approx((1 + 0.1 + 0.4 + week.stale) / 4)


def test_what_was_long_ago_says_nothing_of_now(house) -> None:
    count(house, house.lost, 30, month=effort.back(last_month(), 4))
    assert effort.now() is None and "orphan_effort" not in signals.called_for(house.cast.fiona)[0].why


def test_a_month_still_to_come_is_refused(house) -> None:
    with pytest.raises(registry.Mistake, match="still to come"):
        count(house, house.claims_work, 1, month=effort.back(last_month(), -3))


def test_a_share_that_is_said_again_is_one_row_and_none_takes_it_back(house) -> None:
    first = goals.set_attention(by=house.by, goal_id=house.claims, share=60)
    assert goals.set_attention(by=house.by, goal_id=house.claims, share=60).id == first.id
    goals.set_attention(by=house.by, goal_id=house.claims)
    assert effort.attention() == {house.letters: 40}


def test_who_only_reads_notes_no_effort(house) -> None:
    with pytest.raises(registry.Refused):
        goals.note_effort(by=house.cast.ian, initiative_id=house.lost, month=last_month(), amount=Decimal(1), source="x")


# Files


def sent(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def take(house, text, name="hours.csv", **more):
    return goals.import_effort(by=house.by, name=name, content=sent(text), **more)


def toggl(*rows: str) -> str:
    day = last_month().isoformat()
    return "User,Email,Project,Description,Start date,Duration\n" + "".join(f"Ian Kerr,ian@fernhill.example,{row.replace('DAY', day)}\n" for row in rows)


FILE = toggl("Work on claims,Reset,DAY,01:30:00", "Work on claims,Reset,DAY,01:30:00", "INTERN-2,Mail,DAY,03:00:00")


def test_names_that_are_titles_are_matched_and_others_are_kept_for_somebody_to_say(house) -> None:
    found = take(house, FILE)
    assert (found.new, found.hours, found.unmatched) == (3, 6.0, 1)
    assert [(one.title, one.low) for one in seen(house).work] == [("Work on claims", 3.0)]
    assert [(one.name, one.hours) for one in seen(house).unmatched] == [("INTERN-2", 3.0)]


def test_the_same_file_twice_counts_once_and_so_does_one_that_overlaps(house) -> None:
    take(house, FILE)
    again = take(house, FILE)
    more = take(house, FILE + toggl("Work on claims,Reset,DAY,01:30:00").split("\n", 1)[1])
    assert (again.new, again.same) == (0, 3) and (more.new, more.hours) == (1, 1.5)


def test_whose_hours_they_were_is_kept_nowhere(house) -> None:
    from accord.base.journal.models import Entry

    take(house, FILE)
    told = [one.payload for one in Entry.objects.filter(event__startswith="goals.")]
    kept = repr([list(model.objects.values()) for model in (Effort, WorkName)]) + repr(told)
    assert "Ian" not in kept and "ian@" not in kept


def test_a_name_is_said_once_and_hours_that_are_here_follow(house) -> None:
    take(house, FILE)
    row = WorkName.objects.get(name="INTERN-2")
    goals.match_work(by=house.by, work_id=row.id, initiative_id=house.lost)
    assert {one.title: one.low for one in seen(house).work} == {"Work on claims": 3.0, "Intranet refresh": 3.0}
    assert take(house, toggl("INTERN-2,Other,DAY,1h 15m")).unmatched == 0


def test_what_is_set_aside_is_listed_and_not_counted(house) -> None:
    take(house, FILE)
    goals.match_work(by=house.by, work_id=WorkName.objects.get(name="INTERN-2").id, aside=True)
    assert seen(house).low == 3.0 and len(effort.now().aside) == 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Work on claims,x,DAY,soon", "row 2, column Duration: “soon” is no length of time"),
        ("Work on claims,x,DAY,90", "row 2, column Duration: “90” could be hours, minutes or seconds"),
        ("Work on claims,x,,1h", "row 2, column Start date: there is no day"),
        ("Work on claims,x,03/04/2026,1h", "row 2, column Start date: “03/04/2026” can be read as two dates"),
        ("Work on claims,x,2999-01-01,1h", "row 2, column Start date: “2999-01-01” is before the year 2000 or still to come"),
    ],
)
def test_a_bad_row_names_row_and_column_and_keeps_every_row_out(house, row, said) -> None:
    with pytest.raises(registry.Mistake) as caught:
        take(house, toggl(row, "Work on claims,x,DAY,1h"))
    assert f"hours.csv, {said}" in caught.value.message and not Effort.objects.exists()


def jira(spent: int, day: str) -> str:
    return f"Summary,Issue key,Assignee,Project name,Updated,Time Spent\nLocked out,ALD-7,Ian,Work on claims,{day} 9:41 AM,{spent}\n"


def test_a_ticket_says_the_time_so_far_and_only_more_is_added(house) -> None:
    take(house, jira(7200, "12/Mar/26"), "jira.csv")
    assert take(house, jira(7200, "12/Mar/26"), "jira.csv").same == 1
    assert take(house, jira(10_800, "02/Apr/26"), "jira.csv").changed == 1
    assert [(one.month, one.low) for one in Effort.objects.order_by("month")] == [(date(2026, 3, 1), Decimal(2)), (date(2026, 4, 1), Decimal(1))]


def test_an_entry_with_an_id_that_was_put_right_takes_the_place_of_what_it_said(house) -> None:
    head, day = "Worklog id,Project,Date,Hours\n", last_month().isoformat()
    take(house, f"{head}81,Work on claims,{day},2\n82,Work on letters,{day},2\n")
    assert take(house, f"{head}81,Work on letters,{day},3\n82,Work on letters,{day},2\n").changed == 1
    assert {one.title: one.low for one in seen(house).work} == {"Work on letters": 5.0}


def test_days_with_strokes_are_settled_by_the_whole_column(house) -> None:
    take(house, "Project,Date,Hours\nWork on claims,03/04/2026,2\nWork on claims,03/25/2026,2\n")
    assert {one.month for one in Effort.objects.all()} == {date(2026, 3, 1)}


def test_another_column_can_name_the_work(house) -> None:
    take(house, "Project,Kostenstelle,Date,Hours\nAll,Work on claims,2026-03-03,2\n", work_column="Kostenstelle")
    assert WorkName.objects.get().name == "Work on claims"


# Pages


def test_the_page_says_what_is_so_and_what_it_is_made_of(house) -> None:
    count(house, house.claims_work, 20)
    count(house, house.letters_work, 80)
    page = house.cast.browser("bella").get("/alder-mutual/goals/effort/").content.decode()
    assert "of 100 hours, and was to get" in page and "Work on letters" in page and "a month would have to go elsewhere" in page
    assert "Estimate in two minutes" not in page and "Ian" not in page


def test_the_page_says_why_it_does_not_compare_yet(house) -> None:
    take(house, FILE)
    page = house.cast.browser("fiona").get("/alder-mutual/goals/effort/").content.decode()
    assert "under names nobody matched" in page and "INTERN-2" in page


def test_an_estimate_is_given_on_one_screen_and_both_ends_are_asked_for(house) -> None:
    browser, where = house.cast.browser("fiona"), "/alder-mutual/goals/effort/estimate/"
    form = {"month": last_month().isoformat(), "unit": "hours", "per_day": "8", f"low-{house.claims_work}": "40"}
    assert "Give both ends for “Work on claims”" in browser.post(where, form).content.decode()
    assert browser.post(where, form | {f"high-{house.claims_work}": "60"}).status_code == 302
    assert (seen(house).low, seen(house).high) == (40, 60)


def test_a_file_is_looked_at_first_and_then_taken_in(house) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    browser, where = house.cast.browser("fiona"), "/alder-mutual/goals/effort/import/"
    first = browser.post(where, {"file": SimpleUploadedFile("hours.csv", FILE.encode())})
    assert "It would add 6 hours" in first.content.decode().replace("\xa0", " ") and not Effort.objects.exists()
    form = first.context["form"].initial
    assert browser.post(where, form | {"go": "1"}).status_code == 302
    assert Effort.objects.count() == 3


def test_names_and_shares_are_said_on_their_pages(house) -> None:
    take(house, FILE)
    browser, row = house.cast.browser("fiona"), WorkName.objects.get(name="INTERN-2")
    assert browser.post("/alder-mutual/goals/effort/names/", {f"name-{row.id}": str(house.lost)}).status_code == 302
    assert browser.post("/alder-mutual/goals/effort/attention/", {f"share-{house.claims}": "90", f"share-{house.letters}": "40"}).status_code == 302
    row.refresh_from_db()
    assert row.initiative_id == house.lost and effort.attention()[house.claims] == 90


def test_the_pages_cost_the_same_questions_however_much_was_done(cast) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as found:
            assert browser.get(path).status_code == 200
        return len(found)

    browser, counts, made = cast.browser("bella"), [], 0
    for _round in range(2):
        with cast.inside(), registry.acting(cast.fiona, "test"):
            for _n in range(3):
                made += 1
                work = goals.open_initiative(by=cast.fiona, title=f"Work {made}").id
                goal = goals.set_goal(by=cast.fiona, title=f"Goal {made}", why="It matters", owner_id=cast.bella.person_id).goal_id
                goals.serve(by=cast.fiona, initiative_id=work, goal_id=goal)
                goals.set_attention(by=cast.fiona, goal_id=goal, share=90 if made % 3 else 5)
                goals.note_effort(by=cast.fiona, initiative_id=work, month=last_month(), amount=Decimal(30), source="Board")
        counts.append([asked(f"/alder-mutual/goals/{page}/") for page in ("drift", "effort")])
    assert counts[0] == counts[1]

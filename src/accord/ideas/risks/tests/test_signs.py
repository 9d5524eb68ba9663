"""Signs in the facts: suggested with their reason, set aside with a word or raised, and looked back at."""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accord.base import clock, registry
from accord.ideas.goals import actions as goals
from accord.ideas.goals.models import Initiative
from accord.ideas.listen import actions as listen
from accord.ideas.risks import actions, queries
from accord.ideas.risks.models import Risk, Suggestion
from accord.ideas.risks.pages import signs as pages
from accord.ideas.risks.queries import signs
from accord.ideas.risks.rules.signs import ENOUGH, Happened, Sign, hits

pytestmark = pytest.mark.django_db


@contextmanager
def in_days(cast, days: int):
    """So many days from today, at Alder."""
    with clock.at(clock.now() + timedelta(days=days)), cast.inside():
        yield


def opened(cast, title: str) -> Initiative:
    """A piece of work of that name. Inside."""
    row = listen.file_request(by=cast.fiona, problem=f"{title}: it is slow every Monday morning.").request.initiative
    Initiative.objects.filter(id=row.id).update(title=title)
    return row


@pytest.fixture
def slipping(cast):
    """A portal whose day was put off twice."""
    with cast.inside():
        work = opened(cast, "Move the portal")
        for days in (30, 40, 55):
            goals.note_progress(by=cast.fiona, initiative_id=work.id, expected=clock.today() + timedelta(days=days), words="The host is late.")
        return work


def look(cast, days: int = 0) -> list[signs.SignShown]:
    with in_days(cast, days):
        actions.look_for_signs()
        return queries.list_signs(by=cast.ian)


def test_a_day_that_moves_twice_is_a_sign_with_its_reason(cast, slipping) -> None:
    found = look(cast)
    day = (clock.today() + timedelta(days=55)).strftime("%-d %B %Y")
    assert [one.reason for one in found] == [f"“Move the portal” was put off 2 times, and is expected on {day} now"]
    assert (found[0].since, found[0].bites_on) == (clock.today(), clock.today() + timedelta(days=55))


def test_a_day_that_moved_once_is_none(cast) -> None:
    with cast.inside():
        work = opened(cast, "Move the portal")
        for days in (30, 40):
            goals.note_progress(by=cast.fiona, initiative_id=work.id, expected=clock.today() + timedelta(days=days), words="The host is late.")
    assert look(cast) == []


def test_a_warning_nobody_answered_within_its_days_is_a_sign_that_names_nobody(cast) -> None:
    with cast.inside():
        actions.raise_risk(by=cast.ian, sees="Sign-in tests end too late.", answerer_id=cast.bella.person_id)
    assert look(cast, 14) == []
    found = look(cast, 15)
    assert found[0].reason.startswith("Nobody has answered the warning “Sign-in tests end too late”")
    assert not any(name in repr(found) for name in ("Bella", "Head of Claims"))


def test_an_acceptance_that_is_about_to_end_is_a_sign(cast) -> None:
    with cast.inside():
        row = actions.raise_risk(by=cast.ian, sees="A storm may meet the move.", answerer_id=cast.fiona.person_id)
        actions.accept(by=cast.fiona, risk_id=row.id, words="Until spring.", until=clock.today() + timedelta(days=40))
    assert look(cast, 10) == []
    assert [one.kind for one in look(cast, 26)] == ["risks.acceptance_ends"]


def test_a_goal_that_moved_long_ago_without_everybodys_word_is_a_sign(cast) -> None:
    with cast.inside():
        goal = goals.set_goal(by=cast.fiona, title="Decide claims in ten days", why="People remember.", owner_id=cast.bella.person_id).goal_id
        work = opened(cast, "Move the portal")
        goals.serve(by=cast.fiona, initiative_id=work.id, goal_id=goal)
    with in_days(cast, 1):
        goals.change_goal(by=cast.fiona, goal_id=goal, title="Decide claims in three days", reason="A rival does.")
    assert look(cast, 20) == []
    assert [(one.kind, one.goal_id) for one in look(cast, 40)] == [("goals.unagreed", goal)]


def test_questions_that_wait_long_are_a_sign(cast) -> None:
    with cast.inside():
        work = opened(cast, "Move the portal")
        listen.ask(by=cast.fiona, initiative_id=work.id, person_ids=[cast.bella.person_id], questions=[listen.Put(aspect="goal")])
    assert look(cast, 9) == []
    assert [one.kind for one in look(cast, 11)] == ["listen.unanswered"]


def test_a_sign_is_kept_once_however_often_one_looks_and_goes_when_it_is_not_so_any_more(cast, slipping) -> None:
    assert look(cast)[0].id == look(cast, 1)[0].id
    with in_days(cast, 2):
        goals.note_progress(by=cast.fiona, initiative_id=slipping.id, delivered=clock.today(), words="It is there.")
    assert look(cast, 3) == []
    with cast.inside():
        row = Suggestion.objects.get()
        assert ((row.last_seen - row.first_seen).days, (row.gone_on - row.first_seen).days) == (1, 3)


def test_a_sign_that_was_set_aside_comes_back_only_when_it_grows_worse(cast, slipping) -> None:
    one = look(cast)[0]
    with cast.inside():
        assert actions.dismiss_sign(by=cast.fiona, sign_id=one.id, why="The host has promised a day.").set_aside_why
    assert look(cast, 1) == []
    with in_days(cast, 2):
        goals.note_progress(by=cast.fiona, initiative_id=slipping.id, expected=clock.today() + timedelta(days=80), words="Later again.")
    assert [" 3 times" in one.reason for one in look(cast, 2)] == [True]


def test_a_sign_is_set_aside_with_a_word_and_by_those_who_look_after_the_client(cast, slipping) -> None:
    one = look(cast)[0]
    with cast.inside(), pytest.raises(registry.Mistake):
        actions.dismiss_sign(by=cast.fiona, sign_id=one.id, why="  ")
    with cast.inside(), pytest.raises(registry.Refused):
        actions.dismiss_sign(by=cast.ian, sign_id=one.id, why="No.")


def address(name: str, **more) -> str:
    return reverse(f"risks:{name}", kwargs={"client": "alder-mutual", **more})


def test_raising_it_begins_with_its_words_and_ends_the_suggestion(cast, slipping) -> None:
    one = look(cast)[0]
    page = cast.browser("ian").get(address("raise"), {"sign": str(one.id)})
    assert one.sees in page.content.decode()
    sent = {"sees": one.sees, "initiative_id": str(slipping.id), "how": "open", "sign": str(one.id), "step": "send"}
    assert cast.browser("ian").post(address("raise"), sent).status_code == 302
    with cast.inside():
        row = Risk.objects.get()
        assert Suggestion.objects.get().risk_id == row.id and row.initiative_id == slipping.id
        assert queries.list_signs(by=cast.ian) == []


def test_the_page_lists_signs_and_sets_one_aside(cast, slipping) -> None:
    one = look(cast)[0]
    page = cast.browser("fiona").get(address("signs")).content.decode()
    assert "One thing looks like the beginning of trouble" in page and one.reason in page
    assert cast.browser("fiona").post(address("set_sign_aside", sign_id=one.id), {"why": "They promised a day."}).status_code == 302
    assert "Nothing in the facts looks like the beginning of trouble" in cast.browser("fiona").get(address("signs")).content.decode()


def suggested(cast, n: int, came: int) -> None:
    """Signs whose time is over, so many of which came true."""
    before = clock.today() - timedelta(days=100)
    with cast.inside():
        for place in range(n):
            work = opened(cast, f"Work {place}")
            Suggestion.objects.create(
                key=f"old:{place}", kind="goals.slipping", initiative=work, since=before, first_seen=before, last_seen=before, gone_on=before,
                due_on=before + timedelta(days=90),
            )  # fmt: skip
            if place < came:
                day = before + timedelta(days=10)
                actions.record_event(by=cast.petra, title=f"It came {place}", happened_on=day, initiative_id=work.id)


def test_how_often_such_signs_came_true_is_said_once_enough_are_old(cast, slipping) -> None:
    suggested(cast, 12, 7)
    found = look(cast)[0]
    assert (found.due, found.came) == (12, 7)
    with cast.inside():
        like = pages.signs_page(cast.ian).rows[0].like
    assert like == "Of 12 signs like this (a day that keeps moving), 7 came true within 90 days: in the long run 36 to 78 in 100."


def test_too_few_are_too_few_to_say(cast, slipping) -> None:
    suggested(cast, ENOUGH - 1, 3)
    found = look(cast)[0]
    assert (found.due, found.came) == (None, None)
    with cast.inside():
        assert "too few yet to say" in pages.signs_page(cast.ian).rows[0].like


def test_a_sign_of_an_idea_that_is_not_here_any_more_is_not_shown(cast) -> None:
    with cast.inside():
        today = clock.today()
        Suggestion.objects.create(key="gone:1", kind="desk.trend", since=today, first_seen=today, last_seen=today, due_on=today)
        assert pages.signs_page(cast.ian).rows == ()


days = st.integers(0, 300).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
about = st.sets(st.sampled_from("abc"), min_size=1)


@given(st.lists(st.tuples(days, about), max_size=20), st.lists(st.tuples(days, about), max_size=20))
def test_what_came_true_before_a_sign_or_of_something_else_never_makes_it_right(signs_, happened) -> None:
    today = date(2027, 1, 1)
    made = [Sign("k", day, day + timedelta(days=90), keys) for day, keys in signs_]
    found = hits(made, [Happened(day, keys) for day, keys in happened], today).get("k")
    if found:
        over = [one for one in made if one.due_on < today]
        right = sum(any(one.since < day <= one.due_on and one.about & keys for day, keys in happened) for one in over)
        assert (found.due, found.came) == (len(over), right)
        assert found.between[0] <= found.came / found.due <= found.between[1]

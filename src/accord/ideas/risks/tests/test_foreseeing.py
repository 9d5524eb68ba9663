"""How likely a sign is to come true: from delivery notes and signs of one's own, from elsewhere with the source said, or not at all."""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accord.base import clock
from accord.ideas.goals.models import Initiative, Progress
from accord.ideas.goals.rules.delivery import Note
from accord.ideas.listen import actions as listen
from accord.ideas.risks import actions, queries
from accord.ideas.risks.models import Suggestion
from accord.ideas.risks.pages import signs as pages
from accord.ideas.risks.pages.foreseen import own
from accord.ideas.risks.rules.looking_back import Said, known, looks

TODAY, DAY = date(2026, 11, 30), timedelta(days=1)


def begun(days_ago: int, *expected: int, every: int = 30, delivered: int | None = None) -> list[Said]:
    """Work planned so many days ago; each note says after how many days, from its beginning, it is expected."""
    start = TODAY - days_ago * DAY
    notes = [Said(start + place * every * DAY, Note(**{"expected" if place else "ends": start + days * DAY})) for place, days in enumerate(expected)]
    return notes if delivered is None else [*notes, Said(start + delivered * DAY, Note(delivered=start + delivered * DAY))]


def test_what_was_known_of_a_day_is_what_its_notes_had_said_by_then() -> None:
    notes = begun(100, 120, 150, 200)
    facts = known(notes, notes[1].on + 5 * DAY)
    assert facts is not None
    assert (facts.times_put_off, facts.days_put_off, facts.days_to_go, facts.days_silent) == (1, 30, 115, 5)
    assert facts.share_gone == pytest.approx(35 / 120)


def test_of_a_day_that_is_over_or_a_thing_that_is_there_nothing_is_foreseen() -> None:
    assert known(begun(100, 60), TODAY) is None
    assert known(begun(100, 200, delivered=50), TODAY) is None
    assert known([], TODAY) is None


def test_a_day_that_is_put_off_or_passed_was_not_kept() -> None:
    assert [one.came for one in looks(begun(115, 150, 200, every=45), TODAY, "it")] == [True]
    assert [one.came for one in looks(begun(115, 60), TODAY, "it")] == [True]
    assert [one.came for one in looks(begun(115, 60, delivered=58), TODAY, "it")] == [False]
    assert [one.came for one in looks(begun(115, 60, delivered=75), TODAY, "it")] == [True]
    assert [one.came for one in looks(begun(115, 300), TODAY, "it")] == [False]


def test_what_was_closed_before_its_time_was_up_says_nothing() -> None:
    assert not list(looks(begun(120, 60), TODAY, "it", closed=TODAY - 40 * DAY))


@given(st.lists(st.integers(10, 400), min_size=1, max_size=6), st.integers(1, 900), st.integers(0, 200))
def test_no_later_note_changes_what_was_known_and_no_outcome_is_told_before_its_time(expected: list[int], ago: int, more: int) -> None:
    notes = begun(ago, *expected)
    for one in looks(notes, TODAY, "it"):
        day = one.facts.on
        assert one.told == day + 90 * DAY <= TODAY
        assert known([*(said for said in notes if said.on <= day), Said(day + DAY, Note(expected=day + more * DAY))], day) == one.facts


pytestmark = pytest.mark.django_db


@contextmanager
def in_days(cast, days: int):
    with clock.at(clock.now() + timedelta(days=days)), cast.inside():
        yield


def work(cast, title: str, days_ago: int, *expected: int) -> Initiative:
    """A piece of work with its delivery notes, a month apart. Inside."""
    row = listen.file_request(by=cast.fiona, problem=f"{title}: it is slow every Monday morning.").request.initiative
    Initiative.objects.filter(id=row.id).update(title=title)
    start = clock.now() - timedelta(days=days_ago)
    for place, days in enumerate(expected):
        said = {"expected" if place else "ends": (start + timedelta(days=days)).date()}
        Progress.objects.create(initiative=row, words="The host is late.", at=start + timedelta(days=30 * place), **said)
    return row


def look(cast) -> list[str]:
    """The sentences of chance of the one sign there is."""
    with cast.inside():
        actions.look_for_signs()
        return list(pages.signs_page(cast.fiona).rows[0].chance)


def test_with_too_little_of_ones_own_the_page_says_what_happens_elsewhere_and_that_it_is_that(cast) -> None:
    with cast.inside():
        work(cast, "Move the portal", 70, 90, 120, 160)
    said = look(cast)
    assert len(said) == 1 and "cannot be read here yet" in said[0]
    assert "of the 20 pieces of work that takes, 0 had a day" in said[0] and "15 to 82 of 100" in said[0] and "United Kingdom" in said[0]


def test_and_what_happens_elsewhere_is_nobodys_estimate_of_a_warning(cast) -> None:
    with cast.inside():
        work(cast, "Move the portal", 70, 90, 120, 160)
    look(cast)
    with cast.inside():
        row = Suggestion.objects.get()
        shown = queries.list_signs(by=cast.ian)[0]
        assert (shown.basis, shown.chance_of, shown.chance_low, shown.chance_high) == ("general", "day", 15, 82)
        assert own(row) == (None, None) and pages.from_sign(str(row.id))["chance_low"] is None


def premises(cast, n: int = 40) -> None:
    """Delivered work of two years: half of it was put off three times and came later still, the other half kept its day."""
    with cast.inside():
        for place in range(n):
            slips = place % 2
            row = work(cast, f"Old {place}", 200 + 12 * place, *((100, 120, 140, 160) if slips else (150, 150)))
            over = clock.now() - timedelta(days=12 * place + (20 if slips else 55))
            Progress.objects.create(initiative=row, words="It is there.", delivered=over.date(), at=over)


def test_with_notes_of_twenty_pieces_of_work_the_chance_is_read_in_them_with_what_raises_it(cast) -> None:
    premises(cast)
    with cast.inside():
        work(cast, "Move the portal", 70, 100, 130, 160)
    said = look(cast)
    with cast.inside():
        row = Suggestion.objects.get()
        assert row.grounds["basis"] == "facts" and row.grounds["n"] == 40
        assert 0.3 < row.chance_low < row.chance_high < 1 and own(row) == (pages.from_sign(str(row.id))["chance_low"], round(100 * row.chance_high))
    assert said[0].startswith("Chance that this day is not kept within 90 days: ") and "delivery notes of 40 pieces of work here" in said[0]
    assert said[1] == "What makes it likelier than usual: how far it was put off, how often the day was put off."


def test_the_chance_stays_as_it_was_suggested_first(cast) -> None:
    with cast.inside():
        work(cast, "Move the portal", 70, 190, 230, 280)
    first = look(cast)
    premises(cast)
    assert look(cast) == first


def test_the_page_shows_it(cast) -> None:
    with cast.inside():
        work(cast, "Move the portal", 70, 90, 120, 160)
    said = look(cast)
    page = cast.browser("ian").get(reverse("risks:signs", kwargs={"client": "alder-mutual"})).content.decode()
    assert said[0] in page


def old_signs(cast, n: int, came: int) -> None:
    """Signs of questions without an answer, whose time is over, so many of which came true."""
    before = clock.today() - timedelta(days=100)
    with cast.inside():
        for place in range(n):
            row = work(cast, f"Work {place}", 130, 400)
            dates = {"since": before, "first_seen": before, "last_seen": before, "gone_on": before, "due_on": before + timedelta(days=90)}
            Suggestion.objects.create(key=f"old:{place}", kind="listen.unanswered", initiative=row, **dates)
            if place < came:
                actions.record_event(by=cast.petra, title=f"It came {place}", happened_on=before + timedelta(days=10), initiative_id=row.id)


def unanswered(cast) -> Suggestion:
    with cast.inside():
        row = work(cast, "Move the portal", 0)
        listen.ask(by=cast.fiona, initiative_id=row.id, person_ids=[cast.bella.person_id], questions=[listen.Put(aspect="goal")])
    with in_days(cast, 11):
        actions.look_for_signs()
        return Suggestion.objects.get(kind="listen.unanswered", gone_on=None, initiative=row)


def test_other_signs_get_the_chance_that_signs_here_came_true(cast) -> None:
    old_signs(cast, 24, 4)
    row = unanswered(cast)
    assert (row.grounds["of"], row.grounds["basis"], row.grounds["n"]) == ("sign", "rate", 24)
    assert 0.05 < row.chance_low < 4 / 24 < row.chance_high < 0.4


def test_and_none_while_these_are_too_few_for_what_happens_elsewhere_is_not_about_them(cast) -> None:
    old_signs(cast, 12, 4)
    row = unanswered(cast)
    assert row.chance_low is None and row.grounds == {}
    with cast.inside():
        assert pages.sign_row(row.id).chance == ()

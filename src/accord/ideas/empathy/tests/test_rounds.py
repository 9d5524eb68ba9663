"""A round: both sides are asked, nobody sees anything before it is closed, and then only groups."""

import json

import pytest

from accord.base import registry
from accord.base.journal.models import Entry
from accord.ideas.empathy import actions as empathy
from accord.ideas.empathy import queries
from accord.ideas.empathy.models import Critical, Named, Sheet, Tally

from . import crowd

pytestmark = pytest.mark.django_db
WHY = "Forty calls a day ask why the letter looks like a scam"


@pytest.fixture
def asked(at_alder):
    """Five of each side are asked about six pieces of work."""
    made = crowd.gather(at_alder)
    made.round = crowd.start(made)
    return made


def all_answer(made) -> None:
    for one in made.business:
        crowd.says(one, made.round, [4, 1, 2, 2, 3, 1], [4, 3, 4, 2, 3, 3])
    for one in made.it:
        crowd.says(one, made.round, [2, 4, 4, 2, 3, 3], [2, 4, 4, 2, 3, 2])


def test_each_person_is_written_to_once_with_a_link(asked, mailoutbox) -> None:
    assert queries.now(asked.round.id).asked == 10


def test_both_sides_are_asked_or_nobody_can_guess(at_alder) -> None:
    made = crowd.gather(at_alder)
    with pytest.raises(registry.Mistake) as refused:
        crowd.start(made, person_ids=[one.person_id for one in made.it])
    assert refused.value.field == "person_ids"


def test_the_database_alone_tells_nobody_what_was_said(asked) -> None:
    crowd.says(asked.business[0], asked.round, [4, 1, 2, 5, 3, 1], because=WHY)
    (sheet,) = Sheet.objects.all()
    assert "4125" not in sheet.sealed and WHY not in sheet.sealed
    assert queries.said(queries.part(asked.round.id, asked.business[0].person_id)).own == (4, 1, 2, 5, 3, 1)


def test_before_it_is_closed_nothing_can_be_read(asked) -> None:
    all_answer(asked)
    with pytest.raises(registry.Conflict):
        queries.show_round(by=asked.cast.fiona, round_id=asked.round.id)
    assert not Tally.objects.exists()


def test_the_journal_says_that_somebody_answered_and_not_what(asked) -> None:
    crowd.says(asked.business[0], asked.round, [4, 1, 2, 5, 3, 1], because=WHY)
    told = json.dumps([entry.payload for entry in Entry.objects.filter(event__startswith="empathy.")])
    assert WHY not in told and "own" not in told


def test_once_closed_both_sides_see_how_they_stand(asked) -> None:
    all_answer(asked)
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    shown = queries.show_round(by=asked.cast.bella, round_id=asked.round.id)
    states = {one.item: one.state for one in shown.items}
    assert states["Move to the new data centre"] == "false_consensus"
    assert (shown.answered_business, shown.answered_it) == (5, 5)


def test_a_side_of_four_is_not_shown_and_not_counted(at_alder) -> None:
    made = crowd.gather(at_alder, it=4)
    made.round = crowd.start(made)
    all_answer(made)
    empathy.close_round(by=at_alder.fiona, round_id=made.round.id)
    tally = Tally.objects.get(side="it")
    assert tally.answered is None and tally.counts == {}
    assert {one.state for one in queries.show_round(by=at_alder.fiona, round_id=made.round.id).items} == {"hidden"}


def test_an_item_that_fewer_than_five_marked_is_not_counted(asked) -> None:
    all_answer(asked)
    crowd.says(asked.it[0], asked.round, [3, 4, 4, 2, 3, 3])
    empathy.take_step(by=asked.it[0], round_id=asked.round.id, changes={"own": (0, 4, 4, 2, 3, 3)}, done=True)
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    assert Tally.objects.get(side="it").counts["own"][0] is None


def test_what_was_said_last_counts(asked) -> None:
    all_answer(asked)
    crowd.says(asked.it[0], asked.round, [1, 1, 1, 1, 1, 1])
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    assert Tally.objects.get(side="it").counts["own"][1] == [1, 0, 0, 4, 0]


def test_at_most_one_in_five_is_critical_and_says_why(asked) -> None:
    with pytest.raises(registry.Mistake):
        crowd.says(asked.business[0], asked.round, [5, 5, 1, 1, 1, 1], because=WHY)
    with pytest.raises(registry.Mistake) as refused:
        crowd.says(asked.business[0], asked.round, [5, 1, 1, 1, 1, 1])
    assert refused.value.field == "because"


def test_who_says_critical_is_heard_by_name_once_it_is_closed(asked) -> None:
    all_answer(asked)
    crowd.says(asked.business[0], asked.round, [4, 1, 2, 5, 3, 1], because=WHY)
    assert not Critical.objects.exists()
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    (said,) = Critical.objects.all()
    assert said.words == WHY and said.item.title == "Renewal letters"


def test_who_must_be_asked_too_is_shown_without_who_said_so(asked) -> None:
    all_answer(asked)
    for one in (asked.business[0], asked.it[0]):
        empathy.take_step(by=one, round_id=asked.round.id, changes={"named": ("Night shift lead",)}, done=True)
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    (named,) = Named.objects.all()
    assert (named.words, named.often, named.both_sides) == ("Night shift lead", True, True)


def test_a_closed_round_takes_no_answers(asked) -> None:
    all_answer(asked)
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    with pytest.raises(registry.Conflict):
        crowd.says(asked.it[0], asked.round, [1, 1, 1, 1, 1, 1])


def test_only_those_who_have_not_answered_are_reminded_and_not_twice_a_day(asked) -> None:
    from datetime import timedelta

    from accord.base import clock

    crowd.says(asked.business[0], asked.round, [4, 1, 2, 2, 3, 1])
    assert empathy.remind(by=asked.cast.fiona, round_id=asked.round.id) == 0
    with clock.at(clock.now() + timedelta(days=2)):
        assert empathy.remind(by=asked.cast.fiona, round_id=asked.round.id) == 9
        assert empathy.remind(by=asked.cast.fiona, round_id=asked.round.id) == 0


def test_what_somebody_wrote_down_for_another_is_said_to_be_so(asked) -> None:
    all_answer(asked)
    empathy.put_down(by=asked.cast.fiona, round_id=asked.round.id, person_id=asked.it[0].person_id, changes={"own": (3, 3, 3, 3, 3, 3)}, done=True)
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    assert Tally.objects.get(side="it").proxies == 1


def test_who_is_not_asked_any_more_does_not_count(asked) -> None:
    all_answer(asked)
    empathy.end_part(by=asked.cast.fiona, round_id=asked.round.id, person_id=asked.it[0].person_id)
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    assert Tally.objects.get(side="it").answered is None


def test_what_was_said_in_a_round_that_is_called_off_stays_sealed(asked) -> None:
    all_answer(asked)
    empathy.stop_round(by=asked.cast.fiona, round_id=asked.round.id, reason="The budget is decided")
    with pytest.raises(registry.Conflict):
        queries.show_round(by=asked.cast.fiona, round_id=asked.round.id)


def test_who_closes_a_round_that_is_over_is_told_so_calmly(asked) -> None:
    all_answer(asked)
    empathy.close_round(by=asked.cast.fiona, round_id=asked.round.id)
    answer = asked.cast.browser("fiona").post(f"/alder-mutual/perspectives/rounds/{asked.round.id}/close/")
    assert answer.status_code == 409 and "This round is over" in answer.content.decode()

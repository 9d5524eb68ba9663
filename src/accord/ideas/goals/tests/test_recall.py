"""A recall check: people name what matters unseen by each other, owners say which goal each answer means, and small groups stay hidden."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from accord.base import clock, registry, scope
from accord.base.journal.models import Entry
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries
from accord.ideas.goals.actions.recalling import close_recall_checks
from accord.ideas.goals.models import RecallAnswer, RecallAsked, RecallCheck
from accord.ideas.goals.queries import recalls

from . import recalling as story

pytestmark = pytest.mark.django_db
SECRET = "A harbour only we dream of"


@pytest.fixture
def made(at_alder):
    return story.started(at_alder)


def shown(made, by=None):
    return queries.read_recall_check(by=by or made.cast.fiona, recall_id=made.row.id)


def everybody_answers(made, *, claims: int = 6) -> None:
    """So many of ten name claims; the others a harbour, which is no goal of ours."""
    story.answer(made, *[["quick claims decided"] if place < claims else [SECRET] for place in range(len(made.guests))])


def close(made) -> None:
    goals.close_recall_check(by=made.cast.fiona, recall_id=made.row.id)


def match_all(made) -> None:
    """As the owner of the claims goal reads them."""
    for one in shown(made, made.cast.bella).waits:
        goals.match_recall(by=made.cast.bella, answer_id=one.id, goal_id=one.looks_like)


def test_everybody_who_is_asked_has_a_letter_that_names_no_goal(made, mailoutbox) -> None:
    asked = [letter for letter in mailoutbox if "Name the three things that matter most to Alder Mutual" in letter.body]
    assert len(asked) == 10 and not any("claims" in letter.body.lower() for letter in asked)


def test_without_a_choice_everybody_of_both_sides_is_asked(at_alder) -> None:
    story.started(at_alder)
    goals.close_recall_check(by=at_alder.fiona, recall_id=RecallCheck.objects.get().id)
    row = goals.start_recall_check(by=at_alder.fiona)
    assert RecallAsked.objects.filter(recall=row).count() == 14 and row.closes_on == clock.today() + timedelta(7)


def test_fewer_than_five_are_not_asked_and_one_check_is_open_at_a_time(made) -> None:
    with pytest.raises(registry.Conflict):
        goals.start_recall_check(by=made.cast.fiona)
    close(made)
    with pytest.raises(registry.Mistake) as refused:
        goals.start_recall_check(by=made.cast.fiona, person_ids=[one.id for one in made.people[:4]])
    assert refused.value.field == "person_ids"


def test_without_a_live_goal_there_is_nothing_to_name(at_alder) -> None:
    with pytest.raises(registry.Mistake):
        goals.start_recall_check(by=at_alder.fiona)


def test_until_it_closes_no_door_shows_more_than_how_many_answered(made) -> None:
    story.answer(made, [SECRET], [SECRET, "claims"])
    for reader in (made.cast.fiona, made.cast.bella, made.cast.ian, made.cast.petra):
        found = shown(made, reader)
        assert (found.outcome, found.asked, found.answered) == ("open", 10, 2)
        assert (found.waits, found.sides, found.goals, found.elsewhere, found.named) == ([], [], [], [], None)
        assert SECRET not in repr(found)


def test_until_it_closes_no_answer_can_be_matched(made) -> None:
    story.answer(made, [SECRET], ["a"], ["b"], ["c"], ["d"])
    with pytest.raises(registry.NotThere):
        goals.match_recall(by=made.cast.bella, answer_id=RecallAnswer.objects.first().id)


def test_no_page_file_or_journal_holds_an_answer_before_it_closes(cast) -> None:
    with cast.inside():
        made = story.started(cast)
        everybody_answers(made, claims=0)
        assert not [one for one in Entry.objects.all() if SECRET in str(one.payload)]
    paths = ("goals/", "goals/drift/", "goals/recall/", f"goals/recall/{made.row.id}/", "today/", f"asked-of-me/recall-match/{made.row.id}/")
    for who in ("fiona", "bella", "ian", "petra"):
        browser = cast.browser(who)
        for path in (*paths, "goals/goals.csv", "goals/goals.xlsx"):
            answer = browser.get(f"/alder-mutual/{path}")
            assert SECRET not in answer.content.decode(errors="replace"), path


def test_an_answer_is_kept_without_person_time_or_order(made) -> None:
    everybody_answers(made)
    columns = {one.name for one in RecallAnswer._meta.get_fields() if not one.is_relation or one.many_to_one}
    assert columns == {"id", "client", "recall", "sheet", "place", "side", "words"}
    assert {one.id.version for one in RecallAnswer.objects.all()} == {one.sheet.version for one in RecallAnswer.objects.all()} == {4}


def test_the_journal_tells_that_somebody_answered_and_not_who(made) -> None:
    story.answer(made, [SECRET])
    (entry,) = Entry.objects.filter(event="goals.recall_answered") or [None]
    assert (entry.person_id, entry.payload) == (None, {})


def test_nothing_is_answered_twice_nor_after_the_last_day(made) -> None:
    story.answer(made, ["claims"])
    with pytest.raises(registry.Conflict):
        story.answer(made, ["rather sign-in"])
    with clock.at(clock.now() + timedelta(days=8)), pytest.raises(registry.Conflict):
        goals.answer_recall(by=made.guests[1], recall_id=made.row.id, things=["late"])


def test_whoever_was_not_asked_answers_nothing(made) -> None:
    with pytest.raises(registry.NotThere):
        goals.answer_recall(by=made.cast.bella, recall_id=made.row.id, things=["claims"])


def test_a_reminder_goes_only_to_those_who_neither_answered_nor_declined(made, mailoutbox) -> None:
    story.answer(made, ["claims"])
    goals.decline_recall(by=made.guests[1], recall_id=made.row.id)
    mailoutbox.clear()
    assert goals.remind_recall(by=made.cast.fiona, recall_id=made.row.id) == 8
    assert {"business0@alder.example", "business1@alder.example"}.isdisjoint({to for one in mailoutbox for to in one.to})


def test_it_closes_by_itself_after_its_day_and_owners_get_a_letter(cast, mailoutbox) -> None:
    with cast.inside():
        made = story.started(cast)
        everybody_answers(made)
    mailoutbox.clear()
    with scope.within(cast.alder.id), clock.at(clock.now() + timedelta(days=7)):
        close_recall_checks()
        assert RecallCheck.objects.get().closed_at is None
    with scope.within(cast.alder.id), clock.at(clock.now() + timedelta(days=8)):
        close_recall_checks()
        close_recall_checks()
        assert shown(made).outcome == "matching"
    assert sorted(one.to[0] for one in mailoutbox) == ["bella@alder.example", "ian@fernhill.example"]


def test_of_fewer_than_five_answers_nothing_is_ever_shown_or_matched(made) -> None:
    story.answer(made, [SECRET], ["a"], ["b"], ["c"])
    goals.decline_recall(by=made.guests[5], recall_id=made.row.id)
    close(made)
    assert shown(made).outcome == "too_few" and SECRET not in repr(shown(made))
    with pytest.raises(registry.NotThere):
        goals.match_recall(by=made.cast.bella, answer_id=RecallAnswer.objects.first().id)


def test_owners_read_words_alone_and_those_of_their_own_goal_first(made) -> None:
    story.answer(made, ["one sign-in"], [SECRET], ["claims decided"], ["sign-in, again"], ["lunch"])
    close(made)
    assert shown(made, made.cast.bella).waits[0].words == "claims decided"
    assert "sign-in" in shown(made, made.cast.ian).waits[0].words
    assert set(vars(shown(made, made.cast.bella).waits[0])) == {"id", "words", "looks_like"}


def test_only_owners_of_a_live_goal_and_facilitators_match(made) -> None:
    everybody_answers(made)
    close(made)
    answer = shown(made).waits[0].id
    with pytest.raises(registry.Refused):
        goals.match_recall(by=made.guests[0], answer_id=answer, goal_id=made.claims)
    goals.turn_goal(by=made.cast.fiona, goal_id=made.signin, state="retired", reason="Over")
    with pytest.raises(registry.Refused):
        goals.match_recall(by=made.cast.ian, answer_id=answer, goal_id=made.claims)
    with pytest.raises(registry.Mistake):
        goals.match_recall(by=made.cast.bella, answer_id=answer, goal_id=made.signin)
    assert shown(made, made.cast.ian).waits == []


def test_looks_count_for_nothing_until_the_last_answer_was_matched(made) -> None:
    everybody_answers(made)
    close(made)
    first, *_rest = shown(made).waits
    goals.match_recall(by=made.cast.bella, answer_id=first.id, goal_id=made.claims)
    found = shown(made)
    assert (found.outcome, found.waiting, found.named, found.elsewhere) == ("matching", 9, None, [])


def test_then_the_share_is_told_in_all_by_goal_and_by_side_with_its_interval(made) -> None:
    everybody_answers(made)
    close(made)
    match_all(made)
    found = shown(made)
    assert (found.outcome, found.named.hits, found.named.n) == ("clear", 6, 10)
    assert found.named.low == pytest.approx(0.3516, abs=1e-3) and found.named.high == pytest.approx(0.8058, abs=1e-3)
    assert [(one.goal_id, one.named.hits) for one in found.goals] == [(made.claims, 6)]
    assert {one.side: (one.named.hits, one.named.n) for one in found.sides} == {"business": (5, 5), "it": (1, 5)}
    assert found.elsewhere == [SECRET] * 4


def test_a_side_of_fewer_than_five_is_hidden_and_the_other_with_it(at_alder) -> None:
    made = story.started(at_alder, business=6, it=4)
    everybody_answers(made)
    close(made)
    match_all(made)
    assert shown(made).named.n == 10 and shown(made).sides == []


def test_nothing_comes_to_mind_is_an_answer_and_rather_not_is_none(made) -> None:
    story.answer(made, [], [], [], ["claims decided"], ["claims decided"])
    goals.decline_recall(by=made.guests[5], recall_id=made.row.id)
    close(made)
    match_all(made)
    found = shown(made)
    assert (found.answered, found.named.hits, found.named.n, found.elsewhere) == (6, 2, 5, [])


def test_a_later_match_supersedes_and_the_earlier_one_stays(made) -> None:
    everybody_answers(made)
    close(made)
    match_all(made)
    one = RecallAnswer.objects.filter(words=SECRET).first()
    goals.match_recall(by=made.cast.fiona, answer_id=one.id, goal_id=made.signin)
    assert (shown(made).named.hits, one.matches.count()) == (7, 2)


def test_the_check_before_stands_beside_it(made) -> None:
    everybody_answers(made)
    close(made)
    match_all(made)
    with clock.at(clock.now() + timedelta(days=90)):
        made.row = goals.start_recall_check(by=made.cast.fiona, person_ids=[one.id for one in made.people])
        everybody_answers(made, claims=9)
        close(made)
        match_all(made)
        assert (shown(made).before.hits, shown(made).named.hits) == (6, 9)


def test_the_database_keeps_answers_and_matches_as_they_were_given(made) -> None:
    everybody_answers(made)
    from django.db import transaction

    with pytest.raises(Exception, match=r"append|changed|stands|permission"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE goals_recallanswer SET words = 'claims'")


def test_whoever_has_not_answered_finds_it_on_today_and_owners_find_the_pile(at_alder) -> None:
    made = story.started(at_alder, business=5, it=0)
    row = goals.close_recall_check(by=at_alder.fiona, recall_id=made.row.id)
    made.row = goals.start_recall_check(by=at_alder.fiona, person_ids=[at_alder.bella.person_id, *(one.id for one in made.people)])

    def kinds() -> set[str]:
        return {one.kind for one in registry.owed.collect(by=at_alder.bella)}

    assert row.closed_at and "goals.recall" in kinds()
    goals.decline_recall(by=at_alder.bella, recall_id=made.row.id)
    everybody_answers(made)
    assert kinds().isdisjoint({"goals.recall", "goals.recall_match"})
    close(made)
    assert "goals.recall_match" in kinds()
    match_all(made)
    assert "goals.recall_match" not in kinds()


def test_another_client_sees_nothing_of_it(cast) -> None:
    with cast.inside():
        made = story.started(cast)
    with cast.inside(cast.brightwell), pytest.raises(registry.NotThere):
        queries.read_recall_check(by=cast.sam, recall_id=made.row.id)


def address(letter) -> str:
    return re.search(rf"{re.escape(settings.ADDRESS)}(/l/\S+)", letter.body)[1]


@pytest.fixture
def letters(cast, mailoutbox):
    """The letters of ten who are asked, and the check."""
    with cast.inside():
        made = story.started(cast)
    return made, [address(one) for one in mailoutbox if "Name the three things" in one.body]


def test_the_page_of_the_link_is_one_question_three_lines_and_two_ways_out(letters) -> None:
    page = Client().get(letters[1][0]).content.decode()
    assert "Name the three things that matter most to Alder Mutual this quarter." in page
    assert page.count('type="text"') == 3 and "Decide claims" not in page and "10 people are asked" in page
    assert page.count('name="way"') == 3 and "<script" not in page.split("<main", 1)[1].split("</main>")[0]


def test_one_line_is_enough_and_none_is_sent_back_kindly(cast, letters) -> None:
    first = letters[1][0]
    refused = Client().post(first, {"way": "send", "first": " "})
    assert refused.status_code == 422 and "one of the other two buttons" in refused.content.decode()
    assert Client().post(first, {"way": "send", "first": "claims", "third": "claims "})["Location"].endswith("/thanks/")
    with cast.inside():
        assert [one.words for one in RecallAnswer.objects.all()] == ["claims"]


def test_the_other_two_buttons_need_no_words(cast, letters) -> None:
    _made, (first, second, *_rest) = letters
    for place, way in ((first, "nothing"), (second, "rather_not")):
        assert Client().post(place, {"way": way}).status_code == 302
    with cast.inside():
        assert [one.words for one in RecallAnswer.objects.all()] == [""] and RecallAsked.objects.filter(answered_on=None).count() == 8


def test_who_answered_sees_thanks_and_no_words(letters) -> None:
    here = Client()
    here.post(letters[1][0], {"way": "send", "first": SECRET})
    again = here.get(letters[1][0]).content.decode()
    assert "That was all" in again and SECRET not in again and "<input" not in again.split("<main", 1)[1].split("</main>")[0]


def test_a_closed_check_says_so_to_whoever_comes_late(cast, letters) -> None:
    made, (first, *_rest) = letters
    with cast.inside():
        close(made)
    page = Client().get(first).content.decode()
    assert "Nothing is needed from you" in page


def test_the_whole_road_by_its_pages(cast) -> None:
    """Fiona asks everybody, ten answer, she closes it, Bella matches from her letter's page, and the finding stands in a sentence."""
    with cast.inside():
        made = story.started(cast)
        everybody_answers(made)
    fiona, bella, page = cast.browser("fiona"), cast.browser("bella"), f"/alder-mutual/goals/recall/{made.row.id}/"
    assert "10 of 10 have answered so far" in fiona.get(page).content.decode()
    assert fiona.post(f"{page}close/").status_code == 302
    pile = f"/alder-mutual/asked-of-me/recall-match/{made.row.id}/"
    with cast.inside():
        answers = {str(one.id): str(made.claims) if "claims" in one.words else "none" for one in recalls.recall(made.row.id).things}
    assert SECRET in bella.get(pile).content.decode()
    assert bella.post(pile, answers)["Location"].endswith("/thanks/")
    found = fiona.get(page).content.decode()
    assert "Six in ten could name a goal of ours" in found and "6 of 10 who answered named at least one" in found
    assert f"?title={SECRET.replace(' ', '%20')}" in found
    assert SECRET in fiona.get(f"/alder-mutual/goals/new/?title={SECRET}").content.decode()
    assert "What they named" in fiona.get("/alder-mutual/goals/").content.decode()


def test_fiona_starts_it_by_its_form_and_the_business_lead_cannot(cast) -> None:
    with cast.inside():
        made = story.started(cast)
        close(made)
    fiona = cast.browser("fiona")
    sent = {"question": "What matters most?", "closes_on": clock.today() + timedelta(3), "person_ids": [str(one.id) for one in made.people]}
    assert fiona.post("/alder-mutual/goals/recall/new/", sent | {"person_ids": sent["person_ids"][:2]}).status_code == 422
    assert fiona.post("/alder-mutual/goals/recall/new/", sent).status_code == 302
    assert cast.browser("bella").get("/alder-mutual/goals/recall/new/").status_code == 403

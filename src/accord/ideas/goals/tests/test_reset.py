"""A reset: both sides write without seeing the other, they meet, and it ends by itself when everybody agrees."""

from datetime import timedelta

import pytest

from accord.base import clock, registry
from accord.base.journal.models import Entry
from accord.ideas.goals import actions as goals
from accord.ideas.goals import queries
from accord.ideas.goals.models import Picture, ResetItem, Serves

from . import drifting as story

pytestmark = pytest.mark.django_db
SECRET = "A customer rings to say thank you, not to ask"


@pytest.fixture
def called(at_alder):
    """A reset of the claims goal, which changed silently. Bella and Ian take part."""
    made = story.claims(at_alder)
    story.silently(at_alder, made.goal_id)
    made.reset = story.call(at_alder, made.goal_id)
    made.cast = at_alder
    return made


def shown(made):
    return queries.show_reset(by=made.cast.fiona, reset_id=made.reset.id)


def both_write(made) -> None:
    goals.picture(by=made.cast.bella, reset_id=made.reset.id, words=SECRET)
    goals.picture(by=made.cast.ian, reset_id=made.reset.id, words="The rules decide overnight")


def settle(made, title: str = "Nine in ten letters arrive in three days"):
    return goals.settle(by=made.cast.fiona, reset_id=made.reset.id, goal_id=made.goal_id, title=title)


def test_its_agenda_is_made_from_the_signals_of_its_goals_with_their_facts(called) -> None:
    (one,) = ResetItem.objects.exclude(url="")
    assert one.kind == "goals.silent" and "was not told" in one.title and str(called.goal_id) in one.url


def test_both_sides_take_part_or_it_is_no_reset(at_alder) -> None:
    made = story.claims(at_alder)
    with pytest.raises(registry.Mistake) as refused:
        story.call(at_alder, made.goal_id, person_ids=[at_alder.ian.person_id, at_alder.fiona.person_id])
    assert refused.value.field == "person_ids"


def test_a_goal_is_in_one_reset_at_a_time(called) -> None:
    with pytest.raises(registry.Conflict):
        story.call(called.cast, called.goal_id)


def test_nobody_sees_anothers_words_before_all_have_written(called) -> None:
    goals.picture(by=called.cast.bella, reset_id=called.reset.id, words=SECRET)
    for reader in (called.cast.fiona, called.cast.bella, called.cast.ian, called.cast.petra):
        assert SECRET not in repr(queries.show_reset(by=reader, reset_id=called.reset.id))
        assert SECRET not in repr(queries.list_resets(by=reader))
    assert (shown(called).wrote, shown(called).step) == (1, "writing")


def test_no_page_of_anybody_else_holds_sealed_words(cast) -> None:
    with cast.inside():
        made = story.claims(cast)
        reset = story.call(cast, made.goal_id)
        goals.picture(by=cast.bella, reset_id=reset.id, words=SECRET)
    for who in ("fiona", "ian", "petra"):
        browser = cast.browser(who)
        own = f"goals/resets/{reset.id}/"
        for path in ("goals/", "goals/drift/", "goals/resets/", own, f"{own}wall/", "today/", f"asked-of-me/picture/{reset.id}/"):
            assert SECRET not in browser.get(f"/alder-mutual/{path}").content.decode()


def test_what_was_written_is_in_no_journal(called) -> None:
    both_write(called)
    assert not [one for one in Entry.objects.all() if SECRET in str(one.payload)]


def test_the_last_to_write_opens_it_and_then_nobody_writes(called) -> None:
    both_write(called)
    assert {one.picture for one in shown(called).people} == {SECRET, "The rules decide overnight"}
    with pytest.raises(registry.Conflict):
        goals.picture(by=called.cast.ian, reset_id=called.reset.id, words="Or rather as she says")


def test_until_then_one_may_write_it_again_and_the_newest_counts(called) -> None:
    goals.picture(by=called.cast.bella, reset_id=called.reset.id, words="First thought")
    both_write(called)
    assert SECRET in {one.picture for one in shown(called).people} and Picture.objects.count() == 3


def test_a_facilitator_may_open_it_early_and_nobody_else(called) -> None:
    goals.picture(by=called.cast.bella, reset_id=called.reset.id, words=SECRET)
    with pytest.raises(registry.Refused):
        goals.open_pictures(by=called.cast.bella, reset_id=called.reset.id)
    goals.open_pictures(by=called.cast.fiona, reset_id=called.reset.id)
    assert shown(called).step == "meeting"


def test_there_is_nothing_to_open_while_nobody_has_written(called) -> None:
    with pytest.raises(registry.Mistake):
        goals.open_pictures(by=called.cast.fiona, reset_id=called.reset.id)


def test_whoever_does_not_take_part_writes_nothing(called) -> None:
    with pytest.raises(registry.NotThere):
        goals.picture(by=called.cast.petra, reset_id=called.reset.id, words="I see it too")


def test_points_wait_until_the_words_are_open(called) -> None:
    with pytest.raises(registry.Conflict):
        goals.note_point(by=called.cast.fiona, reset_id=called.reset.id, point="It covers")


def test_a_point_said_again_takes_the_new_words(called) -> None:
    both_write(called)
    for settled in ("", "every claim"):
        goals.note_point(by=called.cast.fiona, reset_id=called.reset.id, point="It covers", business="every claim", it="simple claims", settled=settled)
    assert [one.settled for one in called.reset.points.all()] == ["every claim"]


def test_nothing_is_settled_before_both_sides_wrote(called) -> None:
    with pytest.raises(registry.Conflict):
        settle(called)


def test_settling_makes_a_version_that_asks_whoever_works_for_the_goal(called) -> None:
    both_write(called)
    settle(called)
    assert shown(called).step == "confirming"
    assert Serves.objects.get().told == queries.version(called.goal_id).number == 3


def test_it_ends_by_itself_only_when_the_last_link_is_current(called) -> None:
    absent = goals.contribute(by=called.cast.fiona, goal_id=called.goal_id, role="Letters", speaker_id=called.cast.petra.person_id)
    both_write(called)
    settle(called)
    story.agree(called.cast, called.link_id, "Our shift begins two days earlier")
    story.guess_anew(called.cast)
    assert shown(called).step == "confirming"
    said = goals.teach_back(by=called.cast.petra, link_id=absent.id, words="We print on the second day, weekends too")
    goals.confirm(by=called.cast.bella, teach_back_id=said.id, agrees=True)
    assert shown(called).step == "in_accord"


def test_what_begins_to_serve_the_goal_afterwards_had_no_part_in_it(called) -> None:
    both_write(called)
    settle(called)
    story.agree(called.cast, called.link_id, "Our shift begins two days earlier")
    story.guess_anew(called.cast)
    with clock.at(clock.now() + timedelta(days=2)):
        goals.contribute(by=called.cast.fiona, goal_id=called.goal_id, role="Somebody new")
        now = shown(called)
    assert (now.step, now.current, now.links) == ("in_accord", 1, 1)


def test_a_link_that_ends_holds_no_reset_open(called) -> None:
    both_write(called)
    settle(called)
    story.guess_anew(called.cast)
    goals.end_link(by=called.cast.fiona, link_id=called.link_id)
    assert shown(called).step == "in_accord"


def test_a_goal_that_stays_as_it_was_still_asks_whoever_never_heard_of_it(called) -> None:
    both_write(called)
    settle(called, "Decide claims in three days")
    assert queries.show_goal(by=called.cast.fiona, goal_id=called.goal_id)[0].version == 2
    assert Serves.objects.get().told == 2 and shown(called).step == "confirming"


def test_one_that_was_called_off_stays_sealed(called) -> None:
    goals.picture(by=called.cast.bella, reset_id=called.reset.id, words=SECRET)
    goals.stop_reset(by=called.cast.fiona, reset_id=called.reset.id, reason="The regulator withdrew")
    assert shown(called).step == "stopped" and SECRET not in repr(shown(called))
    with pytest.raises(registry.Conflict):
        settle(called)


def test_the_agenda_is_put_in_another_order_and_nothing_else_moves(called) -> None:
    goals.add_item(by=called.cast.fiona, reset_id=called.reset.id, title="Two thanks", minutes=5)
    last = ResetItem.objects.order_by("place").last()
    goals.move_item(by=called.cast.fiona, item_id=last.id, way="up")
    titles = list(ResetItem.objects.order_by("place").values_list("title", flat=True))
    assert titles[-2] == "Two thanks" and len(titles) == 5


def test_the_day_to_look_again_comes_on_today(called) -> None:
    on = clock.today() + timedelta(days=30)
    goals.look_again(by=called.cast.fiona, reset_id=called.reset.id, on=on)
    assert (on, "We look again") in [(one.on, one.title) for one in registry.coming.collect(by=called.cast.bella)]


def test_whoever_has_not_written_finds_it_on_today_until_they_have(called) -> None:
    def asked() -> list[str]:
        return [one.kind for one in registry.owed.collect(by=called.cast.bella)]

    assert "goals.picture" in asked()
    goals.picture(by=called.cast.bella, reset_id=called.reset.id, words=SECRET)
    assert "goals.picture" not in asked()


def test_minutes_are_kept_as_they_were_written_each_time(called) -> None:
    for words in ("Short", "Longer"):
        goals.note_minutes(by=called.cast.fiona, reset_id=called.reset.id, words=words)
    assert [one.words for one in called.reset.notes.all()] == ["Short", "Longer"]


def test_further_people_are_asked_from_its_page_while_all_still_write(called) -> None:
    fiona, at = called.cast.browser("fiona"), f"/alder-mutual/goals/resets/{called.reset.id}/"
    assert "Ask further people to write" in fiona.get(at).content.decode()
    fiona.post(f"{at}invite/", {"invite-person_ids": str(called.cast.petra.person_id)})
    assert "Provider lead" in {one.person for one in shown(called).people}


def test_whoever_took_part_hears_that_it_is_over(called, mailoutbox) -> None:
    both_write(called)
    settle(called)
    story.guess_anew(called.cast)
    goals.end_link(by=called.cast.fiona, link_id=called.link_id)
    over = [mail for mail in mailoutbox if mail.subject == "Both sides hold the same goal again"]
    assert {mail.to[0] for mail in over} == {"bella@alder.example", "ian@fernhill.example"}
    assert "Nine in ten letters arrive in three days" in over[0].body


def test_another_client_sees_nothing_of_it(cast) -> None:
    with cast.inside():
        made = story.claims(cast)
        reset = story.call(cast, made.goal_id)
    with cast.inside(cast.brightwell), pytest.raises(registry.NotThere):
        queries.show_reset(by=cast.sam, reset_id=reset.id)


def test_the_whole_road_by_its_pages(cast) -> None:
    """Fiona calls it, both sides write on their phones, she opens the meeting, notes a point, settles the goal, and prints it."""
    with cast.inside():
        made = story.claims(cast)
        story.silently(cast, made.goal_id)
    fiona, today = cast.browser("fiona"), clock.today()
    sent = {
        "goal_ids": [str(made.goal_id)], "why": "Three days meant two things", "person_ids": [str(cast.people[one].id) for one in ("bella", "ian")],
        "picture_on": today + timedelta(90), "answer_by": today + timedelta(5),
    }  # fmt: skip
    page = fiona.post("/alder-mutual/goals/resets/new/", sent)["Location"]
    for who in ("bella", "ian"):
        asked = f"/alder-mutual/asked-of-me/picture/{page.rstrip('/').rsplit('/', 1)[1]}/"
        assert cast.browser(who).post(asked, {"words": f"{who} sees it"}).status_code == 302
    assert "bella sees it" in fiona.get(page).content.decode()
    fiona.post(f"{page}point/", {"point-point": "It covers", "point-business": "all", "point-it": "some", "point-apart": "yes"})
    assert fiona.post(f"{page}settle/{made.goal_id}/", {}).status_code == 422
    name = f"settle-{made.goal_id}"
    fiona.post(f"{page}settle/{made.goal_id}/", {f"{name}-title": "Letters arrive in three days", f"{name}-why": "They wait"})
    assert "one still has to confirm" in fiona.get(page).content.decode()
    assert "Letters arrive in three days" in fiona.get(f"{page}wall/").content.decode()

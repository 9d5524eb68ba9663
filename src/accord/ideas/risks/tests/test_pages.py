"""The pages of warnings: the register, one warning, raising one, and how they are handled."""

from datetime import timedelta

import pytest

from accord.base import clock
from accord.base.people import actions as people
from accord.ideas.goals import actions as goals
from accord.ideas.listen import actions as listen
from accord.ideas.risks import actions, queries
from accord.ideas.risks.models import ACCEPTED, ACTING, PROXY, WAITS, Note, Risk

pytestmark = pytest.mark.django_db
SEES = "Sign-in tests end on 8 November. The change freeze starts on the 1st."
REGISTER = "/alder-mutual/warnings/"


def ahead(days: int):
    return clock.today() + timedelta(days=days)


@pytest.fixture
def goal(cast):
    with cast.inside():
        return goals.set_goal(by=cast.fiona, title="Decide claims in three days", why="People remember.", owner_id=cast.bella.person_id).goal_id


@pytest.fixture
def raised(cast, goal):
    """Ian warns about a goal that Bella answers for."""
    with cast.inside():
        figures = {"chance_low": 60, "chance_high": 90, "loss_low": 20_000, "loss_high": 60_000, "needs_low": 10, "needs_high": 14}
        return actions.raise_risk(by=cast.ian, sees=SEES, goal_id=goal, asks="Start a week earlier.", bites_on=ahead(18), **figures)


def page(cast, who: str, path: str = REGISTER) -> str:
    answer = cast.browser(who).get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().split())


def one(row: Risk, what: str = "") -> str:
    return f"{REGISTER}{row.id}/{what}"


def now(cast, row: Risk) -> Risk:
    with cast.inside():
        return queries.risk(row.id)


class TestTheRegister:
    def test_nobody_warned_yet_and_that_may_be_good_news(self, cast) -> None:
        shown = page(cast, "bella")
        assert "Nobody has warned of anything yet" in shown and "unsure it is safe" in shown

    def test_the_headline_counts_what_waits_and_the_standfirst_what_can_still_be_done(self, cast, raised) -> None:
        shown = page(cast, "bella")
        assert "One thing could stop our goals and waits for an answer" in shown
        assert "The first would bite in 18 days and takes 10 to 14 to act on." in shown
        assert "To be in time it needs an answer by" in shown  # it is due in 14 days, and begun in 4 at the latest

    def test_a_row_says_who_when_how_likely_how_dear_and_who_answers(self, cast, raised) -> None:
        with cast.inside():
            actions.see_too(by=cast.petra, risk_id=raised.id)
        shown = page(cast, "fiona")
        said = ("Raised by the Identity engineer", "1 other sees this too", "60 to 90 in 100", "€20,000 to €60,000")
        for words in (*said, "needs 10 to 14", "Head of Claims", "in 18 days"):
            assert words in shown, words

    def test_only_who_must_answer_is_offered_to(self, cast, raised) -> None:
        offered = f'href="{one(raised)}#answer"'
        assert offered in page(cast, "bella") and offered in page(cast, "fiona") and offered not in page(cast, "ian")

    @pytest.mark.parametrize(("left", "pressing"), [(14, False), (3, False), (2, True), (0, True), (-1, True)])
    def test_attention_only_where_an_answer_is_due_within_two_days(self, cast, raised, left, pressing) -> None:
        with clock.at(clock.now() + timedelta(days=14 - left)):
            assert ('class="state drift"' in page(cast, "bella")) is pressing

    def test_a_filter_that_finds_nothing_leads_to_a_page_that_says_so(self, cast, raised) -> None:
        with cast.inside():
            quiet = goals.set_goal(by=cast.fiona, title="Pass the audit", why="Two findings.", owner_id=cast.petra.person_id).goal_id
        assert f'<a href="?goal={quiet}#reg" title="Pass the audit">Pass the audit <span class="n">0</span></a>' in page(cast, "bella")
        shown = page(cast, "bella", f"{REGISTER}?goal={quiet}")
        assert "Nobody has warned about “Pass the audit”" in shown and f"{REGISTER}new/?goal={quiet}" in shown

    def test_one_goal_alone(self, cast, raised, goal) -> None:
        with cast.inside():
            actions.raise_risk(by=cast.ian, sees="Something else.")
        shown = page(cast, "bella", f"{REGISTER}?goal={goal}")
        assert SEES in shown and "Something else." not in shown

    def test_words_that_are_no_id_are_not_there(self, cast) -> None:
        assert cast.browser("bella").get(f"{REGISTER}?goal=oops").status_code == 404

    def test_what_was_answered_says_so_in_its_words(self, cast, raised) -> None:
        with clock.at(clock.now() + timedelta(days=3)), cast.inside():
            actions.act(by=cast.bella, risk_id=raised.id, words="The tests start earlier.")
            actions.estimate(by=cast.bella, risk_id=raised.id, chance_low=5, chance_high=10)
        shown = page(cast, "ian")
        for words in ("answered on day 3", "The tests start earlier.", "Chance was 60 to 90 in 100.", "it has its answer"):
            assert words in shown, words

    def test_without_a_name_nobody_counts_the_days(self, cast, raised) -> None:
        week = clock.today() - timedelta(days=clock.today().weekday())
        with cast.inside():
            Risk.objects.filter(id=raised.id).update(how="unnamed", raised_by=None, week=week, crowd=24)
            actions.act(by=cast.bella, risk_id=raised.id, words="It moves.")
        shown = page(cast, "bella")
        assert "Raised without a name, week of" in shown and "answered the same day" not in shown and "who anon" in shown

    def test_the_next_page_begins_where_this_one_ended_and_none_is_shown_twice(self, cast) -> None:
        with cast.inside():
            days = [None if n % 5 == 0 else ahead(n % 7) for n in range(120)]
            made = [actions.raise_risk(by=cast.ian, sees=f"Number {n}.", bites_on=day) for n, day in enumerate(days)]
            every, after = [], None
            while True:
                found = queries.register.page(after=after)
                every += found.rows
                if not found.more:
                    break
                after = found.rows[-1].id
        assert [row.id for row in every] == [row.id for row in sorted(made, key=lambda row: (row.bites_on is None, row.bites_on or ahead(0), row.id))]
        assert "Show the next 50" in page(cast, "bella") and f"after={every[49].id}" in page(cast, "bella")

    def test_as_many_queries_for_fifty_as_for_five(self, cast, goal, django_assert_max_num_queries) -> None:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        def asked() -> int:
            browser = cast.browser("bella")
            browser.get(REGISTER)
            with CaptureQueriesContext(connection) as counted:
                browser.get(REGISTER)
            return len(counted)

        def more(n: int) -> None:
            with cast.inside():
                for _ in range(n):
                    row = actions.raise_risk(by=cast.ian, sees=SEES, goal_id=goal, chance_low=1, chance_high=2, bites_on=ahead(5))
                    actions.act(by=cast.bella, risk_id=row.id, words="Done.")

        more(5)
        few = asked()
        more(45)
        assert asked() == few


class TestOneWarning:
    def test_everybody_with_an_account_reads_it_and_only_some_may_answer(self, cast, raised) -> None:
        for who, answers in (("bella", True), ("fiona", True), ("petra", True), ("ian", False)):
            assert ("Send the answer" in page(cast, who, one(raised))) is answers, who

    def test_a_stranger_finds_nothing(self, cast, raised) -> None:
        assert cast.browser("sam").get(one(raised)).status_code == 404

    def test_the_one_who_must_answers_and_the_one_who_raised_it_sees_what_changed(self, cast, raised) -> None:
        sent = cast.browser("bella").post(one(raised, "answer/"), {"what": "act", "words": "Coast starts on Monday."})
        assert sent.status_code == 302 and now(cast, raised).state == ACTING
        assert "What changed:" in (shown := page(cast, "ian", one(raised))) and "Coast starts on Monday." in shown

    def test_nobody_else_answers(self, cast, raised) -> None:
        assert cast.browser("ian").post(one(raised, "answer/"), {"what": "act", "words": "Done."}).status_code == 403
        assert now(cast, raised).state == WAITS

    def test_an_acceptance_without_its_day_says_so_beside_the_field_and_keeps_the_words(self, cast, raised) -> None:
        answer = cast.browser("bella").post(one(raised, "answer/"), {"what": "accept", "words": "We can bear it."})
        shown = answer.content.decode()
        assert answer.status_code == 422 and "<title>Error:" in shown and "We can bear it." in shown
        assert 'href="#answer_until"' in shown and 'id="answer_until_error"' in shown

    def test_accepted_until_a_day(self, cast, raised) -> None:
        cast.browser("bella").post(one(raised, "answer/"), {"what": "accept", "words": "We can bear it.", "until": ahead(30).isoformat()})
        assert (now(cast, raised).state, now(cast, raised).review_on) == (ACCEPTED, ahead(30))
        assert "It is accepted until" in page(cast, "ian", one(raised))

    def test_what_is_answered_is_looked_at_again_and_opened_again(self, cast, raised) -> None:
        browser = cast.browser("bella")
        browser.post(one(raised, "answer/"), {"what": "decline", "words": "The freeze will move."})
        assert browser.post(one(raised, "look/"), {"words": "It still moves.", "review_on": ""}).status_code == 302
        assert browser.post(one(raised, "reopen/"), {"words": "It does not move."}).status_code == 302
        assert now(cast, raised).state == WAITS
        assert "It does not move." in page(cast, "ian", one(raised))

    def test_a_question_back_and_its_reply_stand_as_a_conversation(self, cast, raised) -> None:
        cast.browser("bella").post(one(raised, "answer/"), {"what": "ask", "words": "Would a week do?"})
        cast.browser("ian").post(one(raised, "more/"), {"words": "A week is enough."})
        shown = page(cast, "fiona", one(raised))
        assert shown.index("Would a week do?") < shown.index("A week is enough.") and '<li class="me">' in shown

    def test_handing_it_over(self, cast, raised) -> None:
        cast.browser("bella").post(one(raised, "answer/"), {"what": "hand", "person_id": str(cast.petra.person_id)})
        assert now(cast, raised).answerer_id == cast.petra.person_id

    def test_i_see_this_too_counts_once_and_is_not_offered_to_whoever_raised_it(self, cast, raised) -> None:
        assert "Do you see this too?" not in page(cast, "ian", one(raised))
        cast.browser("petra").post(one(raised, "see-too/"), {"words": "In the north as well."})
        assert "In the north as well." in page(cast, "bella", one(raised)) and "Do you see this too?" not in page(cast, "petra", one(raised))

    def test_only_whoever_raised_it_says_it_more_strongly_on_a_page_that_says_to_whom_it_goes(self, cast, raised) -> None:
        with cast.inside():
            actions.set_handling(by=cast.fiona, ladder_ids=[cast.petra.person_id])
        assert cast.browser("bella").get(one(raised, "louder/")).status_code == 403
        assert "the Provider lead answers from here on" in page(cast, "ian", one(raised, "louder/"))
        assert cast.browser("ian").post(one(raised, "louder/"), {"words": ""}).status_code == 302
        assert now(cast, raised).answerer_id == cast.petra.person_id

    def test_notes_are_for_those_who_answer_and_never_for_whoever_raised_it(self, cast, goal) -> None:
        with cast.inside():
            mine = actions.raise_risk(by=cast.fiona, sees=SEES, goal_id=goal)
        cast.browser("bella").post(one(mine, "note/"), {"words": "Ask Marek first."})
        with cast.inside():
            assert "Marek" not in Note.objects.get().sealed
        assert "Ask Marek first." in page(cast, "bella", one(mine)) and "Ask Marek first." in page(cast, "petra", one(mine))
        assert "Ask Marek first." not in page(cast, "fiona", one(mine)) and "Ask Marek first." not in page(cast, "ian", one(mine))

    def test_an_estimate_counts_from_now_on_and_the_one_before_stays(self, cast, raised) -> None:
        ranges = {"level": "current", "chance_low": "5", "chance_high": "10", "loss_low": "", "loss_high": "", "basis": "Coast has moved"}
        assert cast.browser("bella").post(one(raised, "estimate/"), ranges).status_code == 302
        shown = page(cast, "fiona", one(raised))
        for words in ("5 to 10 in 100", "Coast has moved", "60 to 90 in 100"):
            assert words in shown

    @pytest.mark.parametrize(
        ("ranges", "says"),
        [
            ({"chance_low": "90", "chance_high": "60"}, "“To” must be at least"),
            ({"chance_low": "9"}, "Give both ends"),
            ({}, "Give a chance or an amount"),
            ({"chance_low": "9", "chance_high": "101"}, "between 0 and 100"),
        ],
    )
    def test_ranges_that_are_none_are_told_beside_their_field(self, cast, raised, ranges, says) -> None:
        answer = cast.browser("bella").post(one(raised, "estimate/"), {"level": "current", "basis": "A guess", **ranges})
        assert answer.status_code == 422 and says in answer.content.decode()


class TestRaising:
    def test_it_is_read_once_more_before_it_is_sent(self, cast, goal) -> None:
        browser, said = cast.browser("bella"), {"sees": SEES, "goal_id": str(goal), "how": "open", "loss_low": "20k", "loss_high": "60k"}
        read = browser.post(f"{REGISTER}new/", said).content.decode()
        with cast.inside():
            assert not Risk.objects.exists()
        assert "This is how it will read" in read and "€20,000 to €60,000" in read and "The Service delivery lead must answer it by" in read
        sent = browser.post(f"{REGISTER}new/", said | {"step": "send"})
        with cast.inside():
            row = Risk.objects.get()
        assert sent.headers["Location"] == one(row) and (row.sees, row.raised_by_id) == (SEES, cast.bella.person_id)

    def test_what_was_typed_is_there_when_something_is_changed(self, cast) -> None:
        shown = cast.browser("bella").post(f"{REGISTER}new/", {"sees": SEES, "how": "open", "step": "change"})
        assert shown.status_code == 200 and SEES in shown.content.decode() and "What do you see coming?" in shown.content.decode()

    def test_the_frame_is_drafted_from_the_goal_it_threatens(self, cast, goal) -> None:
        said = {"sees": "They end on the 8th.", "goal_id": str(goal), "how": "open", "asks": "We need the sign-in tests finished before the freeze."}
        read = cast.browser("bella").post(f"{REGISTER}new/", said).content.decode()
        assert "To decide claims in three days, we need the sign-in tests finished before the freeze. They end on the 8th." in read

    def test_blaming_and_vague_words_get_a_hint_and_nothing_stands_in_the_way(self, cast) -> None:
        browser, said = cast.browser("bella"), {"sees": "Nobody checked the restore, and something could go wrong.", "how": "open"}
        read = browser.post(f"{REGISTER}new/", said).content.decode()
        assert "points at people" in read and "can mean much" in read
        assert "points at people" in browser.post(f"{REGISTER}new/", said | {"step": "change"}).content.decode()
        assert browser.post(f"{REGISTER}new/", said | {"step": "send"}).status_code == 302

    def test_a_plain_link_leads_to_the_way_without_a_name_once_there_is_one(self, cast) -> None:
        assert "Say it without a name" not in page(cast, "bella", f"{REGISTER}new/")
        with cast.inside():
            for name in ("Marek", "Dana", "Owen", "Ruth", "Sol"):
                people.add_person(by=cast.fiona, name=name, email=f"{name}@alder.example", team="Claims")
            actions.set_handling(by=cast.fiona, listener_ids=[cast.petra.person_id])
            actions.refresh_board()
        for path in ("", "new/"):
            assert "Say it without a name" in page(cast, "bella", REGISTER + path)

    def test_passed_on_for_somebody_it_says_who_passed_it_on_and_nothing_else(self, cast) -> None:
        said = {"sees": SEES, "how": "proxy", "band": "somebody on the counter", "step": "send"}
        cast.browser("bella").post(f"{REGISTER}new/", said)
        with cast.inside():
            assert Risk.objects.get().how == PROXY
        assert "Passed on by the Head of Claims for somebody (somebody on the counter)" in page(cast, "ian")

    def test_from_a_goal_or_a_piece_of_work_it_stands_in_the_form_already(self, cast, goal) -> None:
        assert f'<option value="{goal}" selected>' in page(cast, "bella", f"{REGISTER}new/?goal={goal}")

    def test_without_what_is_seen_it_says_so(self, cast) -> None:
        answer = cast.browser("bella").post(f"{REGISTER}new/", {"sees": "", "how": "open", "asks": "Move it."})
        assert answer.status_code == 422 and "Fill in “What I see”" in answer.content.decode() and "Move it." in answer.content.decode()

    def test_acting_helps_only_before_it_bites(self, cast) -> None:
        said = {"sees": SEES, "how": "open", "bites_on": ahead(3).isoformat(), "act_by": ahead(4).isoformat()}
        assert "Choose an earlier day" in cast.browser("bella").post(f"{REGISTER}new/", said).content.decode()


class TestHandling:
    def test_only_facilitators_set_it(self, cast) -> None:
        assert cast.browser("bella").get(f"{REGISTER}handling/").status_code == 403
        assert "How they are handled" not in page(cast, "bella") and "How they are handled" in page(cast, "fiona")

    def test_days_listeners_and_who_comes_next(self, cast) -> None:
        said = {"read_days": "3", "answer_days": "10", "listener_1": str(cast.bella.person_id), "next_1": str(cast.petra.person_id)}
        assert cast.browser("fiona").post(f"{REGISTER}handling/", said).status_code == 302
        with cast.inside():
            found = queries.handling()
        assert (found.read_days, found.answer_days) == (3, 10)
        assert [one.id for one in found.listeners] == [cast.bella.person_id] and [one.id for one in found.ladder] == [cast.petra.person_id]

    def test_an_answer_comes_after_reading(self, cast) -> None:
        answer = cast.browser("fiona").post(f"{REGISTER}handling/", {"read_days": "5", "answer_days": "2"})
        assert answer.status_code == 422 and "give it at least 5 days" in answer.content.decode()


def test_a_goal_and_a_piece_of_work_show_their_warnings_and_lead_to_raising_one(cast, raised, goal) -> None:
    with cast.inside():
        work = listen.file_request(by=cast.fiona, problem="One sign-in is missing.").request
        actions.raise_risk(by=cast.ian, sees="The vendor is late.", initiative_id=work.initiative_id)
    on_goal, on_work = page(cast, "bella", f"/alder-mutual/goals/{goal}/"), page(cast, "bella", f"/alder-mutual/initiatives/{work.initiative_id}/")
    assert SEES in on_goal and f"{REGISTER}new/?goal={goal}" in on_goal
    assert "The vendor is late." in on_work and f"{REGISTER}new/?initiative={work.initiative_id}" in on_work


def test_the_rail_counts_those_without_an_answer(cast, raised) -> None:
    assert 'Early warnings <span class="n">1<span class="vh"> without an answer</span></span>' in page(cast, "bella", "/alder-mutual/today/")


def test_a_search_for_work_finds_what_was_warned_of(cast) -> None:
    with cast.inside():
        work = listen.file_request(by=cast.fiona, problem="One sign-in is missing.").request
        actions.raise_risk(by=cast.ian, sees="The vendor is late.", initiative_id=work.initiative_id)
    assert "One sign-in is missing" in page(cast, "bella", "/alder-mutual/initiatives/?q=vendor")

"""What programs get: the registry's verbs, with one token in one client."""

from accord.base import scope
from accord.base.journal.models import Entry
from accord.base.people import actions
from accord.ideas.goals.models import Goal

GOAL = {"title": "Decide in three days", "why": "Storm season"}


def test_a_program_sets_a_goal_and_reads_it_again(cast, calling) -> None:
    program = calling(cast.fiona)
    made = program.post("goals/set-goal", {**GOAL, "owner_id": str(cast.bella.person_id)})
    assert made.status_code == 200
    assert [goal["title"] for goal in program.get("goals/list-goals").json()] == ["Decide in three days"]


def test_what_a_program_did_is_journaled_at_its_door(cast, calling) -> None:
    calling(cast.fiona).post("goals/set-goal", {**GOAL, "owner_id": str(cast.bella.person_id)})
    with cast.inside():
        assert Entry.objects.filter(event="goals.goal_set").latest("seq").door == "api"


def test_a_token_that_may_only_read_changes_nothing(cast, calling) -> None:
    program = calling(cast.fiona, may_write=False)
    assert program.post("goals/set-goal", {**GOAL, "owner_id": str(cast.bella.person_id)}).status_code == 403
    assert program.get("goals/list-goals").json() == []


def test_a_program_acts_with_its_makers_role(cast, calling) -> None:
    assert calling(cast.bella).post("goals/set-goal", {**GOAL, "owner_id": str(cast.bella.person_id)}).status_code == 403


def test_another_clients_goal_is_answered_as_if_there_were_none(cast, calling) -> None:
    goal_id = calling(cast.fiona).post("goals/set-goal", {**GOAL, "owner_id": str(cast.bella.person_id)}).json()["id"]
    stranger = calling(cast.sam)
    foreign, invented = stranger.get("goals/show-goal", goal_id=goal_id), stranger.get("goals/show-goal", goal_id="01930c4e-7a1b-7c3d-9e2f-5a6b7c8d9e0f")
    assert foreign.status_code == 404
    assert foreign.content == invented.content


def test_a_browsers_session_does_not_widen_or_narrow_a_token(cast, calling) -> None:
    program = calling(cast.fiona)
    program.client.force_login(cast.accounts["sam"])
    assert program.get("goals/list-goals").status_code == 200


def test_a_session_without_a_token_is_nobody(cast, calling) -> None:
    program = calling(cast.fiona)
    program.client.force_login(cast.accounts["fiona"])
    assert program.client.get("/api/goals/list-goals/").status_code == 401


def test_tokens_that_are_none(cast, calling) -> None:
    program = calling(cast.fiona)
    whole = program.token
    for text in ("", "acc_", "acc_x", whole[:-1], whole + "x", whole[:-1] + ("A" if whole[-1] != "A" else "B"), "acc_" + "ü" * 48, "\x00"):
        program.token = text
        assert program.get("goals/list-goals").status_code == 401, text


def test_a_closed_token_is_none(cast, calling) -> None:
    program = calling(cast.fiona)
    with scope.within(cast.alder.id):
        from accord.base.people.models import Token

        actions.revoke_token(by=cast.fiona, token_id=Token.objects.get().id)
    assert program.get("goals/list-goals").status_code == 401


def test_a_key_is_done_once_and_answered_the_same_again(cast, calling) -> None:
    program = calling(cast.fiona)
    body = {**GOAL, "owner_id": str(cast.bella.person_id)}
    first, again = (program.post("goals/set-goal", body, key="autumn-1") for _ in range(2))
    assert first.json() == again.json()
    with cast.inside():
        assert Goal.objects.count() == 1


def test_a_key_used_for_something_else_is_refused(cast, calling) -> None:
    program = calling(cast.fiona)
    body = {**GOAL, "owner_id": str(cast.bella.person_id)}
    program.post("goals/set-goal", body, key="autumn-1")
    assert program.post("goals/set-goal", {**body, "title": "Something else"}, key="autumn-1").status_code == 409


def test_another_persons_key_does_not_open_the_answer(cast, calling) -> None:
    body = {**GOAL, "owner_id": str(cast.bella.person_id)}
    calling(cast.fiona).post("goals/set-goal", body, key="autumn-1")
    assert calling(cast.petra).post("goals/set-goal", body, key="autumn-1").status_code == 409
    assert calling(cast.bella).post("goals/set-goal", body, key="autumn-1").status_code == 403


def test_a_key_of_another_client_is_free_here(cast, calling) -> None:
    calling(cast.fiona).post("goals/set-goal", {**GOAL, "owner_id": str(cast.bella.person_id)}, key="autumn-1")
    assert calling(cast.sam).post("goals/set-goal", {**GOAL, "owner_id": str(cast.sam.person_id)}, key="autumn-1").status_code == 200

"""That is mine too: an open request is joined instead of filed again."""

from accord.ideas.listen import actions, queries
from accord.ideas.listen.models import Joining


def test_a_paraphrase_finds_the_open_request(cast, storm) -> None:
    with cast.inside():
        found = queries.similar_requests(by=cast.ian, problem="Our people are locked out in the morning and wait for a new password.")
    assert [one.id for one in found] == [storm.id]


def test_joining_keeps_the_words_beside_the_first_ones(cast, storm) -> None:
    with cast.inside():
        actions.join_request(by=cast.ian, request_id=storm.id, words="I reset forty passwords on a storm day.")
        answers = queries.list_answers(by=cast.fiona, initiative_id=storm.initiative_id)
    assert [one.person for one in answers] == ["Head of Claims", "Identity engineer"]


def test_joining_twice_with_the_same_words_is_joining_once(cast, storm) -> None:
    with cast.inside():
        for _ in range(2):
            actions.join_request(by=cast.ian, request_id=storm.id, words="Mine too")
        assert Joining.objects.count() == 1


def test_a_stranger_is_shown_no_request_of_another_client(cast, storm) -> None:
    with cast.inside(cast.brightwell):
        assert queries.similar_requests(by=cast.sam, problem=storm.problem) == []

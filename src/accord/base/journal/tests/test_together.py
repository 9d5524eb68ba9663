"""Many who act at once: every act has its place in the one chain, none is lost, none is there twice."""

import threading

from django.db import connection, transaction

from accord.base import scope
from accord.base.journal import queries
from accord.base.journal.models import Entry
from accord.base.people import actions

WRITERS, ACTS = 6, 5


def write_at_once(cast, act) -> list[BaseException]:
    """`act(number)` in a thread each; what went wrong."""
    wrong: list[BaseException] = []
    ready = threading.Barrier(WRITERS)

    def work(number: int) -> None:
        try:
            ready.wait()
            for turn in range(ACTS):
                with scope.within(cast.alder.id), transaction.atomic():
                    act(number * ACTS + turn)
        except BaseException as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def test_acts_at_once_neither_fork_the_chain_nor_lose_an_entry(transactional_db, request) -> None:
    from tests.cast import gather

    cast = gather()
    with cast.inside():
        before = Entry.objects.count()
    wrong = write_at_once(cast, lambda number: actions.add_team(by=cast.fiona, name=f"Team {number}", side="it"))
    assert wrong == []
    with cast.inside():
        assert queries.verify().faults == ()
        assert Entry.objects.count() == before + WRITERS * ACTS
        assert len(set(Entry.objects.filter(event="people.team_added").values_list("payload__name", flat=True))) == WRITERS * ACTS + 0


def test_the_last_two_who_look_after_people_cannot_remove_each_other_at_once(transactional_db) -> None:
    from tests.cast import gather

    cast = gather()
    ready, done = threading.Barrier(2), []

    def go(by, whom) -> None:
        try:
            ready.wait()
            with scope.within(cast.alder.id), transaction.atomic():
                actions.end_access(by=by, person_id=whom.person_id)
            done.append(whom)
        except Exception:
            pass
        finally:
            connection.close()

    with cast.inside():
        actions.change_role(by=cast.petra, person_id=cast.ian.person_id, role="facilitator")
        actions.end_access(by=cast.petra, person_id=cast.petra.person_id)
    threads = [threading.Thread(target=go, args=pair) for pair in ((cast.fiona, cast.ian), (cast.ian, cast.fiona))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1

"""What the queue promises."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from accord.base import clock
from accord.base.jobs import GiveUp, TryAgain, queue
from accord.base.jobs.models import Beat
from accord.base.jobs.tests import sample
from accord.base.jobs.worker import Worker, tries_of

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _nothing_seen():
    sample.seen.clear()
    sample.trouble.clear()


@pytest.fixture
def worker() -> Worker:
    return Worker("w1")


def the_job() -> DBTaskResult:
    return DBTaskResult.objects.get()


def test_a_job_is_done_once(worker: Worker) -> None:
    sample.note.later(word="hello")
    assert worker.do_one() and not worker.do_one()
    assert sample.seen == ["hello"]


def test_undoing_the_action_undoes_its_job(worker: Worker) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        sample.note.later(word="never")
        raise ZeroDivisionError
    assert not worker.do_one() and DBTaskResult.objects.count() == 0


def test_a_job_runs_in_its_clients_scope_and_leaves_none_behind(worker: Worker) -> None:
    client = uuid4()
    sample.whose.later(client_id=client)
    sample.whose.later()
    worker.do_one()
    worker.do_one()
    assert sample.seen == [client]
    assert [failed.reason.partition(" ")[0] for failed in queue.failed()] == []  # it gets further tries
    assert DBTaskResult.objects.filter(traceback__startswith="NoScope").count() == 1


def test_arguments_the_function_does_not_take_are_refused_when_asking() -> None:
    with pytest.raises(TypeError):
        sample.note.later(wrod="typo")


def test_a_job_waits_for_its_moment(worker: Worker) -> None:
    with clock.at(MONDAY):
        sample.note.later(word="later", after=MONDAY + timedelta(hours=1))
        assert not worker.do_one()
        clock.tick(hours=1)
        assert worker.do_one()


def test_a_failing_job_is_tried_again_later_and_later_then_stays_failed(worker: Worker) -> None:
    sample.trouble.append(ValueError("Bella said: the claims are slow"))
    with clock.at(MONDAY):
        sample.note.later(word="x")
        waits = []
        for _ in range(2):
            assert worker.do_one() and not worker.do_one()
            waits.append((the_job().run_after - clock.now()).total_seconds())
            clock.tick(seconds=waits[-1])
        worker.do_one()
        assert 24 <= waits[0] <= 36 and 96 <= waits[1] <= 144
        assert [(failed.job, failed.tries) for failed in queue.failed()] == [("accord.base.jobs.tests.sample.note", 3)]


def test_the_words_of_an_error_are_not_kept_but_its_kind_and_place_are(worker: Worker, caplog: pytest.LogCaptureFixture) -> None:
    sample.trouble.append(ValueError("Bella said: the claims are slow"))
    sample.note.later(word="x")
    worker.do_one()
    assert the_job().traceback.startswith("ValueError at sample.py:")
    assert "Bella" not in caplog.text and "ValueError at sample.py:" in caplog.text


def test_our_own_sentence_about_a_failure_is_kept(worker: Worker) -> None:
    sample.trouble.append(TryAgain("The other side sleeps."))
    sample.note.later(word="x")
    worker.do_one()
    assert the_job().traceback == "The other side sleeps."


def test_a_job_that_can_never_work_fails_at_once_and_can_be_given_another_round(worker: Worker) -> None:
    sample.trouble.append(GiveUp("No."))
    sample.note.later(word="second chance")
    worker.do_one()
    assert [failed.reason for failed in queue.failed()] == ["No."]
    sample.trouble.clear()
    assert queue.retry_failed() == 1
    worker.do_one()
    assert sample.seen == ["second chance"] and queue.failed() == []


def test_a_job_the_code_no_longer_has_fails_with_its_name(worker: Worker) -> None:
    sample.note.later(word="x")
    row = the_job()
    row.args_kwargs["kwargs"]["job"] = "accord.gone.away"
    row.save()
    worker.do_one()
    assert queue.failed()[0].reason == "There is no job accord.gone.away in this version of Accord."


def test_the_job_of_a_dead_worker_is_given_to_another(worker: Worker) -> None:
    sample.note.later(word="rescued")
    with clock.at(MONDAY):
        Worker("dying").beat()
        queue.claim("dying")
        assert queue.sweep(tries_of) == 0
        clock.tick(seconds=61)
        assert queue.sweep(tries_of) == 1
    assert worker.do_one() and sample.seen == ["rescued"]


def test_a_living_worker_keeps_its_job_however_long_it_takes() -> None:
    sample.note.later(word="slow")
    with clock.at(MONDAY):
        queue.claim("busy")
        for _ in range(50):
            clock.tick(minutes=5)
            Worker("busy").beat()
            assert queue.sweep(tries_of) == 0


def test_a_job_that_kills_every_worker_fails_in_the_end() -> None:
    sample.note.later(word="poison")
    for number in range(3):
        assert queue.failed() == []
        queue.claim(f"victim {number}")
        queue.sweep(tries_of)
    assert queue.failed()[0].reason == "The worker died doing it."


def test_a_worker_thought_dead_cannot_end_the_job_another_now_has() -> None:
    sample.note.later(word="x")
    slow = queue.claim("slow")
    queue.sweep(tries_of)
    queue.claim("next")
    assert slow is not None
    queue.done(slow, sample.note)
    queue.went_wrong(slow, ValueError(), 3)
    assert the_job().status == "RUNNING"


def test_what_finished_is_forgotten_after_a_week_and_what_failed_after_three_months(worker: Worker) -> None:
    with clock.at(MONDAY):
        sample.note.later(word="fine")
        worker.do_one()
        sample.trouble.append(GiveUp("No."))
        sample.note.later(word="failed")
        worker.do_one()
        counts = []
        for days in (6, 2, 80, 4):
            clock.tick(days=days)
            queue.prune()
            counts.append(DBTaskResult.objects.count())
    assert counts == [2, 1, 1, 0]


def test_an_idle_worker_only_reads(worker: Worker) -> None:
    with CaptureQueriesContext(connection, ) as asked:
        worker.do_one()
    assert [query["sql"].split()[0] for query in asked] == ["SELECT"]


def test_jobs_nobody_takes_are_noticed() -> None:
    sample.note.later(word="x")
    assert queue.late() == 0
    with clock.at(clock.now() + timedelta(minutes=11)):
        assert queue.late() == 1


def test_a_worker_that_ends_well_leaves_no_sign_of_life() -> None:
    Worker("gone").beat()
    with clock.at(clock.now() + timedelta(days=2)):
        queue.prune()
    assert Beat.objects.count() == 0

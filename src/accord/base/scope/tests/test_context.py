"""The scope is a set of clients that only narrows, belongs to the context it was opened in, and is never there by accident."""

import threading
from uuid import UUID, uuid4

import pytest

from accord.base import scope

ALDER, BRIGHTWELL = uuid4(), uuid4()


def test_there_is_no_scope_by_itself() -> None:
    assert scope.clients() == frozenset()
    with pytest.raises(scope.NoScope):
        scope.one()


def test_a_scope_lasts_as_long_as_its_block() -> None:
    with scope.within(ALDER):
        assert scope.one() == ALDER
    assert scope.clients() == frozenset()


def test_a_scope_ends_when_its_block_fails() -> None:
    with pytest.raises(KeyError), scope.within(ALDER):
        raise KeyError
    assert scope.clients() == frozenset()


def test_a_nested_scope_only_narrows() -> None:
    with scope.within(ALDER, BRIGHTWELL), scope.within(BRIGHTWELL):
        assert scope.one() == BRIGHTWELL
        with pytest.raises(scope.TooWide), scope.within(ALDER):
            pass


def test_writing_needs_exactly_one_client() -> None:
    with scope.within(ALDER, BRIGHTWELL), pytest.raises(scope.NoScope):
        scope.one()


def test_nobody_is_a_scope_that_cannot_be_widened() -> None:
    with scope.nobody(), pytest.raises(scope.TooWide), scope.within(ALDER):
        pass


def test_a_scope_of_no_client_is_a_mistake() -> None:
    with pytest.raises(scope.NoScope), scope.within():
        pass


def test_leaving_a_scope_needs_a_reason_and_allows_entering_another() -> None:
    with scope.within(ALDER):
        with pytest.raises(ValueError, match="why"), scope.outside(""):
            pass
        with scope.outside("a client after the other is counted"):
            assert scope.clients() == frozenset()
            with scope.within(BRIGHTWELL):
                assert scope.one() == BRIGHTWELL
        assert scope.one() == ALDER


def test_a_thread_begins_without_the_scope_of_whoever_started_it() -> None:
    seen: list[frozenset[UUID]] = []
    with scope.within(ALDER):
        thread = threading.Thread(target=lambda: seen.append(scope.clients()))
        thread.start()
        thread.join()
    assert seen == [frozenset()]

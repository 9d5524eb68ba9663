"""Whoever changes, removes, adds or cuts off what the journal says is found out, and the place is named.

The walls refuse all of that, so the true rows are read and the check is handed copies that somebody changed.
"""

from copy import copy
from typing import Any
from uuid import uuid4

import pytest

from accord.base import clock, journal, registry, scope
from accord.base.journal import chain, queries, writing
from accord.base.journal.models import Entry, Head
from accord.base.people import actions
from accord.base.people.models import Team


@pytest.fixture
def written(at_alder) -> list[Entry]:
    """A chain of nine entries and its head."""
    for name in ("Actuaries", "Brokers", "Contact centre"):
        actions.add_team(by=at_alder.fiona, name=name, side="business")
    return list(Entry.objects.order_by("seq"))


def faults(entries: list[Entry], head: Head | None = None) -> list[tuple[int, str]]:
    return [(fault.seq, fault.what) for fault in queries.walk(entries, head or Head.objects.get()).faults]


def forged(entry: Entry, **words: Any) -> Entry:
    """A copy of an entry that says something else."""
    other = copy(entry)
    for name, value in words.items():
        setattr(other, name, value)
    return other


def sealed(entry: Entry, **words: Any) -> Entry:
    """A forgery by somebody who knows the arithmetic: its own hashes fit."""
    other = forged(entry, **words)
    other.commitment = chain.commitment(other.salt, other.payload)
    other.hash = chain.link(other.previous, writing.meta_of(other), other.commitment)
    return other


def test_an_untouched_journal_is_whole(written) -> None:
    found = queries.verify()
    assert (found.faults, found.entries) == ((), len(written))
    assert found.head == written[-1].hash


def test_an_empty_journal_is_whole(at_alder) -> None:
    assert queries.walk([], None) == queries.Verified(0, "", ())


@pytest.mark.parametrize("words", [{"payload": {"name": "Auditors"}}, {"payload": {}}, {"payload": {}, "salt": ""}, {"salt": "00" * 16}])
def test_changed_content_is_named_by_its_place(written, words) -> None:
    written[4] = forged(written[4], **words)
    assert faults(written) == [(5, "its content was changed")]


@pytest.mark.parametrize("words", [
    {"event": "people.team_renamed"}, {"door": "api"}, {"person_id": None}, {"person_id": uuid4()}, {"subject_id": uuid4()}, {"subject_kind": "people.link"},
    {"at": clock.now()}, {"client_id": uuid4()}])
def test_who_when_and_what_are_part_of_the_chain(written, words) -> None:
    written[4] = forged(written[4], **words)
    assert faults(written) == [(5, "its time, person, door, event or subject was changed")]


def test_a_forgery_with_fitting_hashes_breaks_the_link_to_the_next(written) -> None:
    written[4] = sealed(written[4], payload={"name": "Auditors"})
    assert faults(written) == [(6, "does not follow the entry before it")]


def test_a_removed_entry_leaves_a_gap(written) -> None:
    del written[4]
    assert faults(written) == [(5, "missing"), (6, "does not follow the entry before it")]


def test_an_entry_put_in_between_follows_nothing(written) -> None:
    written.insert(5, sealed(written[4], previous=written[4].hash, payload={"name": "Auditors"}))
    assert (5, "stands here twice") in faults(written)


def test_two_entries_that_changed_places_are_found(written) -> None:
    written[3], written[4] = forged(written[4], seq=4), forged(written[3], seq=5)
    assert {seq for seq, _what in faults(written)} >= {4, 5, 6}


def test_entries_cut_off_the_end_are_missed(written) -> None:
    assert faults(written[:-2]) == [(len(written) - 1, "entries at the end are missing")]


def test_an_entry_added_behind_the_end_is_found(written) -> None:
    last = written[-1]
    assert faults([*written, sealed(last, seq=last.seq + 1, previous=last.hash)]) == [(last.seq, "entries were added behind the end")]


def test_a_last_entry_that_was_exchanged_is_found(written) -> None:
    written[-1] = sealed(written[-1], payload={"name": "Auditors"})
    assert faults(written) == [(written[-1].seq, "it is not the entry the journal ended with")]


def test_a_whole_journal_that_was_thrown_away_is_missed(written) -> None:
    assert faults([]) == [(1, "entries at the end are missing")]


def test_the_order_of_keys_in_the_content_does_not_matter(written) -> None:
    written[0] = forged(written[0], payload=dict(reversed(written[0].payload.items())))
    assert faults(written) == []


def test_two_lists_of_parts_never_read_the_same() -> None:
    assert chain.link("ab", {}, "c") != chain.link("a", {}, "bc")


# ---- telling ---------------------------------------------------------------------------------------------------------------------------


def test_nothing_is_told_outside_an_act(at_alder) -> None:
    with pytest.raises(RuntimeError, match="outside an action"):
        journal.record(by=at_alder.fiona, event="tests.told", subject=Team.objects.first())


def test_entries_stand_in_the_order_they_were_told(at_alder) -> None:
    team = Team.objects.first()
    with registry.acting(at_alder.fiona, "tests.tell"):
        for number in range(3):
            journal.record(by=at_alder.fiona, event=f"tests.told_{number}", subject=team)
    assert [entry.event for entry in queries.of_subject(team.id)][-3:] == ["tests.told_0", "tests.told_1", "tests.told_2"]


def test_an_act_that_fails_tells_nothing(at_alder) -> None:
    before = Entry.objects.count()
    with pytest.raises(KeyError), registry.acting(at_alder.fiona, "tests.fail"):
        actions.add_team(by=at_alder.fiona, name="Actuaries", side="it")
        raise KeyError
    assert (Entry.objects.count(), Team.objects.filter(name="Actuaries").count()) == (before, 0)


def test_what_an_inner_act_told_is_forgotten_with_it_when_the_outer_one_goes_on(at_alder) -> None:
    with registry.acting(at_alder.fiona, "tests.outer"):
        with pytest.raises(KeyError), registry.acting(at_alder.fiona, "tests.inner"):
            actions.add_team(by=at_alder.fiona, name="Actuaries", side="it")
            raise KeyError
        brokers = actions.add_team(by=at_alder.fiona, name="Brokers", side="it")
    assert [entry.subject_id for entry in Entry.objects.order_by("-seq")[:1]] == [brokers.id]
    assert queries.verify().faults == ()


def test_each_client_has_a_chain_of_its_own(cast) -> None:
    for client in (cast.alder, cast.brightwell):
        with cast.inside(client):
            assert Entry.objects.order_by("seq").first().previous == ""
            assert queries.verify().faults == ()


def test_checking_needs_one_client(cast) -> None:
    with scope.within(cast.alder.id, cast.brightwell.id), pytest.raises(scope.NoScope):
        queries.verify()

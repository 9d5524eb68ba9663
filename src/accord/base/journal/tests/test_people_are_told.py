"""What is done to people, which lies below the journal, is in it all the same."""

from accord.base.journal import queries
from accord.base.journal.models import Entry
from accord.base.people import actions


def test_what_is_done_to_people_is_in_the_journal_without_their_addresses(cast) -> None:
    with cast.inside():
        clara = actions.add_person(by=cast.fiona, name="Clara Diaz", email="clara@alder.example")
        actions.change_person(by=cast.fiona, person_id=clara.id, email="clara.diaz@alder.example", job="Handler")
        actions.invite_person(by=cast.fiona, person_id=clara.id, role="contributor")
        actions.change_role(by=cast.fiona, person_id=clara.id, role="business_lead")
        actions.end_access(by=cast.fiona, person_id=clara.id)
        actions.leave(by=cast.fiona, person_id=clara.id)
        told = list(Entry.objects.filter(subject_id=clara.id))
    assert [entry.event for entry in told] == [f"people.{event}" for event in (
        "person_added", "person_changed", "person_invited", "role_changed", "access_ended", "person_left")]
    assert told[1].payload["changed"] == ["email", "job"]
    assert all("@" not in str(entry.payload) and entry.person_id == cast.fiona.person_id for entry in told)


def test_the_first_run_and_a_new_client_begin_their_journals(cast) -> None:
    for client in (cast.alder, cast.brightwell):
        with cast.inside(client):
            assert [entry.event for entry in queries.of_subject(client.id)] == ["people.client_opened"]

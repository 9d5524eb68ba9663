"""The first wall: the program itself. Rows of clients are found in their scope only, and raise without one instead of coming out empty."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from accord.base import scope
from accord.base.people.models import Client, Link, Person, Team


def test_without_a_scope_rows_are_not_empty_but_refused(cast) -> None:
    for ask in (Person.objects.count, Person.objects.first, lambda: list(Person.objects.values_list("id")), lambda: Person.objects.filter(id=None).exists()):
        with pytest.raises(scope.NoScope):
            ask()


def test_each_client_sees_its_own(cast) -> None:
    with cast.inside():
        assert not Person.objects.filter(name="Sam Reyes").exists()
    with cast.inside(cast.brightwell):
        assert Person.objects.filter(name="Sam Reyes").exists()


def test_another_clients_row_is_not_there_whatever_way_it_is_asked_for(cast) -> None:
    sam = cast.people["sam"].id
    with cast.inside():
        for ask in (
            lambda: Person.objects.get(id=sam), lambda: Person._base_manager.get(id=sam), lambda: Person.objects.select_related("client").get(id=sam),
            lambda: Person.objects.in_bulk([sam])[sam], lambda: cast.people["sam"].refresh_from_db(),
        ):
            with pytest.raises((ObjectDoesNotExist, KeyError)):
                ask()


def test_a_query_follows_the_scope_it_runs_in_and_not_the_one_it_was_built_in(cast) -> None:
    with cast.inside():
        kept = Person.objects.order_by("name")
    with cast.inside(cast.brightwell):
        assert [person.name for person in kept] == ["Petra Lindqvist", "Sam Reyes"]


def test_reverse_and_joined_rows_stay_in_scope(cast) -> None:
    with cast.inside():
        names = {person.name for team in Team.objects.prefetch_related("people") for person in team.people.all()}
        assert names == {"Fiona Byrne", "Bella Onyango", "Ian Kerr", "Petra Lindqvist"}
        assert Link.objects.filter(person__name="Sam Reyes").count() == 0


def test_a_new_row_belongs_to_the_client_in_scope(cast) -> None:
    with cast.inside():
        assert Team.objects.create(name="Actuaries", side="business").client_id == cast.alder.id


@pytest.mark.parametrize("write", [
    lambda other: Team(client=other, name="Spies", side="it").save(),
    lambda other: Team.objects.create(client=other, name="Spies", side="it"),
    lambda other: Team.objects.bulk_create([Team(client=other, name="Spies", side="it")]),
    lambda other: Team.objects.update(client=other),
    lambda other: Team.objects.update_or_create(client=other, name="Spies", defaults={"side": "it"}),
], ids=["save", "create", "bulk_create", "update", "update_or_create"])
def test_no_row_of_another_client_is_written(cast, write) -> None:
    with pytest.raises(scope.AnotherClient), cast.inside():
        write(cast.brightwell)


def test_nothing_is_written_with_two_clients_in_scope(cast) -> None:
    with scope.within(cast.alder.id, cast.brightwell.id):
        for write in (
            lambda: Team.objects.create(name="Both", side="it"), lambda: Team.objects.update(name="Both"), lambda: Team.objects.filter(name="Claims").delete(),
        ):
            with pytest.raises(scope.NoScope):
                write()


def test_a_row_taken_from_another_scope_is_neither_saved_nor_removed_here(cast) -> None:
    with cast.inside():
        for write in (cast.people["sam"].save, cast.people["sam"].delete):
            with pytest.raises(scope.AnotherClient):
                write()


def test_queries_written_by_hand_are_refused(cast) -> None:
    with cast.inside(), pytest.raises(scope.NoScope):
        Person.objects.raw("SELECT * FROM people_person")


def test_the_roll_of_clients_is_read_outside_only_and_never_written_there(cast) -> None:
    with cast.inside():
        assert [client.slug for client in Client.objects.all()] == ["alder-mutual"]
    with pytest.raises(scope.NoScope):
        Client.objects.count()

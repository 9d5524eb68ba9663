"""An act is whole or not at all, and two who do the same at once are told so."""

import pytest
from django.db import IntegrityError

from accord.base import registry
from accord.base.journal.acts import act
from accord.base.people.models import Team


def twice(by) -> None:
    with act(by, "people.add_team"):
        Team.objects.create(name="Night shift", side="it")
        Team.objects.create(name="night shift", side="it")


def test_the_second_of_two_who_do_the_same_at_once_meets_a_conflict(at_alder) -> None:
    with pytest.raises(registry.Conflict):
        twice(at_alder.fiona)
    assert not Team.objects.filter(name__iexact="night shift").exists()


def test_a_broken_promise_of_another_kind_is_not_called_a_conflict(at_alder) -> None:
    with pytest.raises(IntegrityError), act(at_alder.fiona, "people.add_team"):
        Team.objects.create(name=None, side="it")

"""Nothing is left out: every row, every address and every verb has an example, so what is added later is swept or fails here."""

from collections.abc import Iterable

from django.apps import apps

from accord.base import registry, scope

from . import addresses, examples
from .conftest import World

NOT_OF_A_STORY: dict[str, str] = {}  # models without a row, each with its reason


def test_the_story_has_a_row_of_everything_a_client_can_have(world: World) -> None:
    with scope.outside("rows are counted"), scope.within(world.cast.alder.id):
        models = [model for model in apps.get_models() if issubclass(model, scope.ClientModel)]
        missing = [model._meta.label for model in models if not model.objects.exists()]
    assert [label for label in missing if label not in NOT_OF_A_STORY] == []


def missing(asked: Iterable[tuple[str, str]], world: World) -> list[str]:
    told = []
    for owner, name in asked:
        try:
            examples.known_id(world.cast.alder, owner, name)
        except examples.NoExample as one:
            told.append(str(one))
    return told


def test_every_address_can_be_made(world: World) -> None:
    assert missing(((one.name, name) for one in addresses.every() for name in one.ids), world) == []
    assert [path for one in addresses.every() if "<" in (path := one.path(world.cast.alder, one.own(world.cast.alder)))] == []


def test_every_verb_can_be_called(world: World) -> None:
    assert missing(((spec.name, name) for spec in registry.specs() for name in examples.ids_in(spec)), world) == []
    assert all(examples.arguments(spec, world.cast.alder) is not None for spec in registry.specs())


def test_every_example_is_of_a_row_there_is() -> None:
    labels = {".".join(label.split(".")[:2]) for label in examples.IDS.values()}
    assert labels <= {model._meta.label for model in apps.get_models()}

"""A verb is declared once: who may, what it takes, what it shows. Everything else is made from that."""

from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated

import pytest
from pydantic import Field, ValidationError

from accord.base import registry
from accord.base.registry import verbs


@dataclass(frozen=True)
class Somebody:
    """Whoever acts, with a list of what they may."""

    allowed: frozenset[str] = frozenset({"bread.bake"})

    def may(self, permission: str) -> bool:
        return permission in self.allowed


@dataclass(frozen=True)
class LoafShown:
    grams: int

    @staticmethod
    def of(grams: int) -> "LoafShown":
        return LoafShown(grams)


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A registry of its own, in which every act is noted."""
    acts: list[str] = []

    @contextmanager
    def noted(by, name):
        acts.append(f"begin {name}")
        yield
        acts.append(f"end {name}")

    monkeypatch.setattr(verbs, "_specs", {})
    monkeypatch.setattr(verbs, "_surrounds", [noted])
    return acts


@pytest.fixture
def bake():
    @registry.action("bread.bake", may="bread.bake", doors={registry.API}, shows=LoafShown.of)
    def bake(*, by: Somebody, grams: Annotated[int, Field(description="How heavy.", gt=0)], name: str = "") -> int:
        """Bake a loaf.

        It takes an hour.
        """
        return grams

    return bake


def test_an_action_runs_within_the_act(bake, clean) -> None:
    assert bake(by=Somebody(), grams=500) == 500
    assert clean == ["begin bread.bake", "end bread.bake"]


def test_who_may_not_is_refused_before_anything_begins(bake, clean) -> None:
    with pytest.raises(registry.Refused):
        bake(by=Somebody(frozenset()), grams=500)
    assert clean == []


def test_a_query_opens_no_act(clean) -> None:
    @registry.query("bread.smell", may="bread.bake")
    def smell(*, by: Somebody) -> str:
        return "good"

    assert (smell(by=Somebody()), clean) == ("good", [])


def test_the_input_is_made_from_the_arguments_and_is_strict(bake) -> None:
    model = registry.spec("bread.bake").input
    assert set(model.model_fields) == {"grams", "name"}
    assert model(grams=500).name == ""
    for given in ({}, {"grams": 0}, {"grams": 500, "salt": 1}, {"grams": 500, "name": "rye\x00"}):
        with pytest.raises(ValidationError):
            model(**given)


def test_a_door_shows_what_the_verb_says_it_shows(bake) -> None:
    assert registry.call("bread.bake", by=Somebody(), grams=500) == LoafShown(500)
    assert registry.spec("bread.bake").output is LoafShown


def test_the_first_line_of_the_docstring_is_the_summary(bake) -> None:
    assert (registry.spec("bread.bake").summary, registry.spec("bread.bake").idea, registry.spec("bread.bake").verb) == ("Bake a loaf.", "bread", "bake")


def test_a_door_offers_only_its_own(bake) -> None:
    assert [spec.name for spec in registry.specs(registry.API)] == ["bread.bake"]
    assert registry.specs(registry.MCP) == []


def test_what_a_verb_shows_says_what_it_is() -> None:
    with pytest.raises(RuntimeError, match="has no type"):
        registry.action("bread.untold", may="bread.bake", shows=lambda loaf: loaf)(lambda by: None)


def test_two_verbs_of_one_name_are_a_mistake_of_the_program(bake) -> None:
    with pytest.raises(RuntimeError, match="Two verbs"):
        registry.action("bread.bake", may="bread.bake")(lambda *, by: None)


def test_a_verb_nobody_declared_is_not_there() -> None:
    with pytest.raises(registry.NotThere):
        registry.spec("bread.burn")


def test_what_is_no_verb_can_run_within_an_act_too(clean) -> None:
    with registry.acting(Somebody(), "bread.first"):
        assert clean == ["begin bread.first"]


def test_a_surround_registered_again_surrounds_once(clean) -> None:
    again = verbs._surrounds[0]
    registry.surround(again)
    with registry.acting(Somebody(), "bread.first"):
        pass
    assert clean == ["begin bread.first", "end bread.first"]

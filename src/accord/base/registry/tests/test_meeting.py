"""Where ideas meet: whoever collects does not know who registered."""

import pytest

from accord.base.registry import Panel, hears, tell, telling
from accord.base.registry.meeting import CollectionPoint


def test_what_is_collected_comes_in_order_and_flat() -> None:
    point = CollectionPoint("sample")
    point.register("late", order=90)(lambda by: [3])
    point.register("early", order=10)(lambda by: (1, 2))
    point.register("also early", order=10)(lambda by: [0])
    assert point.collect(by="Fiona") == [0, 1, 2, 3]


def test_none_means_nothing_and_one_panel_stands_for_itself() -> None:
    point, panel = CollectionPoint("sample"), Panel("goals", "Goals", "goals/panel.html", {})
    point.register("nothing")(lambda: None)
    point.register("panel")(lambda: panel)
    assert point.collect() == [panel]


def test_a_function_registered_again_under_its_name_is_asked_once() -> None:
    point = CollectionPoint("sample")
    for _ in range(2):
        point.register("one")(lambda: [1])
    assert point.collect() == [1]


@pytest.fixture
def ears(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    heard: list[dict[str, object]] = []
    monkeypatch.setattr(telling, "_ears", [])
    return heard


def test_what_is_told_is_heard_once_by_everybody_who_listens(ears) -> None:
    def ear(**told: object) -> None:
        ears.append(told)

    hears(hears(ear))
    tell(event="bread.baked", subject="a loaf")
    assert ears == [{"by": None, "event": "bread.baked", "subject": "a loaf", "payload": None}]


def test_nothing_is_told_to_nobody(ears) -> None:
    with pytest.raises(RuntimeError, match="journal is not installed"):
        tell(event="bread.baked", subject="a loaf")

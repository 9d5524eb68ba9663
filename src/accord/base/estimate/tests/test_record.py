"""Finished work widens or narrows what is said of the next: a new client is wider, a long record speaks for itself."""

import numpy as np
import pytest

from accord.base.estimate.record import Finished, Outlook
from accord.base.estimate.references import CLASSES, others, overrun, published


def finished(count: int, *, level: float = 0.2, spread: float = 0.2, seed: int = 1) -> list[Finished]:
    """Work that came to about 1.2 times its estimate."""
    bits = np.random.default_rng(seed)
    sizes, came = np.exp(bits.normal(3, 0.5, count)), np.exp(bits.normal(level, spread, count))
    return [Finished(size, size * multiple, day) for day, (size, multiple) in enumerate(zip(sizes, came, strict=True))]


def width(outlook: Outlook, size: float = 20.0) -> float:
    low, high = outlook.band(size)
    return high / low


def test_a_new_client_is_wider_than_the_published_class_alone() -> None:
    alone = overrun(CLASSES["it projects"], 1000.0).quantile(np.array([0.05, 0.95]))
    assert width(Outlook()) > alone[1] / alone[0]


def test_a_band_narrows_as_steady_work_is_finished() -> None:
    widths = [width(Outlook(finished(count))) for count in (0, 5, 20, 80, 400)]
    assert widths == sorted(widths, reverse=True)


def test_a_short_record_may_only_widen() -> None:
    assert Outlook(finished(30, spread=0.01)).stretch == 1.0
    assert Outlook(finished(30, spread=2.0)).stretch > 1.0


def test_a_long_record_holds_nine_times_in_ten_whatever_the_class_says() -> None:
    past, later = finished(400, level=1.0, spread=0.6), finished(1000, level=1.0, spread=0.6, seed=2)
    outlook = Outlook(past)
    bands = [(outlook.band(piece.foreseen), piece.actual) for piece in later]
    assert 0.87 <= np.mean([low <= actual <= high for (low, high), actual in bands]) <= 0.93


def test_what_always_came_to_twice_the_estimate_is_expected_to_again() -> None:
    low, high = Outlook(finished(60, level=np.log(2), spread=0.1)).band(20.0)
    assert low < 40 < high
    assert low > 20


def test_the_record_shares_the_bag_with_the_class() -> None:
    few, many = Outlook(finished(4)), Outlook(finished(400))
    assert 0 < few.own_share(20.0) < 0.4
    assert many.own_share(20.0) > 0.9
    assert Outlook().own_share(20.0) == pytest.approx(0)


def test_old_work_counts_less_than_new() -> None:
    old = [Finished(20, 20, day) for day in range(40)]
    new = [Finished(20, 60, day) for day in range(3000, 3040)]
    assert Outlook([*old, *new]).band(20.0)[0] > Outlook([*old, *(Finished(20, 60, day) for day in range(40))]).band(20.0)[0]


def test_work_of_its_own_kind_speaks_louder() -> None:
    mixed = [Finished(20, 20, k, "repair") for k in range(50)] + [Finished(20, 80, k, "release") for k in range(50)]
    outlook = Outlook(mixed)
    assert outlook.multiples(20.0, np.array([0.5]), "repair")[0] < 1.5
    assert outlook.multiples(20.0, np.array([0.5]), "release")[0] > 2.5


def test_hours_or_minutes_make_no_difference() -> None:
    hours, minutes = finished(50), [Finished(60 * one.foreseen, 60 * one.actual, one.day) for one in finished(50)]
    assert np.allclose(60 * np.array(Outlook(hours).band(20.0)), Outlook(minutes).band(1200.0))


def test_an_overrun_stops_where_one_would_stop_and_so_has_an_average() -> None:
    found = Outlook(finished(5)).overrun(20.0, stop=3.0)
    assert max(found.values) == 3.0
    assert 1 < found.mean < 2


def test_the_average_grows_with_the_stop() -> None:
    means = [Outlook().overrun(1.0, stop).mean for stop in (1.5, 3, 10, 50)]
    assert means == sorted(means)


def test_one_organisation_elsewhere_is_spread_over_where_others_may_lie() -> None:
    elsewhere = others([[(one.foreseen, one.actual) for one in finished(100)]])
    assert width(Outlook(rest=elsewhere)) > width(Outlook(finished(100)))


def test_organisations_that_lie_apart_make_a_new_one_less_certain() -> None:
    here, far = ([(one.foreseen, one.actual) for one in finished(60, level=level)] for level in (0.0, 2.0))
    assert width(Outlook(rest=others([here, far]))) > 2 * width(Outlook(rest=others([here, here])))


def test_seeing_many_pieces_ends_the_doubt_about_the_level() -> None:
    rest = published().seen(level=0.5, pieces=1000)
    assert rest.middle == pytest.approx(0.5, abs=0.01)
    assert rest.apart < 0.02


def test_nobody_elsewhere_is_an_error() -> None:
    with pytest.raises(ValueError):
        others([[]])

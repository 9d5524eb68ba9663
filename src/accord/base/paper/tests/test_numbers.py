from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.base.paper import numbers, typed
from accord.base.paper.voice import Voice

ENGLISH, GERMAN = Voice.of(str), Voice.of(str, "de")


def test_a_range_has_two_significant_figures_a_real_minus_and_the_word_to() -> None:
    assert ENGLISH.range(-58_123, 300_400) == "\u2212€58,000 to €300,000"


def test_ends_that_would_read_the_same_get_as_many_figures_as_tell_them_apart() -> None:
    assert ENGLISH.range(1_012_000, 1_048_000) == "€1,010,000 to €1,050,000"


def test_a_range_without_width_is_one_number() -> None:
    assert ENGLISH.range(5, 5) == "€5"


def test_an_amount_as_it_was_booked_keeps_every_euro() -> None:
    assert ENGLISH.exact(1_284) == "€1,284"


def test_cents_show_only_where_the_amount_is_small_and_has_them() -> None:
    assert [ENGLISH.exact(x) for x in (0.4, 12.5, 12, 1_250.4)] == ["€0.40", "€12.50", "€12", "€1,250"]


def test_the_unit_is_said_once_when_it_is_a_phrase_and_at_both_ends_when_it_is_money_or_per_cent() -> None:
    assert ENGLISH.using("minutes").range(8, 34) == "8 to 34\u00a0minutes"
    assert ENGLISH.using("%").range(8, 34) == "8% to 34%"


@pytest.mark.parametrize(("value", "said"), [(150e3, "€150k"), (-1.5e6, "\u2212€1.5m"), (0, "€0"), (2e9, "€2bn"), (-300, "\u2212€300")])
def test_axes_are_short(value: float, said: str) -> None:
    assert ENGLISH.short(value) == said


def test_each_locale_groups_and_places_the_sign_its_own_way() -> None:
    assert GERMAN.range(-58_123, 300_400) == "\u221258.000\u00a0€ to 300.000\u00a0€"
    assert Voice.of(str, "nl").exact(-5_000) == "€\u00a0\u22125.000"
    assert GERMAN.percent(0.564) == "56\u00a0%"


def test_a_share_that_is_not_certain_never_reads_as_none_or_all() -> None:
    assert [ENGLISH.percent(x) for x in (0.0, 0.001, 0.999, 1.0)] == ["0%", "1%", "99%", "100%"]


def test_nothing_below_a_cent_reads_as_minus_nothing() -> None:
    assert ENGLISH.exact(-0.001) == "€0"


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be printed"):
        ENGLISH.exact(float("nan"))


@given(st.floats(-1e12, 1e12))
def test_an_uncertain_number_is_within_one_part_in_twenty_of_the_truth(x: float) -> None:
    assert abs(numbers.significant(x) - x) <= abs(x) / 20 + 1e-300


@pytest.mark.parametrize(("text", "value"), [
    ("12k", 12_000), ("1.5m", 1_500_000), ("1,200", 1_200), ("40 %", 40), ("€12,000", 12_000), ("12 000", 12_000), ("\u22125", -5), ("-€3k", -3_000),
    ("1,5", 1.5), ("1.200,50", 1_200.5), ("1,200.50", 1_200.5), ("EUR 5", 5), ("5 €", 5), (".5", 0.5), ("1'200", 1_200), ("2bn", 2e9), ("0", 0),
])
def test_what_people_type_is_understood(text: str, value: float) -> None:
    assert typed.parse(text, ENGLISH.words) == value


def test_a_comma_and_a_point_mean_what_they_mean_to_the_reader() -> None:
    assert typed.parse("1.200", GERMAN.words, "de") == 1_200
    assert typed.parse("1,5m", GERMAN.words, "de") == 1_500_000


@pytest.mark.parametrize("text", ["abc", "1,2,3", "12,34,567", "k", "1e5", "--5", "5 or 6", "=1+1", "٣x", "nan", "inf", "1" * 41])
def test_what_is_no_number_gets_one_sentence_that_says_what_to_write(text: str) -> None:
    with pytest.raises(typed.NotANumber, match=r"^Write “.+” as a number, such as 1,200 or 12k$"):
        typed.parse(text, ENGLISH.words)


def test_an_empty_end_is_named() -> None:
    with pytest.raises(typed.NotANumber) as caught:
        typed.parse_range("8", " ", ENGLISH.words)
    assert (caught.value.field, str(caught.value)) == ("high", "Write a number, such as 1,200 or 12k")


def test_high_must_be_more_than_low_and_the_rule_repeats_the_value() -> None:
    with pytest.raises(typed.NotANumber) as caught:
        typed.parse_range("34", "8", ENGLISH.words)
    assert (caught.value.field, str(caught.value)) == ("high", "High must be more than low, which is 34")


@given(st.text(max_size=60))
def test_no_text_whatever_breaks_the_reading_of_numbers(text: str) -> None:
    try:
        assert isinstance(typed.parse(text, ENGLISH.words), float)
    except typed.NotANumber as problem:
        assert str(problem)


@given(st.integers(-10**9, 10**9), st.sampled_from(["en_GB", "de", "sv", "fr"]))
def test_what_we_print_we_can_read_again(value: int, locale: str) -> None:
    assert typed.parse(numbers.money(value, "EUR", locale), ENGLISH.words, locale) == value

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.base.paper import charts, palette, web
from accord.base.paper.axis import Axis
from accord.base.paper.charts import Aim, Answer, Foretold, Guess, Level, Moment, Seat, Spread, String
from accord.base.paper.charts.heap import HIGHEST, heap
from accord.base.paper.figure import Figure
from accord.base.paper.tests.examples import DESK, VOICE, option_figure
from accord.base.paper.tests.style_sheets import every_class
from accord.base.paper.voice import Voice

HOSTILE = '"><script>alert(1)</script>&#x1F;'
RANGE = Spread(8, 12, 16, 22, 34)


def _exceedance(name: str, said: dict[str, Any], bearable: tuple[float, ...] = (0.4, 0.02)) -> Figure:
    curve = [charts.Over(1000.0 * n, 0.6 * 0.9**n, 0.5 * 0.9**n, 0.7 * 0.9**n, 0.3 * 0.9**n) for n in range(60)]
    limit = [charts.Bearable(1000.0 + 20_000 * place, chance) for place, chance in enumerate(bearable)]
    called = charts.Called(name, name, name, name, name, *[lambda chance: f"{name} {chance:.2f}"] * 2, lambda low, high: f"{name} {low:.2f} {high:.2f}")
    return charts.exceedance(curve, limit, curve[10:50:10], called=called, described=name, **said)


def every_chart(voice: Voice = VOICE, name: str = "Claims") -> dict[str, Figure]:
    said: dict[str, Any] = {"voice": voice, "title": name, "subtitle": name, "source": name}
    months = [Moment(name, 58 + i, 55 + i, 61 + i, expected=i > 8) for i in range(12)]
    return {
        "options": charts.options([charts.Option(name, DESK.futures, 1.0, -200e3, -190e3, -270e3, -70e3, name, name)], **said),
        "answers": charts.answers([Answer(name, 14_000, 100), Answer(name, 40, 60)], **said),
        "number": charts.number(RANGE, **said), "dots": charts.dots([8 + 1.3 * i for i in range(20)], RANGE, **said),
        "change": charts.change(months, goal=90, **said),
        "beside": charts.beside([charts.Part(name, 0.1, 0.3, 0.4, True, name), charts.Part(name, 0.2, 0.2)], headers=(name, name, name), **said),
        "strings": charts.strings([String(name, (7, 8, 9), (4, 5, 6), name)], least=name, most=name, **said),
        "dumbbell": charts.dumbbell([Guess(name, 8, 2, 2, 3, name, name)], least=name, most=name, **said),
        "crowd": charts.crowd([Seat(name, 2.2, 1.1, 3.2, 8), Seat(name, 2.3, 1, 3, 5, "it"), Seat(name, 10, side="biz")], **said),
        "lineage": charts.lineage([Aim(name, name, name), Aim(name)], **said),
        "ahead": charts.ahead(
            [Foretold(name, name, 41, 38, 20, name, name, name), Foretold(name, name, 0, None, None, name, "", name)], headers=(name,) * 5,
            days_ahead=lambda days: f"{days} {name}", came_true=name, never=name, **said,
        ),
        "exceedance": _exceedance(name, said),
        "said": charts.said([Level(0.1, 0.2, 8, 0.25), Level(0.7, 0.7, 4, 0.5)], headers=(name,) * 3, across=name, up=name, **said),
    }


@pytest.mark.parametrize("kind", list(every_chart()))
def test_a_chart_runs_under_a_strict_policy_and_cannot_clash_with_another(kind: str) -> None:
    shown = web.figure(every_chart()[kind], VOICE.words)
    assert not re.search(r"\sstyle=|\sid=|<script|\son\w+=|href=|url\(", shown)


@pytest.mark.parametrize("kind", list(every_chart()))
def test_what_people_wrote_stays_text_in_both_skins(kind: str) -> None:
    figure = every_chart(name=HOSTILE)[kind]
    assert "<script" not in web.figure(figure, VOICE.words)
    ET.fromstring(web.figure(figure, VOICE.words).replace("<br>", "<br/>"))
    ET.fromstring(figure.print_svg)


@pytest.mark.parametrize("kind", list(every_chart()))
def test_a_chart_prints_no_word_that_was_not_translated(kind: str) -> None:
    pseudo = Voice.of(lambda text: re.sub(r"(\{\w+\})|[a-z]", lambda m: m[1] or "ŋ", text))
    figure = every_chart(pseudo, "Ŋŋŋ")[kind]
    for text in (web.figure(figure, pseudo.words), figure.print_svg, figure.description, *figure.table.headers):
        words = re.sub(r"<[^>]*>", " ", text)
        assert not re.search(r"[a-z]{2,}", words), words


@pytest.mark.parametrize("kind", list(every_chart()))
def test_the_printed_skin_holds_only_resolved_colours(kind: str) -> None:
    printed = every_chart()[kind].print_svg
    assert not re.search(r"var\(|class=|%\"|light-dark|oklch|SIDE|\bON\b", printed)
    assert set(re.findall(r"#[0-9a-f]{6}", printed)) <= {*palette.TOKENS.values(), palette.PAGE, "#201308"}


@pytest.mark.parametrize("kind", list(every_chart()))
def test_every_class_that_a_chart_wears_is_in_the_style_sheet(kind: str) -> None:
    worn = {name for names in re.findall(r'class="([^"]+)"', web.figure(every_chart()[kind], VOICE.words)) for name in names.split()}
    assert worn - every_class() <= {"n0"}


@pytest.mark.parametrize("kind", list(every_chart()))
def test_every_drawing_has_its_sentence_and_its_table(kind: str) -> None:
    figure = every_chart()[kind]
    assert figure.description
    assert all(len(row) == len(figure.table.headers) for row in figure.table.rows)
    assert figure.table.rows


def test_each_option_shows_twenty_futures_gains_filled_and_losses_hollow() -> None:
    row = option_figure().svg.split('<p class="name">Single sign-on')[1].split("</svg>")[0]
    assert (len(re.findall('class="up n', row)), len(re.findall('class="down n', row))) == (15, 5)
    assert 'aria-label="Single sign-on: 15 of 20 equally likely futures gain, 5 lose. Typical €57,000, 9 in 10 between \u2212€58,000 and €300,000."' in row


def test_a_row_ends_with_its_chance_of_being_best_typical_average_and_range() -> None:
    end = option_figure().svg.split('<p class="name">Single sign-on')[1].split('<p class="name">')[0].split("</svg>")[1]
    assert re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", end)).strip() == (
        "11 of 20 futures €57,000 typical €80,000 on average \u2212€58,000 to €300,000")
    assert end.count('class="on"') == 11


def test_the_option_everything_is_measured_against_has_no_dots_but_a_sentence() -> None:
    row = option_figure().svg.split('<p class="name">Do nothing')[1].split("</svg>")[0]
    assert "<circle" not in row
    assert "the line everything is measured against" in row


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8).filter(lambda raw: sum(raw) > 0.01))
def test_the_options_share_exactly_twenty_futures(raw: list[float]) -> None:
    chances = [x / sum(raw) for x in raw]
    counts = charts.twentieths(chances)
    assert sum(counts) == 20
    assert all(abs(n - 20 * c) < 1 for n, c in zip(counts, chances, strict=True))


@given(st.lists(st.floats(-1e6, 1e6), min_size=20, max_size=20))
def test_a_heap_keeps_all_twenty_dots_low_and_losses_left_of_zero(values: list[float]) -> None:
    axis = Axis.over(values)
    dots, rows = heap(values, axis)
    assert len({(d.x, d.level) for d in dots}) == 20
    assert rows <= HIGHEST
    zero = axis.x(0)
    assert all(d.x <= zero + 0.01 for d in dots if "down" in d.look)


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_an_axis_has_few_round_ticks_and_keeps_at_most_four_on_a_phone(a: float, b: float) -> None:
    axis = Axis.over((a, b))
    shown = [t for i, t in enumerate(axis.ticks) if not axis.hidden_on_phones(i)]
    assert 1 <= len(axis.ticks) <= 7
    assert len(shown) <= 4
    assert 0.0 in shown
    assert all(axis.lo <= t <= axis.hi for t in axis.ticks)


def test_an_answer_within_its_error_of_nothing_reads_as_under() -> None:
    figure = charts.answers([Answer("Claims waiting", 14_000, 100), Answer("Nine other ranges", 40, 60)], voice=VOICE, title="t", subtitle="s")
    assert figure.table.rows == (("Claims waiting", "€14,000"), ("Nine other ranges", "under €160"))


def test_a_gap_between_the_sides_is_named_from_two_points_on() -> None:
    def named(business: float, it: float) -> bool:
        string = String("Heard", (business - 1, business, business + 1), (it - 1, it, it + 1))
        return "apart" in charts.strings([string], voice=VOICE, title="t", subtitle="s", least="0", most="10").svg
    assert (named(7.0, 5.0), named(7.0, 5.1)) == (True, False)


def test_the_glyph_says_its_range_and_draws_thin_thick_and_ring() -> None:
    glyph = charts.ival(RANGE, Axis.over((0, 40)), VOICE.using("a day"), "Claims")
    assert 'aria-label="Claims: Typically 16\u00a0a day, 9 in 10 between 8 and 34\u00a0a day"' in glyph
    assert all(f'class="{look}"' in glyph for look in ("thin", "thick", "mid"))


def test_confirmed_sentences_are_squares_and_words() -> None:
    shown = charts.confirmed(4, 6, VOICE)
    assert (shown.count("<i"), shown.count('class="on"'), "4 of 6" in shown) == (6, 4, True)


def test_what_is_still_to_come_is_dashed() -> None:
    figure = every_chart()["change"]
    assert 'class="linep dash"' in figure.svg
    assert "goal €90" in figure.svg


def _foretold(days: int, answered: int | None, needs: int | None) -> str:
    row = Foretold("The portal slowed", "1 September", days, answered, needs, "Told.", "", "told")
    figure = charts.ahead([row], voice=VOICE, title="t", subtitle="", headers=("a", "b", "c", "d", "e"), days_ahead=str, came_true="came true", never="not")
    return figure.svg.split('<p class="name">')[1]


def test_what_was_told_has_a_ring_what_was_answered_a_thick_line_and_the_days_to_act_a_tick() -> None:
    every, unanswered, unsaid = _foretold(41, 38, 20), _foretold(41, None, 20), _foretold(0, None, 20)
    looks = [[look in row for look in ('class="mid"', 'class="thin"', 'class="thick flat-end"', 'class="need"')] for row in (every, unanswered, unsaid)]
    assert looks == [[True, True, True, True], [True, True, False, True], [False, False, False, True]]


@given(st.integers(1, 3000), st.integers(0, 3000), st.integers(1, 3000))
def test_what_was_told_earlier_stands_further_left_and_all_of_it_on_the_paper(days: int, answered: int, needs: int) -> None:
    row = _foretold(days, min(days, answered), needs)
    ring, tick = (float(re.search(pattern, row)[1]) for pattern in (r'<circle cx="([\d.]+)%', r'<line x1="([\d.]+)%"[^>]*class="need"'))  # type: ignore[index]
    assert 0 < min(ring, tick) <= max(ring, tick) < 98
    assert (ring < tick) == (days > needs) or abs(ring - tick) < 0.02


def test_templates_print_the_markup_as_it_is() -> None:
    svg = option_figure().svg
    assert svg.__html__() == svg


def test_in_a_crowd_dots_that_say_the_same_are_stacked_and_who_stands_out_is_named() -> None:
    seats = [Seat("Claims", 2.1, 1.2, 3.0, 8), Seat("Web", 1.9, 1.0, 2.8, 5), Seat("Contact centre", 10, side="biz")]
    figure = charts.crowd(seats, voice=VOICE, title="T", subtitle="S")
    places = re.findall(r'<circle cx="([\d.]+)%" cy="([\d.]+)"', figure.svg)
    assert len(places) == 3 and len({x for x, _y in places}) == 2 and len(set(places)) == 3
    assert re.findall(r'class="strong">([^<]+)<', figure.svg) == ["Contact centre"]
    assert figure.description == "Contact centre 10, Claims 2.1, Web 1.9."
    assert figure.table.rows[1] == ("Claims", "2.1", "1.2 and 3", "8")


@given(st.lists(st.tuples(st.floats(0, 10), st.sampled_from(["", "biz", "it"])), min_size=1, max_size=40))
def test_a_crowd_stays_on_its_paper_and_every_dot_can_be_seen(seats: list[tuple[float, str]]) -> None:
    figure = charts.crowd([Seat(str(place), value, side=side) for place, (value, side) in enumerate(seats)], voice=VOICE, title="T", subtitle="S")
    tall = float(re.search(r'height="([\d.]+)"', figure.svg)[1])
    places = re.findall(r'<(?:circle c|svg )x="([\d.]+)%" (?:cy|y)="([\d.]+)"', figure.svg)
    assert len(set(places)) == len(seats)
    assert all(0 <= float(x) <= 100 and 0 <= float(y) <= tall for x, y in places)


def test_the_curve_is_drawn_beside_what_can_be_borne_and_only_the_part_above_is_tinted() -> None:
    said: dict[str, Any] = {"voice": VOICE, "title": "", "subtitle": ""}
    above, below, nothing = (_exceedance("a", said, bearable).svg for bearable in ((0.4, 0.02), (0.9, 0.9), ()))
    assert 'class="overf"' in above
    assert 'class="overf"' not in below
    assert "bear" not in nothing
    assert all('class="linep"' in svg and 'class="bandf"' in svg and 'class="linep dash"' in svg for svg in (above, below, nothing))


@given(st.floats(1e-5, 1), st.floats(0.01, 0.99), st.lists(st.floats(0.001, 0.999), max_size=5))
def test_the_curve_stays_on_its_paper_however_likely_or_rare(likeliest: float, falls: float, bearable: list[float]) -> None:
    curve = [charts.Over(10.0 * n, likeliest * falls**n, likeliest * falls**n / 2, min(1.0, likeliest * falls**n * 1.5)) for n in range(12)]
    limit = [charts.Bearable(10.0 + 10 * place, chance) for place, chance in enumerate(sorted(bearable, reverse=True))]
    called = charts.Called("", "", "", "", "", "{:.3f}".format, "{:.3f}".format, "{:.3f} {:.3f}".format)
    figure = charts.exceedance(curve, limit, curve, voice=VOICE, called=called, title="", subtitle="", described="")
    assert "nan" not in figure.svg
    places = [float(y) for y in re.findall(r'c[xy]="([\d.-]+)', figure.svg)]
    assert all(0 <= y <= 330 for y in places)

"""The tags of `{% load accord %}`."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.template import Context, Template

from accord.base import clock
from accord.base.paper.tests.examples import option_figure
from accord.doors.web import icons

NOON = datetime(2026, 10, 14, 12, tzinfo=UTC)


def shown(source: str, **context: object) -> str:
    return Template("{% load accord %}" + source).render(Context(context))


@pytest.mark.parametrize("name", icons.SHAPES)
def test_every_icon_is_in_the_sprite_and_decoration_only(name: str) -> None:
    assert f'id="i-{name}"' in shown("{% sprite %}")
    assert 'aria-hidden="true"' in shown("{% icon name %}", name=name)


def test_an_icon_that_is_not_drawn_raises() -> None:
    with pytest.raises(KeyError, match="There is no icon called 'cheque'"):
        shown('{% icon "cheque" %}')


@pytest.mark.parametrize(("job", "letters"), [
    ("Head of Claims", "HC"), ("Service delivery lead", "SD"), ("Facilitator", "FA"), ("Security-first lead", "SF"), ("the", "TH"), ("", "?"), ("— —", "?"),
])
def test_a_person_is_marked_by_the_initials_of_what_they_do(job: str, letters: str) -> None:
    assert f">{letters}</span>" in shown("{% avatar job=job %}", job=job)


@pytest.mark.parametrize(("side", "look"), [("business", "who biz"), ("it", "who it"), ("", "who ")])
def test_the_shape_of_a_mark_is_the_side(side: str, look: str) -> None:
    assert f'class="{look}"' in shown("{% avatar person %}", person=SimpleNamespace(name="Bella", job="Head of Claims", side=side))


def test_nobody_in_particular_has_a_dashed_mark() -> None:
    assert 'class="who anon"' in shown("{% avatar %}")


def test_a_name_that_is_markup_stays_text() -> None:
    assert "<script" not in shown("{% avatar job=job %}", job="<script> alert")
    assert "<b>" not in shown('{% said text "x" %}', text="<b>bold")


@pytest.mark.parametrize(("days", "words"), [
    (0, "Today"), (-1, "Yesterday"), (1, "Tomorrow"), (-5, "Friday"), (6, "Tuesday"), (-7, "7 October"), (30, "13 November"), (-400, "9 September 2025"),
])
def test_a_day_is_said_as_people_say_it(days: int, words: str) -> None:
    with clock.at(NOON):
        assert f">{words}</time>" in shown("{% when moment %}", moment=NOON + timedelta(days=days))


def test_a_moment_late_at_night_belongs_to_the_readers_day(settings) -> None:
    settings.TIME_ZONE = "Europe/Dublin"
    with clock.at(datetime(2026, 10, 14, 23, 30, tzinfo=UTC)):   # half past midnight of the 15th in Dublin
        assert 'datetime="2026-10-15" data-on="15 October">Today<' in shown("{% when moment %}", moment=clock.now())


def test_no_moment_says_nothing() -> None:
    assert shown("{% when moment %}", moment=None) == ""


def test_numbers_carry_their_unit_and_a_real_minus() -> None:
    assert shown('{% range low high "EUR" %}', low=-58_000, high=300_000) == "−€58,000 to €300,000"
    assert shown('{{ x|about:"EUR" }} {{ y|money:"EUR" }}{{ none|money }}', x=57_312, y=1284, none=None) == "€57,000 €1,284"


def test_a_figure_comes_with_its_table_and_its_source() -> None:
    page = shown("{% figure fig %}", fig=option_figure())
    assert "<figcaption>" in page
    assert "Show as a table" in page
    assert "Source: 12 ranges, 6 people" in page
    assert "style=" not in page


def test_a_chart_never_carries_somebodys_markup() -> None:
    assert "<img" not in shown("{% figure fig %}", fig=option_figure(title="<img src=x onerror=alert(1)>"))


def test_the_steps_tell_what_is_done_and_where_we_are() -> None:
    page = shown('{% stage "worth" %}')
    assert page.count('class="done"') == 2
    assert page.index('aria-current="step">Worth') < page.index("Decision")
    with pytest.raises(ValueError, match="asked"):
        shown('{% stage "asked" %}')

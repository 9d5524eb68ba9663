"""Several people's ranges under each other: each a strip of twenty dots, all on one axis, with a sentence and a table."""

from accord.base.paper import charts
from accord.base.paper.voice import Voice

LOW, HIGH = tuple(float(k) for k in range(10, 30)), tuple(float(k) for k in range(40, 80, 2))
HEARD = [charts.Heard("Head of Claims", LOW, 10, 29, "second round", "saw <the> log"), charts.Heard("Engineer", HIGH, 40, 78)]


def drawn(heard=HEARD):
    return charts.voices(heard, voice=Voice.of(str, "en_GB", ""), title="Everybody’s range", subtitle="minutes")


def test_everybody_is_twenty_dots() -> None:
    assert drawn().svg.count("<circle") == 40


def test_the_sentence_names_everybody_with_their_range() -> None:
    assert "Head of Claims: Typically" in drawn().description
    assert "Engineer: Typically" in drawn().description


def test_the_table_says_the_same_in_words() -> None:
    found = drawn().table
    assert [row[0] for row in found.rows] == ["Head of Claims, second round", "Engineer"]
    assert found.rows[0][2] == "10 and 29"


def test_what_people_wrote_is_text_on_the_web_and_on_paper() -> None:
    assert "<the>" not in drawn().svg
    assert "<the>" not in drawn().print_svg


def test_one_voice_that_is_sure_is_still_a_strip() -> None:
    assert drawn([charts.Heard("Engineer", (5.0,) * 20, 5, 5)]).svg.count("<circle") == 20

"""How a warning is framed and said: hints at words that point at people, and at words that say too little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.risks import rules

POINTING = [
    ("Nobody checked the restore before Friday.", "omission", "the restore: not yet checked"),
    ("Nobody checked whether the dates meet.", "omission", ""),
    ("You forgot to book the room for the 8th.", "omission", "the room for the 8th: not yet booked"),
    ("Niemand hat die Sicherung geprüft.", "omission", "die Sicherung: noch nicht geprüft"),
    ("They failed to tell us about the audit.", "omission", ""),
    ("Nobody listens anyway.", "omission", ""),
    ("Die Leitung hat wieder vergessen, es zu melden.", "omission", ""),
    ("The vendor is careless.", "trait", ""),
    ("Der Dienstleister ist unfähig.", "trait", ""),
    ("It is their fault.", "fault", ""),
    ("Dana's mistake.", "fault", ""),
    ("They should have been told in May.", "counterfactual", ""),
    ("Ihr hättet das früher testen müssen.", "counterfactual", ""),
    ("The users never read it.", "always_never", ""),
    ("Wegen euch wird es spät.", "person_as_cause", ""),
]
ABOUT_THINGS = [
    "The tests end on 8 November; the freeze starts on the 1st.",
    "We should have a plan for that weekend.",
    "The server failed to start after the update.",
    "The feed never arrives before six.",
    "No date is agreed with the host.",
    "Das Archiv wird am 20. Dezember abgeschaltet, die Liste fehlt noch.",
    "We never close before the third day of the month.",
]


@pytest.mark.parametrize(("text", "kind", "instead"), POINTING)
def test_words_that_point_at_people_are_noticed_and_said_of_the_thing_where_that_can_be_told(text, kind, instead) -> None:
    (hit,) = rules.hits(text, ["Dana"])
    assert (hit.kind, hit.instead) == (kind, instead)
    assert text[hit.start : hit.end].lower() == hit.words


@pytest.mark.parametrize("text", ABOUT_THINGS)
def test_words_about_things_and_about_ourselves_are_left_alone(text) -> None:
    assert rules.hits(text) == []


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at_and_every_hint_stands_in_it(text) -> None:
    for hint in rules.hints(text):
        assert 0 <= hint.start <= hint.end <= len(text)


def kinds(text: str, **more) -> list[str]:
    return [hint.kind for hint in rules.hints(text, **more)]


def test_a_warning_with_a_fact_a_number_and_a_day_gets_no_hint() -> None:
    assert kinds("The sign-in tests end on 8 November and the freeze starts on the 1st.") == []


def test_a_warning_that_says_too_little_is_asked_for_a_fact_a_number_and_a_day() -> None:
    assert kinds("There might be an issue.") == ["vague", "no_fact", "no_number", "no_date"]
    assert kinds("Das könnte ein Problem werden.") == ["vague", "no_fact", "no_number", "no_date"]


def test_what_stands_in_another_field_is_not_asked_for_again() -> None:
    assert kinds("The proofs of the renewal letters are not signed.", has_number=True, has_day=True) == []
    assert kinds("The proofs of the renewal letters are not signed.", costs="20,000 letters", asks="Sign them by Friday") == []


def test_may_is_a_word_before_it_is_a_month() -> None:
    assert "no_date" in kinds("The vendor's portal may be down for two hours.")


@pytest.mark.parametrize(
    ("goal", "asks", "framed"),
    [
        ("Decide claims in three days", "We need the sign-in tests finished.", ("to", "decide claims in three days", "the sign-in tests finished")),
        ("Claims in three days", "the tests finished", ("for", "Claims in three days", "the tests finished")),
        ("Neun von zehn Schäden in drei Tagen", "Bitte die Tests abschließen", ("for", "Neun von zehn Schäden in drei Tagen", "die Tests abschließen")),
        ("SAP stays up at month end", "SAP hours", ("for", "SAP stays up at month end", "SAP hours")),
        ("Pass the audit", "", ("to", "pass the audit", "")),
        ("", "a decision", ("none", "", "a decision")),
    ],
)
def test_the_frame_is_drafted_from_the_goal_and_what_is_asked(goal, asks, framed) -> None:
    found = rules.frame(goal, asks)
    assert (found.key, found.goal, found.need) == framed

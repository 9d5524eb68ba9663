"""What changed between two texts of a goal, and whether it matters to those who work for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.ideas.goals.rules.difference import difference
from accord.ideas.goals.rules.statements import DONE, statements

CLAIMS = """# Claims

We want customers to hear early.

1. Decide nine in ten claims in 3 days by March 2026.
2. Answer every call in a storm within 5 minutes.
3. Keep the cost of a claim below 40 euro.

Owner: Bella Onyango
"""

NOT_MATERIAL = {
    "the same text": ("We want", "We want"),
    "emphasis": ("nine in ten", "**nine in ten**"),
    "a link": ("customers", "[customers](https://alder.example/customers)"),
    "a bullet for a number": ("3. Keep", "3) Keep"),
    "a heading of another depth": ("# Claims", "## Claims"),
    "a typing mistake": ("customers", "custommers"),
    "an ending": ("Answer", "Answering"),
    "a picture": ("Owner", "![Plan](plan.png)\n\nOwner"),
    "the day of the last look": ("Owner", "_Updated 2026-02-01_\n\nOwner"),
    "a comment": ("Owner", "<!-- from the meeting -->\nOwner"),
    "a tick": ("2. Answer every call in a storm within 5 minutes.", "2. ✅ Answer every call in a storm within 5 minutes."),
    "a stroke through what is done": ("Answer every call in a storm within 5 minutes.", "~~Answer every call in a storm within 5 minutes.~~"),
    "a full stop": ("40 euro.", "40 euro"),
    "where to read more": ("Owner", "See also the [handbook](https://alder.example).\n\nOwner"),
}
MATERIAL = {
    "a target": ("in 3 days", "in 2 days"),
    "a date": ("March 2026", "May 2026"),
    "a date that was added": ("within 5 minutes.", "within 5 minutes. By June 2026."),
    "a unit": ("5 minutes", "5 hours"),
    "whom it is for": ("every call", "some calls"),
    "the opposite": ("Keep the cost", "Do not keep the cost"),
    "a goal that was added": ("Owner", "4. Pay out what is decided within a week.\n\nOwner"),
    "a goal that was dropped": ("2. Answer every call in a storm within 5 minutes.\n", ""),
    "another heading": ("# Claims", "# Reserves and recoveries"),
}


@pytest.mark.parametrize("change", NOT_MATERIAL)
def test_it_does_not_matter_to_change(change):
    found = difference(CLAIMS, CLAIMS.replace(*NOT_MATERIAL[change]))
    assert not found.material, found.changes


@pytest.mark.parametrize("change", MATERIAL)
def test_it_matters_to_change(change):
    found = difference(CLAIMS, CLAIMS.replace(*MATERIAL[change]))
    assert found.material, found


def test_the_order_of_a_numbered_list_matters():
    first, second = CLAIMS.splitlines()[4:6]
    found = difference(CLAIMS, CLAIMS.replace(first, "").replace(second, f"{second.replace('2.', '1.')}\n{first.replace('1.', '2.')}"))
    assert found.material
    assert {one.kind for one in found.changes} == {"order"}


def test_the_order_of_a_list_with_bullets_does_not():
    bullets = "- Hear early\n- Answer every call\n- Keep the cost low"
    assert not difference(bullets, "\n".join(bullets.splitlines()[::-1])).material


def test_another_name_for_the_same_thing_is_told_once_and_does_not_matter():
    lines = ["Handlers use the portal every day", "Brokers ask for the portal", "The portal stays open at night", "We mend the portal within an hour"]
    found = difference("\n".join(lines), "\n".join(line.replace("portal", "workbench") for line in lines))
    assert [(one.before, one.after) for one in found.changes if one.kind == "name"] == [("portal", "workbench")]
    assert not found.material


def test_what_is_done_may_be_taken_away():
    before = "1. Answer calls\n2. Ring back\n\n## Ring back\nWe call within the hour and write down what was said."
    after = "1. Answer calls\n2. ✅ Ring back"
    assert not difference(before, after).material


def test_a_change_says_what_stood_there_and_what_stands_there_now():
    found = difference("Decide claims in 3 days", "Decide claims in 2 days")
    assert [(one.kind, one.before, one.after) for one in found.changes] == [("number", "Decide claims in 3 days", "Decide claims in 2 days")]


def test_it_works_in_german():
    assert difference("Neun von zehn Schäden bis März entscheiden", "Neun von zehn Schäden bis Mai entscheiden").material
    assert not difference("Wir wollen die Kunden früh erreichen", "Wir wollen den Kunden früh erreichen").material


TEXTS = st.text(alphabet="ab1 \n#-*.~[](){}|", max_size=120)


@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared(before, after):
    assert 0 <= difference(before, after).score <= 1


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert difference(text, text).changes == ()


@given(TEXTS, st.integers(1, 9))
def test_blank_lines_say_nothing(text, many):
    assert difference(text, ("\n" * many).join(text.split("\n"))).score == 0


def test_a_very_long_text_ends():
    lines = [f"Goal {n} is to reach {n} calls" for n in range(3000)]
    assert difference("\n".join(lines), "\n".join(line.replace("calls", "letters") for line in lines)).changes


def test_a_statement_says_how_far_it_has_come():
    assert [one.progress for one in statements("- ✅ Ring back\n- Answer calls")] == [DONE, ""]

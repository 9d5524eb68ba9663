"""Every word that paper prints by itself, in one place. The caller hands in a translator; `str` keeps the English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Templates for `str.format`; the names in braces are the only ones filled in."""

    range: str
    both_ends: str
    of: str
    typical: str
    average: str
    futures: str
    best_in: str
    best_of_20: str
    baseline: str
    gains: str
    loses: str
    under: str
    goal: str
    apart: str
    business: str
    it: str
    option: str
    typical_column: str
    average_column: str
    between_column: str
    loses_column: str
    best_column: str
    goal_column: str
    now_column: str
    fact_column: str
    held_column: str
    team_column: str
    people_column: str
    answer: str
    worth: str
    question: str
    when: str
    low: str
    high: str
    says: str
    guessed: str
    its_guess: str
    option_described: str
    number_described: str
    line_described: str
    side_described: str
    guess_described: str
    show_table: str
    source: str
    thousand: str
    million: str
    billion: str
    missing: str
    not_a_number: str
    high_not_above: str


def words(_: Callable[[str], str]) -> Words:
    """The words in the reader's language. `_` is `gettext`, or `str` for English."""
    return Words(
        range=_("{low} to {high}"),
        both_ends=_("{low} and {high}"),
        of=_("{n} of {total}"),
        typical=_("{amount} typical"),
        average=_("{amount} on average"),
        futures=_("{n_of_20} futures"),
        best_in=_("Best in"),
        best_of_20=_("Best in so many of 20 equally likely futures"),
        baseline=_("the line everything is measured against"),
        gains=_("gains"),
        loses=_("loses"),
        under=_("under {amount}"),
        goal=_("goal {amount}"),
        apart=_("{points} apart"),
        business=_("Business"),
        it=_("IT"),
        option=_("Option"),
        typical_column=_("Typical"),
        average_column=_("On average"),
        between_column=_("9 in 10 between"),
        loses_column=_("Loses money"),
        best_column=_("Best"),
        goal_column=_("Goal"),
        now_column=_("Now"),
        fact_column=_("What"),
        held_column=_("What holds"),
        team_column=_("Team"),
        people_column=_("People"),
        answer=_("Answer"),
        worth=_("Worth knowing"),
        question=_("Question"),
        when=_("When"),
        low=_("Low"),
        high=_("High"),
        says=_("{side} says"),
        guessed=_("the other guessed"),
        its_guess=_("{side}’s guess of the other"),
        option_described=_("{name}: {gains} of 20 equally likely futures gain, {losses} lose. Typical {typical}, 9 in 10 between {low} and {high}."),
        number_described=_("Typically {typical}, 9 in 10 between {low} and {high}"),
        line_described=_("From {first} to {last}"),
        side_described=_("{side} {typical} (9 in 10 between {low} and {high})"),
        guess_described=_("{side} says {own}, the other side guesses {guess}"),
        show_table=_("Show as a table"),
        source=_("Source: {source}"),
        thousand=_("{amount}k"),
        million=_("{amount}m"),
        billion=_("{amount}bn"),
        missing=_("Write a number, such as 1,200 or 12k"),
        not_a_number=_("Write “{text}” as a number, such as 1,200 or 12k"),
        high_not_above=_("High must be more than low, which is {low}"),
    )

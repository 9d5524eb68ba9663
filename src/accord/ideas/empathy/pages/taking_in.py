"""The page of a dry run: what a file of ratings would keep, and what is to be put right in it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people.gate import K

from ..models import Round
from ..queries.taking_in import RatingsSheet

MOST = 100  # of a list on the page; the file has the others


@dataclass(frozen=True)
class RatingsDryRun:
    """What the file would keep: sentences about people, groups and marks; the things it rates; and why it cannot be taken in."""

    name: str
    headline: str
    facts: list[str]
    items: list[str]
    more_items: int
    mistakes: list[str]
    more_mistakes: int
    refused: str
    stands: Round | None

    @property
    def may_go(self) -> bool:
        return not self.refused


def ratings_dry_run(sheet: RatingsSheet) -> RatingsDryRun:
    told, mistakes = sheet.understood, sheet.mistakes()
    return RatingsDryRun(
        sheet.name, _headline(sheet), [] if mistakes else facts(sheet), list(told.items[:MOST]), max(0, len(told.items) - MOST),
        mistakes[:MOST], max(0, len(mistakes) - MOST), sheet.refusal(), None if mistakes else sheet.stands or sheet.near,
    )  # fmt: skip


def _headline(sheet: RatingsSheet) -> str:
    if wrong := len(sheet.understood.faults):
        return ngettext("One cell is to be put right first", "%(n)d cells are to be put right first", wrong) % {"n": wrong}
    if sheet.stands:
        return _("These ratings stand here already")
    if sheet.near:
        return _("Nearly the same ratings stand here already")
    marks = len(sheet.understood.items)
    return ngettext("It would take in what people think of one thing", "It would take in what people think of %(n)d things", marks) % {"n": marks}


def facts(sheet: RatingsSheet) -> list[str]:
    """How many people of whom, and what of it could be shown."""
    told = sheet.understood
    found = [_people(side, sheet.people(side)) for side in sheet.sides]
    if told.groups:
        found.append(_groups(len(told.groups), sheet.small_groups))
    if told.scale:
        found.append(rounded())
    if told.rated_people:
        words = ngettext(
            "One of the things is called like one of the people who rate. Accord keeps no figures about a person: take it in only where it stands for a group.",
            "%(n)d of the things are called like people who rate. Accord keeps no figures about a person: take it in only where they stand for groups.",
            told.rated_people,
        )
        found.append(words % {"n": told.rated_people})
    return found


def _people(side: str, n: int) -> str:
    if side == "business":
        told = ngettext("One person of the business.", "%(n)d people of the business.", n) % {"n": n}
    else:
        told = ngettext("One person of IT.", "%(n)d people of IT.", n) % {"n": n}
    return told if n >= K else told + " " + _("Fewer than five are never shown.")


def _groups(n: int, small: int) -> str:
    told = ngettext("One group.", "%(n)d groups.", n) % {"n": n}
    if not small:
        return told
    if small == n:
        return told + " " + _("None of them can be shown: a group of fewer than five is not, nor one that would tell of such a group.")
    not_shown = ngettext("One of them cannot be shown", "%(n)d of them cannot be shown", small) % {"n": small}
    return f"{told} {not_shown}: " + _("a group of fewer than five is not, nor one that would tell of such a group.")


def rounded() -> str:
    return _("The marks of the file are laid onto five in a straight line and rounded, so small differences in it are lost.")

"""What a selection says, in sentences. Each is a rule over computed facts, and says so when it is not clear yet."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.base.people import reader

from ..rules.choosing import Together, Voter
from ..rules.headlines import SMALL

FINDINGS: dict[str, Callable[[int], str]] = {
    "not_clear": lambda n: _("Not clear yet: too few groups have shared out their points"),
    "gain_unsteady": lambda n: _("What is fair is clear; whether it gains anything is not"),
    "unsteady": lambda n: _("Not clear yet: points and costs lie too close together"),
    "nothing_fits": lambda n: _("Nothing fits into this budget"),
    "same": lambda n: _("The fair selection and the ranking take the same"),
    "all_get_something": lambda n: (
        ngettext("By points alone one group gets nothing; shared fairly, none", "By points alone %(n)d groups get nothing; shared fairly, none", n) % {"n": n}
    ),
    "fewer_get_nothing": lambda n: _("Shared fairly, fewer groups are left with nothing"),
    "least_rises": lambda n: _("Shared fairly, whoever gets least gets more"),
    "fairer": lambda n: _("Shared fairly, whoever gets little by points gets more"),
    "no_gain": lambda n: _("Sharing fairly takes other things, and nobody is better off"),
}


def percent(share: float) -> str:
    return reader.voice().percent(share)


def finding(told: Together) -> str:
    """The h1."""
    return FINDINGS[told.finding.key](int(told.finding.numbers["nothing_by_ranking"]))


def standfirst(told: Together) -> str:
    """What it means, and how sure it is."""
    numbers, key = told.finding.numbers, told.finding.key
    people = sum(voter.n for voter in told.voters)
    told_by = ngettext("Told by one person", "Told by %(n)d people", people) % {"n": people}
    groups = ngettext("in one group of five and more.", "in %(n)d groups of five and more.", len(told.voters)) % {"n": len(told.voters)}
    parts = [f"{told_by} {groups}"]
    if key in ("unsteady", "gain_unsteady"):
        parts.append(_("Only in %(n)d of 20 equally likely futures does it compare with the ranking as it does now.") % {"n": int(numbers["same"])})
    elif told.sure:
        firm = sum(n >= 18 for item, n in told.sure.items() if item in told.selection.equal.items)
        every = len(told.selection.equal.items)
        sure = _("In at least 18 of 20 equally likely futures the fair selection takes %(firm)d of its %(every)d things.")
        parts.append(sure % {"every": every, "firm": firm})
    if numbers["hearing"]:
        hearing = int(numbers["hearing"])
        out = ngettext("One thing that is critical to somebody is left out.", "%(n)d things that are critical to somebody are left out.", hearing)
        parts.append(out % {"n": hearing})
    return " ".join(parts)


def group_name(voter: Voter, teams: Mapping[str, str]) -> str:
    if teams[voter.name]:
        return teams[voter.name]
    if voter.rest:
        return _("Business, other teams") if voter.side == "business" else _("IT, other teams")
    return _("Business") if voter.side == "business" else _("IT")


def changes(told: Together, teams: Mapping[str, str]) -> list[str]:
    """Who gains and who gives, if it is shared fairly instead of ranked by points; the largest difference first."""
    found = []
    for voter in told.voters:
        fair, ranked = told.gets["equal"][voter.name].value, told.gets["ranking"][voter.name].value
        if abs(fair - ranked) >= SMALL:
            words = _("%(group)s: %(fair)s of its points instead of %(ranked)s.")
            found.append((abs(fair - ranked), words % {"group": group_name(voter, teams), "fair": percent(fair), "ranked": percent(ranked)}))
    return [words for _size, words in sorted(found, key=lambda one: -one[0])]


def what_dear_changes(told: Together, titles: Mapping[str, str]) -> str:
    """What the fair selection would be if everything cost as much as it may."""
    if told.dear is None:
        return ""
    now, then = set(told.selection.equal.items), set(told.dear.equal.items)
    out, in_ = (", ".join(f"“{titles[id]}”" for id in sorted(ids, key=titles.__getitem__)) for ids in (now - then, then - now))
    if not out and not in_:
        return _("Even if everything costs as much as it may, the fair selection stays the same.")
    if not in_:
        return _("If everything costs as much as it may, this falls out of the fair selection: %(out)s.") % {"out": out}
    if not out:
        return _("If everything costs as much as it may, this comes into the fair selection: %(in)s.") % {"in": in_}
    return _("If everything costs as much as it may, this falls out of the fair selection: %(out)s. This comes in: %(in)s.") % {"out": out, "in": in_}

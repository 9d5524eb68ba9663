"""Who may be shown: no figure of fewer than k people, and none that could be worked out from the others by subtraction.

`gate` is for one way of dividing people. `gate_views` is for all the views of the same people that are offered: everybody, each side, and
within a side each team and, across them, each role. No other view is: never a team and a role together, never two of a side's divisions in
one filter. Whoever offers a further view has to add it here first.

What everybody together said less what the shown groups said is what the hidden ones said, so the hidden groups of a division are one group
that is known. Two divisions that are known, teams and roles, say more together than each alone: two people who are all that a team and a role
do not have in common can be worked out. Draw teams and roles as dots, and the people of a team and a role as a line as thick as they are
many. Whatever can be worked out is a value for each dot, and speaks of those whose line joins different values: of fewer than k people
exactly where the drawing falls apart when fewer than k are taken out. So the thinnest cut is looked for (Nagamochi and Ibaraki 1992), and
groups are hidden until there is none under k.

The people are those who answered what is shown: where some left an item out, the gate is asked for that item by itself, and a figure over
several items counts only those that are shown. It knows nothing of time: what is shown again after one more answer has to be gated by steps of
k (see `listen/rules/pulse`). And it cannot help when all of a group answered alike: then only that there is no spread may be said.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

K = 5  # the smallest group that is shown; a client may ask for more, never for fewer

Dot = tuple[bool, str | None]  # a role or not, its name; None: all of the hidden ones
Drawing = dict[Dot, dict[Dot, int]]


@dataclass(frozen=True)
class Gate:
    """Each by name. empty: nobody is in it, which may be said. total_shown: what all said together may be shown."""

    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    total_shown: bool = False


@dataclass(frozen=True)
class Views:
    """sides: its total is everybody. teams and roles: by side, of those sides only that are shown."""

    sides: Gate
    teams: dict[str, Gate] = field(default_factory=dict)
    roles: dict[str, Gate] = field(default_factory=dict)


def gate(counts: Mapping[str, int], *, k: int = K, total: bool = True) -> Gate:
    """counts: how many people are in each group; nobody is in two. total: whether what all said together is shown as well, if it may be."""
    enough = sum(counts.values()) >= k
    hidden = {name for name, count in counts.items() if 0 < count < k}
    return _gate(counts, _covered(counts, hidden, k) if total else hidden, total=total and enough)


def gate_views(cells: Mapping[tuple[str, str, str], int], *, k: int = K) -> Views:
    """cells: how many people are of a side, a team and a role. Everybody is in one cell; who has no team or role has an empty name there."""
    counts = dict.fromkeys((side for side, _team, _role in cells), 0)
    for (side, _team, _role), count in cells.items():
        counts[side] += count
    sides = gate(counts, k=k)
    views = Views(sides)
    for side in sides.shown:
        its = {(team, role): count for (one, team, role), count in cells.items() if one == side}
        views.teams[side], views.roles[side] = _both(its, k)
    return views


def _both(cells: Mapping[tuple[str, str], int], k: int) -> tuple[Gate, Gate]:
    """Two divisions of the same people, hidden in both until nothing under k can be worked out from them together."""
    counts = (_sums(cells, 0), _sums(cells, 1))
    hidden = [_covered(each, {name for name, count in each.items() if 0 < count < k}, k) for each in counts]
    while cut := _thin_cut(_drawing(cells, hidden), k):
        role, name = _next(cells, counts, hidden, cut)
        hidden[role] = _covered(counts[role], hidden[role] | {name}, k)
    return _gate(counts[0], hidden[0], total=True), _gate(counts[1], hidden[1], total=True)


def _gate(counts: Mapping[str, int], hidden: Collection[str], *, total: bool) -> Gate:
    empty = {name for name, count in counts.items() if not count}
    shown = counts.keys() - empty - set(hidden)
    return Gate(tuple(sorted(shown)), tuple(sorted(hidden)), tuple(sorted(empty)), total)


def _sums(cells: Mapping[tuple[str, str], int], part: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for names, count in cells.items():
        found[names[part]] = found.get(names[part], 0) + count
    return found


def _covered(counts: Mapping[str, int], hidden: Collection[str], k: int) -> set[str]:
    """The hidden and, smallest first, as many more as it takes that they are at least two with k people between them."""
    found, left = set(hidden), sorted((count, name) for name, count in counts.items() if count and name not in hidden)
    while found and left and (len(found) < 2 or sum(counts[name] for name in found) < k):
        found.add(left.pop(0)[1])
    return found


def _drawing(cells: Mapping[tuple[str, str], int], hidden: list[set[str]]) -> Drawing:
    drawn: Drawing = {}
    for names, count in cells.items():
        if count:
            ends = [(bool(part), None if name in hidden[part] else name) for part, name in enumerate(names)]
            for one, other in (ends, ends[::-1]):
                lines = drawn.setdefault(one, {})
                lines[other] = lines.get(other, 0) + count
    return drawn


def _next(cells: Mapping[tuple[str, str], int], counts: tuple[dict[str, int], ...], hidden: list[set[str]], cut: set[Dot]) -> tuple[bool, str]:
    """The smallest group that is shown and has people in the cut; failing that, the smallest that is shown at all."""
    crossing, shown = set[Dot](), set[Dot]()
    for names, count in cells.items():
        ends = [(bool(part), None if name in hidden[part] else name) for part, name in enumerate(names)]
        if count:
            shown |= set(ends)
            crossing |= set(ends) if (ends[0] in cut) != (ends[1] in cut) else set()
    groups = [(role, name) for role, name in crossing if name is not None] or [(role, name) for role, name in shown if name is not None]
    return min(groups, key=lambda one: (counts[one[0]][one[1]], *one))


def _thin_cut(drawn: Drawing, k: int) -> set[Dot]:
    """The dots on one side of a cut through fewer than k people, nothing when there is none. What hangs together by itself is looked at by itself."""
    for part in _parts(drawn):
        lines, inside = {dot: dict(drawn[dot]) for dot in part}, {dot: {dot} for dot in part}
        while len(lines) > 1:
            order = list(_by_attachment(lines))
            if order[-1][1] < k:
                return inside[order[-1][0]]
            # Whoever is tied to those before by k or more is never cut from the one before, so both are one from here on.
            kept = order[0][0]
            for dot, tied in order[1:]:
                if tied >= k:
                    _merge(lines, inside, kept, dot)
                else:
                    kept = dot
    return set()


def _parts(drawn: Drawing) -> Iterator[list[Dot]]:
    left = dict.fromkeys(drawn)
    while left:
        part, todo = [], [left.popitem()[0]]
        while todo:
            part.append(todo.pop())
            new = [dot for dot in drawn[part[-1]] if dot in left]
            todo += new
            for dot in new:
                del left[dot]
        yield part


def _by_attachment(lines: Drawing) -> Iterator[tuple[Dot, int]]:
    """Each dot with how many people tie it to those before it, always the one with the most next."""
    tied = dict.fromkeys(lines, 0)
    while tied:
        dot = max(tied, key=tied.__getitem__)
        yield dot, tied.pop(dot)
        for other, count in lines[dot].items():
            if other in tied:
                tied[other] += count


def _merge(lines: Drawing, inside: dict[Dot, set[Dot]], kept: Dot, gone: Dot) -> None:
    inside[kept] |= inside.pop(gone)
    for other, count in lines.pop(gone).items():
        del lines[other][gone]
        if other != kept:
            lines[kept][other] = lines[kept].get(other, 0) + count
            lines[other][kept] = lines[other].get(kept, 0) + count

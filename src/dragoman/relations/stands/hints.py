"""Hints of disagreement between two who have not said that they differ. Each carries the spans of both sides.

opposite   one side takes, in as little as one telling, the side against the other's
hedged     one is hedged or hangs on a condition where the other is firm
silence    one raises, in its own voice and in texts where both speak, what the other takes no stand on
readouts   one side's account of a meeting of the two leaves out what the other's tells of it

A hint is not a finding that they differ: it says where to look.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.relations.stands.stances import Stand, Standing
from dragoman.relations.weights import Weights

HintKind = Literal["opposite", "hedged", "silence", "readouts"]


@dataclass(frozen=True, slots=True)
class Readout:
    """What one side told of a meeting: the stands in its own statements about it, and all it raised there.

    ``meeting`` is the act's id, ``holder`` the state whose account it is.
    """

    meeting: str
    holder: str
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Hint:
    """A sign of difference: its kind, and the tellings that it rests on, the one's and the other's.

    Where a side is silent, its tellings are those that show it speaking on the issue in the same texts.
    """

    kind: HintKind
    one: tuple[Stand, ...]
    other: tuple[Stand, ...]


Side = tuple[str, Standing | None]


def hints_of(
    a: Side, b: Side, on_issue: Iterable[Standing], readouts: Sequence[Readout], weights: Weights
) -> tuple[Hint, ...]:
    """Return the hints that two sides, each a holder with its standing, give on one proposition.

    ``on_issue`` are both holders' standings on all propositions of the issue.
    """
    found = [*_opposite(a[1], b[1], weights), *_hedged(a[1], b[1], weights)]
    if a[1] is None or b[1] is None:
        found += _silence(a, b, list(on_issue))
    found += _readouts(a, b, readouts)
    return tuple(found)


def _sure(stands: Iterable[Stand], weights: Weights) -> tuple[Stand, ...]:
    return tuple(s for s in stands if s.report.probability >= weights.hint_sure)


def _opposite(a: Standing | None, b: Standing | None, weights: Weights) -> Iterable[Hint]:
    """One firm statement on either side of the question; where either is hedged, that is the other hint."""
    if a is None or b is None:
        return
    for side in (1, -1):
        one = tuple(s for s in _sure(a.stands, weights) if s.side == side and not s.open)
        other = tuple(s for s in _sure(b.stands, weights) if s.side == -side and not s.open)
        if one and other and any(s.firmness == "firm" for s in (*one, *other)):
            yield Hint("opposite", one, other)


def _hedged(a: Standing | None, b: Standing | None, weights: Weights) -> Iterable[Hint]:
    """One side leaves open, by a hedge or a condition, what the other firmly stands for or against."""
    if a is None or b is None:
        return
    for one, other, turned in ((a, b, False), (b, a, True)):
        left_open = tuple(s for s in _sure(one.stands, weights) if s.open)
        firm = tuple(s for s in _sure(other.stands, weights) if s.side and s.firmness == "firm")
        plain_too = any(s.side and not s.open for s in one.stands)
        if left_open and firm and not plain_too:
            yield Hint("hedged", firm, left_open) if turned else Hint("hedged", left_open, firm)


def _silence(a: Side, b: Side, on_issue: list[Standing]) -> Iterable[Hint]:
    """The one that speaks does so in a text in which the silent one speaks on the issue too."""
    for (holder, spoken), (other, said) in ((a, b), (b, a)):
        if spoken is None or said is not None:
            continue
        beside = {s.report.document: s for one in on_issue if one.holder == other for s in one.stands}
        own = (s for s in spoken.stands if s.teller == holder and not s.open)
        raised = tuple(s for s in own if s.report.document in beside)
        if raised:
            shown = tuple(beside[document] for document in sorted({s.report.document for s in raised}))
            yield Hint("silence", raised, shown) if holder == a[0] else Hint("silence", shown, raised)


def _readouts(a: Side, b: Side, readouts: Sequence[Readout]) -> Iterable[Hint]:
    """Of one meeting, one account tells of the proposition and the other, on the same issue, does not."""
    known = next(s for _, s in (a, b) if s is not None)
    found: dict[Hint, None] = {}
    accounts: dict[str, list[Readout]] = {}
    for readout in readouts:
        accounts.setdefault(readout.meeting, []).append(readout)
    for told_of in accounts.values():
        on_issue = {r.holder: tuple(s for s in r.stands if s.issue == known.issue) for r in told_of}
        sides = [on_issue.get(holder, ()) for holder in (a[0], b[0])]
        on_it = [tuple(s for s in told if s.proposition == known.proposition) for told in sides]
        if all(sides) and bool(on_it[0]) != bool(on_it[1]):
            found[Hint("readouts", on_it[0] or sides[0], on_it[1] or sides[1])] = None
    return found

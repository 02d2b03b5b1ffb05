"""Units → clusters: full names first, the surest pairs first; then each bare name to whom it can mean.

A pure function: the order of the units changes nothing. Only units that share a block are compared, and a
unit's place depends on its blocks alone; so a store may resolve some blocks and leave the others as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dragoman.resolve.actors.bare import placed
from dragoman.resolve.actors.clusters import Cluster, Member, Resolution, Suggestion, id_of
from dragoman.resolve.actors.comparing import compared, contradiction
from dragoman.resolve.actors.groups import Groups
from dragoman.resolve.actors.likeness import Verdict
from dragoman.resolve.actors.rulings import Rulings
from dragoman.resolve.actors.units import Unit
from dragoman.resolve.actors.whole import Whole

SURE, UNSURE = 0.7, 0.45
"""From ``SURE`` on two units are one actor; from ``UNSURE`` on a person is asked."""
_TORN = 0.04
"""A unit that is as like two actors, within so much, is given to neither."""

Edge = tuple[int, int, Verdict]


def resolved(units: Iterable[Unit], rulings: Rulings | None = None) -> Resolution:
    """Return the clusters that units make, and which of them may yet be one.

    ``rulings`` are what people decided: it is followed whatever the names say. Units with one key twice
    raise ValueError.
    """
    by_key: dict[int, Unit] = {}
    for unit in units:
        if unit.key in by_key:
            raise ValueError(f"two units have the key {unit.key}")
        by_key[unit.key] = unit
    ruled = rulings or Rulings()
    blocks: dict[str, list[Unit]] = defaultdict(list)
    for _, unit in sorted(by_key.items()):
        for block in unit.blocks:
            blocks[block].append(unit)
    whole = Whole(by_key, ruled)
    unsure: list[Suggestion] = []
    for _, members in sorted(blocks.items()):
        groups = Groups({unit.key: unit for unit in members}, ruled)
        full = [unit for unit in members if not unit.is_bare]
        _join(full, groups, unsure)
        unsure += placed([unit for unit in members if unit.is_bare], full, groups)
        whole.take_over(groups)
    whole.follow_rulings()
    clusters = sorted((_cluster(members, whole) for members in whole.groups()), key=lambda one: one.id)
    return Resolution(tuple(clusters), tuple(_open(unsure, whole)))


def _join(full: list[Unit], groups: Groups, unsure: list[Suggestion]) -> None:
    """Bring full names together, the surest pairs first; what is torn between two or unsure is suggested."""
    edges = _edges(full)
    by_key = {unit.key: unit for unit in full}
    torn = _torn(edges, by_key)
    for one, other, verdict in sorted(edges, key=lambda edge: (-edge[2].score, edge[0], edge[1])):
        if verdict.score < SURE or one in torn or other in torn:
            unsure.append(Suggestion(one, other, verdict.score, verdict.why))
        elif not groups.join(one, other, verdict):
            unsure.append(Suggestion(one, other, min(verdict.score, 0.69), verdict.why))


def _edges(full: list[Unit]) -> list[Edge]:
    """Return the pairs of a block's units that may be one actor."""
    found: list[Edge] = []
    for place, one in enumerate(full):
        for other in full[place + 1 :]:
            verdict = compared(one, other)
            if verdict is not None and verdict.score >= UNSURE:
                found.append((one.key, other.key, verdict))
    return found


def _torn(edges: list[Edge], units: Mapping[int, Unit]) -> frozenset[int]:
    """Return the units that are about as like two others which cannot be one."""
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for one, other, verdict in edges:
        near[one].append((verdict.score, other))
        near[other].append((verdict.score, one))
    torn: set[int] = set()
    for key, found in near.items():
        if units[key].ref is not None:
            continue
        best = max(score for score, _ in found)
        rivals = [units[other] for score, other in found if score >= best - _TORN]
        if any(contradiction(a, b) for place, a in enumerate(rivals) for b in rivals[place + 1 :]):
            torn.add(key)
    return frozenset(torn)


def _cluster(members: list[Unit], whole: Whole) -> Cluster:
    """Return a cluster under the name of the unit with a reference, or of the one in most articles."""
    leader = min(members, key=lambda u: (u.ref is None, u.ref or "", u.is_bare, -u.documents, u.key))
    refs = sorted({unit.ref for unit in members if unit.ref})
    ref = refs[0] if refs else None
    anchor = min((unit.is_bare, unit.key) for unit in members)[1]
    state = leader.state or next((unit.state for unit in members if unit.state), None)
    reasons = tuple(Member(unit.key, *whole.reason(unit.key, leader)) for unit in members)
    return Cluster(ref or id_of(anchor), leader.name, leader.kind, state, ref, reasons)


def _open(found: list[Suggestion], whole: Whole) -> list[Suggestion]:
    """Return the suggestions that are still between two actors, and that nobody has ruled out; each once."""
    best: dict[tuple[int, int], Suggestion] = {}
    for one in found:
        pair = (min(one.one, one.other), max(one.one, one.other))
        if whole.may_yet_join(*pair) and (pair not in best or best[pair].score < one.score):
            best[pair] = Suggestion(*pair, one.score, one.why)
    return [best[pair] for pair in sorted(best)]

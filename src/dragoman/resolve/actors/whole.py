"""The blocks' groups brought together: by references in several blocks, and by what people ruled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from dragoman.resolve.actors.groups import RULED, Groups
from dragoman.resolve.actors.likeness import Verdict
from dragoman.resolve.actors.rulings import Rulings
from dragoman.resolve.actors.units import Unit


class Whole:
    """Who is together over all blocks."""

    def __init__(self, units: Mapping[int, Unit], rulings: Rulings) -> None:
        """Begin with every unit alone."""
        self._units = units
        self._rulings = rulings
        self._parent = {key: key for key in units}
        self._reasons: dict[int, Verdict] = {}
        self._members: dict[int, list[Unit]] = {}

    def take_over(self, groups: Groups) -> None:
        """Bring together what a block brought together."""
        for first, *others in groups.all():
            for key in others:
                self._unite(first, key)
        self._reasons.update(groups.reasons)

    def follow_rulings(self) -> None:
        """Bring together what people did across blocks; what thereby meets whom it was told from goes out."""
        for group in self._rulings.together:
            first, *others = sorted(key for key in group if key in self._units) or [0]
            for key in others:
                self._unite(first, key)
                self._reasons.setdefault(key, RULED)
        ruled = {key for group in self._rulings.together for key in group}
        for one, other in sorted(self._rulings.apart):
            if one in self._units and other in self._units and self._root(one) == self._root(other):
                loose = [key for key in (other, one) if key not in ruled]
                if loose:
                    self._take_out(loose[0])

    def groups(self) -> list[list[Unit]]:
        """Return the units of each group, by their keys, once all are brought together."""
        found: dict[int, list[Unit]] = defaultdict(list)
        for key, unit in sorted(self._units.items()):
            found[self._root(key)].append(unit)
        self._members = found
        return list(found.values())

    def may_yet_join(self, one: int, other: int) -> bool:
        """Say whether two units are of two of the ``groups``, whom nobody has told apart."""
        first, second = self._root(one), self._root(other)
        if first == second:
            return False
        some, others = ([unit.key for unit in self._members[root]] for root in (first, second))
        return not self._rulings.forbid(some, others)

    def reason(self, key: int, leader: Unit) -> tuple[float, str]:
        """Return how sure a unit is in its group, and why."""
        unit = self._units[key]
        if unit.ref is not None and leader.ref == unit.ref:
            return 1.0, f"its reference is {unit.ref}"
        found = self._reasons.get(key)
        if key == leader.key or found is None:
            return 1.0, "its own name"
        return found.score, found.why

    def _root(self, key: int) -> int:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def _unite(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first

    def _take_out(self, key: int) -> None:
        """Leave a unit alone; the others of its group stay together."""
        others = [other for other in self._units if other != key and self._root(other) == self._root(key)]
        for other in others:
            self._parent[other] = others[0]
        self._parent[key] = key
        self._reasons.pop(key, None)

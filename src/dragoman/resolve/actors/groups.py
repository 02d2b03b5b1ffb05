"""The groups of one block's units, which grow by joining: never against a ruling or a contradiction."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.resolve.actors.comparing import contradiction
from dragoman.resolve.actors.likeness import Verdict
from dragoman.resolve.actors.rulings import Rulings
from dragoman.resolve.actors.units import Unit

RULED = Verdict(1.0, "so judged")
"""The reason of whatever a person brought together."""


class Groups:
    """Which units are together so far, and by which verdict each came in."""

    def __init__(self, units: Mapping[int, Unit], rulings: Rulings) -> None:
        """Begin with every unit alone, but for those that rulings bring together."""
        self._units = units
        self._rulings = rulings
        self._members = {key: [key] for key in units}
        self._root = {key: key for key in units}
        self._reasons: dict[int, Verdict] = {}
        for group in rulings.together:
            here = sorted(key for key in group if key in units)
            for key in here[1:]:
                self._unite(here[0], key, RULED)

    def root(self, key: int) -> int:
        """Return the key that stands for a unit's group."""
        return self._root[key]

    def members(self, key: int) -> list[Unit]:
        """Return the units of a unit's group."""
        return [self._units[member] for member in self._members[self._root[key]]]

    def all(self) -> list[list[int]]:
        """Return the keys of each group."""
        return list(self._members.values())

    def forbidden(self, one: int, other: int) -> bool:
        """Say whether a person has told anybody of one group apart from anybody of the other."""
        return self._rulings.forbid(self._members[self._root[one]], self._members[self._root[other]])

    def join(self, one: int, other: int, verdict: Verdict) -> bool:
        """Join the groups of two units; False, and nothing done, where something forbids it."""
        if self._root[one] == self._root[other]:
            return True
        if self.forbidden(one, other):
            return False
        if any(contradiction(a, b) for a in self.members(one) for b in self.members(other)):
            return False
        self._unite(one, other, verdict)
        return True

    def take_in(self, bare: int, other: int, verdict: Verdict) -> bool:
        """Give a bare name to a group, whatever its kind; False where a person has told them apart."""
        if self._root[bare] != self._root[other]:
            if self.forbidden(bare, other):
                return False
            self._unite(other, bare, verdict)
        return True

    @property
    def reasons(self) -> Mapping[int, Verdict]:
        """By which verdict each unit came in; what leads a group has none."""
        return self._reasons

    def _unite(self, one: int, other: int, verdict: Verdict) -> None:
        """Join two groups; the verdict is the reason of the member through which the later one came."""
        first, second = self._root[one], self._root[other]
        if first == second:
            return
        if first > second:
            first, second, one, other = second, first, other, one
        for key in (other, one):
            if key not in self._reasons:
                self._reasons[key] = verdict
                break
        for key in self._members.pop(second):
            self._root[key] = first
            self._members[first].append(key)

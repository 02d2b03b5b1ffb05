"""What people have decided, as far as it binds the resolver: who belongs together, who never does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rulings:
    """Keys of units: ``together`` are groups that are one actor, ``apart`` pairs that never are."""

    together: tuple[frozenset[int], ...] = ()
    apart: frozenset[tuple[int, int]] = frozenset()
    _group: dict[int, int] = field(default_factory=dict, init=False, repr=False)
    _enemies: dict[int, set[int]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for group in self.together:
            least = min(group)
            self._group.update((key, least) for key in group)
        for one, other in self.apart:
            first, second = self.stands_for(one), self.stands_for(other)
            self._enemies.setdefault(first, set()).add(second)
            self._enemies.setdefault(second, set()).add(first)

    def stands_for(self, key: int) -> int:
        """Return the key that stands for all that are together with one."""
        return self._group.get(key, key)

    def forbid(self, some: Iterable[int], others: Iterable[int]) -> bool:
        """Say whether anybody of ``some`` was told apart from anybody of ``others``."""
        if not self._enemies:
            return False
        theirs = {self.stands_for(key) for key in others}
        return any(self._enemies.get(self.stands_for(key), set()) & theirs for key in some)

"""All that relations are measured from, read from a store once and weighed once, for many questions.

A command asks one question and ends. Whoever asks many of one store, as the desk does, gathers its acts and
stands once, and again only where the store has changed.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Any, TypeVar, cast

from dragoman.relating import acts
from dragoman.relating_stands import stands
from dragoman.relations import Act, Weighed, scale, weigh
from dragoman.relations.index.earlier import earlier
from dragoman.relations.index.table import ActTable
from dragoman.relations.index.ties import Ties, ties
from dragoman.relations.scales import HEADLINE
from dragoman.relations.stands.stances import Stand
from dragoman.store import Store

Found = TypeVar("Found")
WEIGHINGS = 3
"""So many weighings with another half-life or day are kept beside the one without filters."""
ANSWERS = 500


class Gathered:
    """A store's acts and stands as they were at one time; answers made from them can be kept with them.

    ``lock`` is held while something is worked out: what is weighed fills its own caches, and two threads at
    once would only work out the same.
    """

    def __init__(self, found: Iterable[Act], told: Iterable[Stand]) -> None:
        """Take what a store holds; use `gather`."""
        self.acts = tuple(found)
        self.lock = threading.RLock()
        self._of_pair: dict[frozenset[str], list[Act]] = defaultdict(list)
        for act in self.acts:
            for pair in {frozenset(pair) for pair in act.directed_pairs}:
                self._of_pair[pair].append(act)
        self._of_state: dict[str, list[Stand]] = defaultdict(list)
        self._on_issue: dict[str, list[Stand]] = defaultdict(list)
        for stand in told:
            self._of_state[stand.holder].append(stand)
            self._on_issue[stand.issue].append(stand)
        self._weighed: dict[tuple[date | None, float | None], Weighed] = {}
        self._answers: OrderedDict[Hashable, object] = OrderedDict()

    def __getstate__(self) -> dict[str, Any]:
        """Return all but the lock: what is gathered in one process can be sent to another."""
        return {name: value for name, value in self.__dict__.items() if name != "lock"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self.lock = threading.RLock()

    def acts_between(self, first: str, second: str) -> tuple[Act, ...]:
        """Return the acts of a pair, in the order of the store."""
        return tuple(self._of_pair.get(frozenset((first, second)), ()))

    def busiest(self, most: int) -> list[tuple[str, str]]:
        """Return the pairs with most acts, codes in alphabetical order, those with most first."""
        pairs = ((min(pair), max(pair), len(acts)) for pair, acts in self._of_pair.items() if len(pair) == 2)
        ordered = sorted(pairs, key=lambda one: (-one[2], one[:2]))
        return [(first, second) for first, second, _ in ordered[:most]]

    def stands_of(self, states: Iterable[str], issue: str | None = None) -> tuple[Stand, ...]:
        """Return where states stand, on all issues or one."""
        found = (stand for state in states for stand in self._of_state.get(state, ()))
        return tuple(stand for stand in found if issue is None or stand.issue == issue)

    def states(self) -> tuple[str, ...]:
        """Return the states that stand anywhere, in alphabetical order."""
        return tuple(sorted(self._of_state))

    def stands_on(self, issue: str) -> tuple[Stand, ...]:
        """Return where all states stand on an issue."""
        return tuple(self._on_issue.get(issue, ()))

    def issues(self) -> tuple[tuple[str, int, int], ...]:
        """Return the issues with how many positions of how many states there are; those with most first."""
        found = [(name, len(told), len({s.holder for s in told})) for name, told in self._on_issue.items()]
        return tuple(sorted(found, key=lambda one: (-one[1], one[0])))

    def weighed(
        self, until: date | None = None, half_life: float | None = None, on: str = HEADLINE
    ) -> Weighed:
        """Return all acts to ``until``, weighed on a scale; RelationsError where none counts."""
        with self.lock:
            key = until, half_life
            if key not in self._weighed:
                self._weighed[key] = weigh(self._table(until), half_life=half_life)
                others = [other for other in self._weighed if other not in (key, (None, None))]
                if len(others) >= WEIGHINGS:
                    del self._weighed[others[0]]
            return self._weighed[key].on(scale(on))

    def _table(self, until: date | None) -> ActTable:
        if (None, None) not in self._weighed:
            self._weighed[None, None] = weigh(self.acts)
        table = self._weighed[None, None].table
        return table if until is None else earlier(table, until)

    def ties(self, on: date | None = None, half_life: float | None = None) -> Ties:
        """Return the network of ties in the week of a day, the last one without it, as `atlas` does."""
        weighed = self.weighed(on, half_life)
        return self.once(("ties", on, half_life), lambda: ties(weighed))

    def once(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """Return an answer, made only where it isn't kept; the caller's key says all that it depends on."""
        with self.lock:
            if key not in self._answers:
                self._answers[key] = make()
                if len(self._answers) > ANSWERS:
                    self._answers.popitem(last=False)
            self._answers.move_to_end(key)
            return cast(Found, self._answers[key])


def gather(store: Store) -> Gathered:
    """Return all acts between states and all stands of states in a store, the acts weighed."""
    found = Gathered(acts(store), stands(store))
    if any(act.happened and act.directed_pairs for act in found.acts):
        found.ties()
    return found

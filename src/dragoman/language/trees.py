"""Scores of arcs → one tree a sentence: the maximum spanning arborescence with a single root.

McDonald, Pereira, Ribarov, Hajič 2005, "Non-projective Dependency Parsing using Spanning Tree Algorithms"
(Chu-Liu-Edmonds). The greedy choice is nearly always a tree already; the search runs only where it is not.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def heads_of(scores: Scores) -> NDArray[np.int64]:
    """Return each word's head for scores [n, n] (dependent, head); the diagonal scores being the root.

    The root's head is itself. A sentence has exactly one root.
    """
    greedy: NDArray[np.int64] = scores.argmax(1)
    if _is_tree(greedy):
        return greedy
    n = len(scores)
    root = int(scores.diagonal().argmax())
    open_scores = scores.astype(np.float64).copy()
    best: tuple[float, NDArray[np.int64]] | None = None
    for candidate in _likely_roots(scores, root):
        heads = _arborescence(open_scores, candidate)
        value = float(scores[np.arange(n), heads].sum())
        if best is None or value > best[0]:
            best = (value, heads)
    assert best is not None
    return best[1]


def _likely_roots(scores: Scores, first: int) -> list[int]:
    """Return the few words that may be the root: those whose root score comes near the best."""
    order = np.argsort(-scores.diagonal(), kind="stable")[:3]
    return sorted({first, *(int(i) for i in order)})


def _is_tree(heads: NDArray[np.int64]) -> bool:
    """Say whether there is one root and no cycle."""
    n = len(heads)
    if int((heads == np.arange(n)).sum()) != 1:
        return False
    reach = heads
    for _ in range(max(1, n.bit_length())):
        reach = reach[reach]
    return bool((heads[reach] == reach).all())


def _arborescence(scores: NDArray[np.float64], root: int) -> NDArray[np.int64]:
    """Return the best tree with the given root, contracting one cycle after another."""
    n = len(scores)
    work = scores.copy()
    np.fill_diagonal(work, -np.inf)
    work[root, :] = -np.inf
    heads: NDArray[np.int64] = work.argmax(1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    m = len(outer) + 1
    small = np.full((m, m), -np.inf)
    small[:-1, :-1] = work[np.ix_(outer, outer)]
    small[:-1, -1] = work[np.ix_(outer, cycle)].max(1)
    leaves = work[np.ix_(outer, cycle)].argmax(1)
    gain = work[np.ix_(cycle, outer)] - work[cycle, heads[cycle]][:, None]
    small[-1, :-1] = gain.max(0)
    entries = gain.argmax(0)
    solved = _arborescence(small, int(np.flatnonzero(outer == root)[0]))
    for k, word in enumerate(outer):
        if word != root:
            heads[word] = cycle[leaves[k]] if solved[k] == m - 1 else outer[solved[k]]
    heads[cycle[entries[solved[-1]]]] = outer[solved[-1]]
    return heads


def _cycle(heads: NDArray[np.int64], root: int) -> NDArray[np.int64] | None:
    """Return the words of one cycle that does not hold the root, or None."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[root] = 2
    for start in range(len(heads)):
        path, word = [], start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return np.array(path[path.index(word) :])
        state[path] = 2
    return None

"""The model's scores → labels, fragments, links and antecedents. All arrays are of one window.

W words; label inventories come with the model (``labels.json``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Fragment = tuple[str, int, int, float]
"""A label, the words ``[first, last)`` it covers, and its mean probability."""

FORBIDDEN = -1e4
TOP = 6


def bio_transitions(labels: Sequence[str], learned: Floats | None = None) -> Floats:
    """Return [T, T] transition scores in which I-x follows only B-x or I-x."""
    size = len(labels)
    allowed = np.zeros((size, size), dtype=np.float32) if learned is None else learned.copy()
    for j, after in enumerate(labels):
        if after.startswith("I-"):
            for i, before in enumerate(labels):
                if before[2:] != after[2:]:
                    allowed[i, j] = FORBIDDEN
    return allowed


def viterbi(scores: Floats, transitions: Floats, labels: Sequence[str]) -> Ints:
    """Return the best label sequence for scores [W, T]; it never begins with an I- label."""
    steps, size = scores.shape
    back = np.zeros((steps, size), dtype=np.int64)
    best = scores[0] + np.array([FORBIDDEN if x.startswith("I-") else 0.0 for x in labels], dtype=np.float32)
    for t in range(1, steps):
        ways = best[:, None] + transitions
        back[t] = ways.argmax(0)
        best = ways[back[t], np.arange(size)] + scores[t]
    path = np.zeros(steps, dtype=np.int64)
    path[-1] = best.argmax()
    for t in range(steps - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def softmax(scores: Floats) -> Floats:
    """Return probabilities over the last axis."""
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    result: Floats = shifted / shifted.sum(-1, keepdims=True)
    return result


def fragments(path: Ints, scores: Floats, labels: Sequence[str], breaks: frozenset[int]) -> list[Fragment]:
    """Group a BIO path into fragments; one that runs over a word in ``breaks`` is parted there."""
    likely = softmax(scores)[np.arange(len(path)), path]
    found: list[Fragment] = []
    start = -1
    for i in range(len(path) + 1):
        inside = i < len(path) and labels[path[i]].startswith("I-") and i not in breaks
        if start >= 0 and not inside:
            found.append((labels[path[start]][2:], start, i, float(likely[start:i].mean())))
            start = -1
        if i < len(path) and start < 0 and labels[path[i]] != "O":
            start = i
    return found


def link(scores: Floats, word: int, partners: Sequence[int]) -> tuple[int | None, float]:
    """Choose the partner of ``word`` among ``partners``, or none (the diagonal), and its probability."""
    options = np.append(scores[word, list(partners)], scores[word, word])
    likely = softmax(options)
    best = int(likely.argmax())
    return (None if best == len(partners) else best), float(likely[best])


def antecedents(scores: Floats, mentions: Sequence[int]) -> dict[int, list[tuple[int | None, float]]]:
    """Return for each mention head the likeliest earlier heads (None: new), best first."""
    if not mentions:
        return {}
    at = np.array(mentions)
    square = scores[np.ix_(at, at)].copy()
    square[np.triu_indices(len(at), 1)] = FORBIDDEN
    likely = softmax(square)
    order = np.argsort(-likely, axis=1, kind="stable")[:, :TOP]
    found: dict[int, list[tuple[int | None, float]]] = {}
    for row, word in enumerate(mentions):
        found[word] = [
            (None if column == row else mentions[column], float(likely[row, column]))
            for column in order[row]
            if likely[row, column] >= 0.02
        ]
    return found

"""The finding heads' scores → evidence of positions, agreements, memberships and forecasts.

All arrays are of one window of W words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.language.acts import phrases
from dragoman.language.decoding import Floats, softmax

FAINT = 0.3
"""Below this probability a word is no evidence; what is faint must be confirmed elsewhere."""
TAGS = ("O", "B", "I")
_ROLES = {
    "position": ("holders", None),
    "agreement": ("parties", None),
    "membership": ("members", "bodies"),
    "forecast": (None, None),
}
"""The heads that link a kind's evidence to who holds it, and to what they belong to."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Tags and labels of all kinds [W, F]; links from evidence to words, by head, [W, W] each."""

    findings: Floats
    links: Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words ``[first, last)`` that show a finding, its label, and the phrases linked to it; see Scores."""

    kind: str
    first: int
    last: int
    probability: float
    label: str
    label_probability: float
    holders: tuple[tuple[int, int, float], ...]
    bodies: tuple[tuple[int, int, float], ...]


def likely_evidence(scores: Floats, labels: Mapping[str, Sequence[str]]) -> dict[str, Floats]:
    """Return, by kind, the probabilities [W, 3] that a word stands outside, begins or goes on evidence."""
    return {kind: softmax(scores[:, at : at + len(TAGS)]) for kind, at in _places(labels)}


def evidence(
    scores: Scores, sentences: Sequence[tuple[int, int]], labels: Mapping[str, Sequence[str]]
) -> Iterator[Evidence]:
    """Yield the evidence of a window, kind by kind in text order; none crosses a sentence (word ranges)."""
    likely = likely_evidence(scores.findings, labels)
    for kind, at in _places(labels):
        start = at + len(TAGS)
        own = scores.findings[:, start : start + len(labels[kind])]
        for sentence in sentences:
            for first, last in _runs(likely[kind], sentence):
                sure = float(1 - likely[kind][first:last, 0].mean())
                yield _evidence(scores, kind, (first, last, sure), sentence, own, labels[kind])


def _places(labels: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int]]:
    at = 0
    for kind, own in labels.items():
        yield kind, at
        at += len(TAGS) + len(own)


def _runs(likely: Floats, sentence: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words of a sentence that are evidence; one that begins anew parts two."""
    start = None
    for i in range(*sentence):
        inside = 1 - likely[i, 0] >= FAINT
        anew = likely[i, 1] > likely[i, 2]
        if start is not None and (not inside or anew):
            yield start, i
            start = None
        if inside and start is None:
            start = i
    if start is not None:
        yield start, sentence[1]


def _evidence(
    scores: Scores,
    kind: str,
    run: tuple[int, int, float],
    sentence: tuple[int, int],
    labelled: Floats,
    labels: Sequence[str],
) -> Evidence:
    first, last, sure = run
    likely = softmax(labelled[first:last].mean(0)) if labels else np.ones(1, dtype=np.float32)
    best = int(likely.argmax())
    sides = [
        () if head is None else phrases(scores.links[head][first:last].mean(0), (first, first), sentence)
        for head in _ROLES[kind]
    ]
    return Evidence(kind, first, last, sure, labels[best] if labels else "", float(likely[best]), *sides)

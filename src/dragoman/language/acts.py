"""The event heads' scores → acts: a trigger with its type, mode and status, and the phrases of who and whom.

All arrays are of one window of W words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.language.decoding import Floats, softmax

FAINT = 0.08
"""Below this probability a word tells of no act; what is faint counts only where rules see it too."""
NEAR = 4
"""Two acts of one type have at least so many words between their triggers."""
CLEAR = 0.5
"""Words side by side are one trigger where each tells of the same type with this probability."""
LINKED = 0.5
JOINED = 0.3
"""A word between two of a phrase belongs to it from this probability on."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The event heads' inventories; the last of ``types`` is NONE, a mode is written TYPE-mode."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """Triggers [W, 17], statuses [W, 7], modes [W, M]; actors and recipients [W, W] from trigger to word."""

    triggers: Floats
    statuses: Floats
    modes: Floats
    actors: Floats
    recipients: Floats


@dataclass(frozen=True, slots=True)
class Act:
    """Words ``[first, last)`` of a trigger, and how likely each choice is; phrases are word ranges."""

    first: int
    last: int
    type: str
    probability: float
    status: str
    status_probability: float
    mode: str | None
    mode_probability: float
    actors: tuple[tuple[int, int, float], ...]
    recipients: tuple[tuple[int, int, float], ...]


def acts(scores: Scores, sentences: Sequence[tuple[int, int]], labels: Labels) -> Iterator[Act]:
    """Yield the acts of a window in text order; ``sentences`` are word ranges, which no act crosses."""
    likely = softmax(scores.triggers)
    telling = 1 - likely[:, -1]
    kinds = likely[:, :-1].argmax(-1)
    for start, stop in sentences:
        found: list[Act] = []
        i = start
        while i < stop:
            first, i = i, i + 1
            if telling[first] < FAINT:
                continue
            while telling[first] >= CLEAR and i < stop and telling[i] >= CLEAR and kinds[i] == kinds[first]:
                i += 1
            found.append(_act(scores, likely, (first, i), (start, stop), labels))
        yield from _strongest(found)


def _strongest(found: Sequence[Act]) -> Iterator[Act]:
    """Leave out an act beside a likelier one of its type, or right by one of any: they are one trigger."""
    for act in found:
        beside = [
            other
            for other in found
            if other is not act
            and max(act.first - other.last, other.first - act.last) < (NEAR if other.type == act.type else 1)
        ]
        if all((act.probability, -act.first) > (other.probability, -other.first) for other in beside):
            yield act


def _act(
    scores: Scores, likely: Floats, trigger: tuple[int, int], sentence: tuple[int, int], labels: Labels
) -> Act:
    words = slice(*trigger)
    by_type = likely[words, :-1].sum(0)
    kind = int(by_type.argmax())
    name = labels.types[kind]
    statuses = softmax(scores.statuses[words].mean(0))
    mode, sure = _mode(scores.modes[words].mean(0), name, labels)
    return Act(
        *trigger,
        name,
        float(1 - likely[words, -1].min()),
        labels.statuses[int(statuses.argmax())],
        float(statuses.max()),
        mode,
        sure,
        phrases(scores.actors[words].mean(0), trigger, sentence),
        phrases(scores.recipients[words].mean(0), trigger, sentence),
    )


def _mode(scores: Floats, kind: str, labels: Labels) -> tuple[str | None, float]:
    own = [n for n, mode in enumerate(labels.modes) if mode.startswith(f"{kind}-")]
    if not own:
        return None, 0.0
    likely = softmax(scores[own])
    best = int(likely.argmax())
    return labels.modes[own[best]].partition("-")[2], float(likely[best])


def phrases(
    scores: Floats, trigger: tuple[int, int], sentence: tuple[int, int]
) -> tuple[tuple[int, int, float], ...]:
    """Return the runs of words outside a trigger that are linked to it, each with its mean probability.

    ``scores`` [W] are the trigger's links; ``sentence`` is the range of words to look in.
    """
    likely = 1 / (1 + np.exp(-np.clip(scores, -50, 50)))
    found: list[tuple[int, int]] = []
    for i in range(*sentence):
        if likely[i] < LINKED or trigger[0] <= i < trigger[1]:
            continue
        joined = likely[i - 1] >= JOINED and not trigger[0] <= i - 1 < trigger[1]
        if found and (found[-1][1] == i or (found[-1][1] == i - 1 and joined)):
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return tuple((a, b, float(likely[a:b].mean())) for a, b in found)

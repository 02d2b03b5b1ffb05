"""How much two extents share, and the best one-to-one pairing of gold and predicted ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.records import Span


def characters(spans: Iterable[Span], text: str) -> frozenset[int]:
    """Return the offsets of the characters that ``spans`` cover, white space left out."""
    return frozenset(
        i for start, end in spans for i in range(start, min(end, len(text))) if not text[i].isspace()
    )


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the size of the intersection over that of the union; 0 where either is empty."""
    if not one or not other:
        return 0.0
    both = len(one & other)
    return both / (len(one) + len(other) - both)


def pairing(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Pair gold with predicted items one to one: as many pairs as can be, good pairs first.

    ``scores`` holds the admissible pairs (gold, predicted). Pairs are taken from the best score
    down; then augmenting paths (Kuhn 1955) add what a greedy choice has locked out, so that the
    number of pairs is the largest possible. Ties fall by the smaller index.
    """
    gold_of: dict[int, int] = {}
    taken: set[int] = set()
    for gold, predicted in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if gold not in taken and predicted not in gold_of:
            gold_of[predicted] = gold
            taken.add(gold)
    choices: dict[int, list[int]] = {}
    for gold, predicted in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        choices.setdefault(gold, []).append(predicted)
    for gold in sorted(choices.keys() - taken):
        _augment(gold, choices, gold_of, set())
    return {gold: predicted for predicted, gold in sorted(gold_of.items(), key=lambda item: item[1])}


def _augment(gold: int, choices: dict[int, list[int]], gold_of: dict[int, int], seen: set[int]) -> bool:
    for predicted in choices[gold]:
        if predicted in seen:
            continue
        seen.add(predicted)
        if predicted not in gold_of or _augment(gold_of[predicted], choices, gold_of, seen):
            gold_of[predicted] = gold
            return True
    return False

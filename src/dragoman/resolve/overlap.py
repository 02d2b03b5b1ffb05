"""Two texts side by side: how much of each stands in the other, and what that makes them.

A copy is one text printed again, whole or cut, edited, corrected or extended. A text that stands
inside another article, a passage that two articles share (both quote one speech, or one quotes the
other), and two bulletins that differ in nothing but their figures are no copies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dragoman.resolve.shingles import SHINGLE, Fingerprint

if TYPE_CHECKING:
    from numpy import bool_
    from numpy.typing import NDArray

OverlapKind = Literal["exact", "near", "contained", "passage", "formula"]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where one kind of overlap ends and another begins; chosen on the development set of bench/copies.py.

    Shares are of a text's words that stand in shingles which the other text has too.
    """

    smaller: float = 0.67
    """Of the text that has less of its own: below this the two only share a passage."""
    larger: float = 0.4
    """Of the other one: above this the two are one text."""
    head: float = 0.15
    """Of the other one, where the shared words begin at its top: it was cut from below."""
    top: float = 0.15
    """The share of the larger text that counts as its top."""
    passage: int = 28
    """Words in a row that make a passage: as many as are certain to leave two marks in common."""
    figures: float = 0.34
    """Of the figures of the text with fewer: below this the two are bulletins of one formula."""
    least_figures: int = 4


@dataclass(frozen=True, slots=True)
class Overlap:
    """How two texts, ``one`` and ``two`` (ids, in this order), overlap.

    ``of_one`` and ``of_two`` are the shares of their words that the other has too, ``run`` the longest
    run of such words; ``reason`` says so in words.
    """

    one: str
    two: str
    kind: OverlapKind
    of_one: float
    of_two: float
    run: int
    reason: str

    @property
    def is_copy(self) -> bool:
        """Say whether the two are one text."""
        return self.kind in ("exact", "near")


def overlap(
    one: str, first: Fingerprint, two: str, second: Fingerprint, thresholds: Thresholds | None = None
) -> Overlap | None:
    """Return how two texts overlap; None where they share no more than phrases.

    ``overlap(a, b)`` and ``overlap(b, a)`` say the same, with ``of_one`` and ``of_two`` exchanged.
    """
    limits = thresholds or Thresholds()
    if first.digest == second.digest:
        return Overlap(one, two, "exact", 1.0, 1.0, first.words, "they have the same words")
    covered, other = _covered(first, second), _covered(second, first)
    of_one, of_two = _share(covered), _share(other)
    run = max(_longest(covered), _longest(other))
    is_first_smaller = of_one > of_two or (of_one == of_two and first.words <= second.words)
    smaller, larger = (of_one, of_two) if is_first_smaller else (of_two, of_one)
    starts = _start(other if is_first_smaller else covered)
    kind = _kind(smaller, larger, starts, run, _shared_figures(first, second, limits), limits)
    if kind is None:
        return None
    return Overlap(one, two, kind, of_one, of_two, run, _reason(kind, one, two, of_one, of_two, run))


def _kind(
    smaller: float, larger: float, starts: float, run: int, figures: float, limits: Thresholds
) -> OverlapKind | None:
    """Return the kind of an overlap from its shares; None where there is none to speak of."""
    if smaller >= limits.smaller:
        if figures < limits.figures:
            return "formula"
        if larger >= limits.larger or (larger >= limits.head and starts <= limits.top):
            return "near"
        return "contained"
    return "passage" if run >= limits.passage else None


def _covered(one: Fingerprint, other: Fingerprint) -> NDArray[bool_]:
    """Return for each word of ``one`` whether it stands in a shingle that ``other`` has too."""
    import numpy as np

    mask = np.zeros(one.words, dtype=np.bool_)
    known = set(other.shingles.tolist())  # faster than numpy's isin on arrays of a few hundred
    shared = np.fromiter(map(known.__contains__, one.shingles.tolist()), np.bool_, len(one.shingles))
    for offset in range(SHINGLE):
        mask[offset : offset + len(shared)] |= shared
    return mask


def _share(mask: NDArray[bool_]) -> float:
    """Return the share of the words that are covered."""
    return float(mask.mean()) if len(mask) else 0.0


def _longest(mask: NDArray[bool_]) -> int:
    """Return the length of the longest run of covered words."""
    import numpy as np

    gaps = np.flatnonzero(~mask)
    edges = np.concatenate(([-1], gaps, [len(mask)]))
    return int(np.diff(edges).max()) - 1


def _start(mask: NDArray[bool_]) -> float:
    """Return where the first real run of covered words begins: 0 at the top, 1 at the end."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    begins, ends = edges[::2], edges[1::2]
    real = begins[ends - begins >= 2 * SHINGLE]
    return float(real[0]) / len(mask) if len(real) else 1.0


def _shared_figures(one: Fingerprint, two: Fingerprint, limits: Thresholds) -> float:
    """Return the share of the figures of the text with fewer that the other has; 1 where they are few."""
    import numpy as np

    fewest = min(len(one.figures), len(two.figures))
    if fewest < limits.least_figures:
        return 1.0
    return len(np.intersect1d(one.figures, two.figures)) / fewest


def _reason(kind: OverlapKind, one: str, two: str, of_one: float, of_two: float, run: int) -> str:
    """Say in words why two texts overlap as they do."""
    if of_two > of_one:
        one, two, of_one, of_two = two, one, of_two, of_one
    told = f"{of_one:.0%} of the words of {one} are in {two}, {of_two:.0%} the other way"
    more = {
        "contained": "; the rest of it is its own",
        "formula": ", but hardly any of their figures",
        "passage": f"; the longest run is of {run} words",
    }
    return told + more.get(kind, "")

"""A text as its shingles: overlapping runs of words, hashed, and the few of them that are looked up.

Shingles: Broder, "On the resemblance and containment of documents" (1997). Which of them are looked
up: winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003), the smallest hash of every window. Any run of ``SHINGLE + WINDOW - 1``
words that two texts share is then certain to be met, wherever it stands, while a text leaves only
about ``2 / (WINDOW + 1)`` marks a word. MinHash over whole texts meets no passages: see docs/copies.md.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import int64, uint32, uint64
    from numpy.typing import NDArray

    Hashes = NDArray[uint32]
    Marks = NDArray[int64]

SHINGLE = 5
"""Words in a shingle: chosen on the development set of bench/copies.py."""
WINDOW = 12
"""Shingles in a window, of which one leaves its mark."""
_WORD = re.compile(r"[^\W_]+")
_BASE = 0x9E3779B97F4A7C15
_MIXERS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What of a text is kept for comparing: hashes, in the order of its words.

    ``digest`` is the same for two texts of the same words. ``shingles[i]`` is the hash of words ``i`` to
    ``i + SHINGLE - 1``, ``figures`` the hashes of its figures, each once, ``marks`` the shingles to look
    it up by, each once.
    """

    digest: str
    words: int
    shingles: Hashes
    figures: Hashes
    marks: Marks


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of ``text``: case, punctuation, quotation marks and blanks don't count."""
    import numpy as np

    words = _WORD.findall(text.casefold())
    # A text without a word is only the same as itself.
    digest = hashlib.sha256((" ".join(words) or f"\0{text}").encode("utf-8", "surrogatepass")).hexdigest()
    hashes = np.fromiter(map(_hash_of, words), dtype=np.uint64, count=len(words))
    rolled = _rolled(hashes)
    figures = {_hash_of(word) & 0xFFFFFFFF for word in words if word[0].isdigit()}
    return Fingerprint(
        digest,
        len(words),
        (rolled >> np.uint64(32)).astype(np.uint32),
        np.array(sorted(figures), dtype=np.uint32),
        _winnowed(rolled),
    )


@lru_cache(maxsize=200_000)
def _hash_of(word: str) -> int:
    """Return 64 bits of a word's hash, the same on every machine."""
    return int.from_bytes(
        hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little"
    )


def _rolled(hashes: NDArray[uint64]) -> NDArray[uint64]:
    """Return the hash of each shingle: a polynomial of its words' hashes, mixed (splitmix64)."""
    import numpy as np

    count = len(hashes) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for offset in range(SHINGLE):
        mixed = mixed * np.uint64(_BASE) + hashes[offset : offset + count]
    for shift, factor in zip((30, 27), _MIXERS, strict=True):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return mixed ^ (mixed >> np.uint64(31))


def _winnowed(rolled: NDArray[uint64]) -> Marks:
    """Return the smallest hash of every window, each once, as SQL's signed integers."""
    import numpy as np

    if len(rolled) > WINDOW:
        rolled = np.lib.stride_tricks.sliding_window_view(rolled, WINDOW).min(axis=1)
    elif len(rolled):
        rolled = rolled.min(keepdims=True)
    return np.unique(rolled).astype(np.int64)

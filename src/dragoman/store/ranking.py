"""Which of the texts that match come first: the same in every database, since it is counted here.

The score follows BM25's term weight (Robertson and Zaragoza 2009, equation 3.15) without the weight of a
term's rarity, which is the same for all texts where all terms must be there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.store.folding import plain
from dragoman.store.terms import Term

_K, _B = 1.2, 0.5


def scores(texts: Sequence[str], terms: Sequence[Term], usual: int) -> list[float]:
    """Return a score for each text, 0 where a term is missing; ``usual`` is a text's usual length."""
    patterns = [re.compile(term.pattern) for term in terms]
    return [_score(plain(text), patterns, usual) for text in texts]


def _score(form: str, patterns: Sequence[re.Pattern[str]], usual: int) -> float:
    length = _K * (1 - _B + _B * len(form) / usual)
    total = 0.0
    for pattern in patterns:
        times = len(pattern.findall(form))
        if not times:
            return 0.0
        total += times / (times + length)
    return total / len(patterns)

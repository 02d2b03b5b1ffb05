"""Whether a text says that it corrects an earlier print of itself."""

from __future__ import annotations

import re
from functools import cache

from dragoman.resolve.credits import FOOT, HEAD
from dragoman.resolve.tables import rows_of


def says_it_corrects(text: str) -> bool:
    """Say whether a text's head or foot tells of a correction.

    >>> says_it_corrects("CORRECTED: Envoys meet in Tehran")
    True
    >>> says_it_corrects("The correct answer, the envoy said, is no.")
    False
    """
    head, foot = text[:HEAD], text[-FOOT:]
    return any(pattern.search(head if where == "head" else foot) for where, pattern in _patterns())


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((where, re.compile(pattern)) for where, pattern in rows_of("corrections.tsv"))

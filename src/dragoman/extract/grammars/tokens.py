"""Text → tokens: finer than words, so that "5bn", "$5" and "mid-2014" fall apart, "Nov." stays whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

_HYPHENS = str.maketrans({"–": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'"})
_TOKEN = r"""
      \d{{1,2}}:\d\d(?::\d\d)?(?!\d)                      # clock times
    | \d{{1,2}}([/.])\d{{1,2}}\1\d{{4}}(?!\d)             # 23.11.2015, 11/23/2015
    | \d{{4}}/\d{{1,2}}(?:/\d{{1,2}})?(?![\d/])           # 2015/11/23, 2014/15
    | \d+(?:/\d+)+                                        # 24/7
    | ['’‘]\d\ds\b | \d+s\b | \d+(?:st|nd|rd|th)\b        # decades, ordinals
    | \d+(?:[.,]\d+)*
    | (?:[^\W\d_]\.){{2,}}                                # a.m., U.S.
    | [A-Z]{{1,3}}\$                                      # US$
    | (?:{glued})(?=\d)                                   # EUR50m
    | ['’](?:s|S)\b | o['’]clock\b
    | [^\W\d_]\w*
    | \S
"""


class Token(NamedTuple):
    """A token: its characters' place in the text, and its form in lower case, all hyphens alike."""

    start: int
    end: int
    low: str
    upper: bool
    """Whether it begins with a capital."""
    tight: bool
    """Whether it follows the token before it without a blank."""


class Tokenizer:
    """Splits text; ``glued`` are codes that may stand right before digits, ``stopped`` words with a stop."""

    def __init__(self, glued: Iterable[str], stopped: Collection[str]) -> None:
        codes = "|".join(re.escape(code) for code in sorted(glued)) or r"(?!)"
        self._pattern = re.compile(_TOKEN.format(glued=codes), re.VERBOSE)
        self._stopped = frozenset(stopped)

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """Return the tokens of ``text[start:end]`` in order; an abbreviation keeps its stop."""
        found: list[Token] = []
        last = -1
        for match in self._pattern.finditer(text, start, end):
            begin, stop = match.span()
            form = match.group()
            low = form.lower() if form.isascii() else form.lower().translate(_HYPHENS)
            if low == "." and last == begin and found[-1].low + "." in self._stopped:
                before = found.pop()
                token = Token(before.start, stop, before.low + ".", before.upper, before.tight)
            else:
                token = Token(begin, stop, low, form[0].isupper(), last == begin)
            found.append(token)
            last = stop
        return found

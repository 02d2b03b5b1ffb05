"""Words as search knows them: romanized, lower case, so that Putin finds Путин and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii

from dragoman.records import Span

_ASCII_WORD = re.compile(r"[a-z0-9]+")
# A letter may carry marks (vowel points, accents written apart) that belong to its word.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f])*")
_BEYOND_ASCII = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]*[^\x00-\x7f](?:[A-Za-z0-9]|[^\x00-\x7f])*")
"""Letters, digits and all beyond ASCII in a row: no word reaches out of it."""

_LONGEST = 60
"""Longer words are cut: no name is as long, and PostgreSQL indexes none beyond 2 kB."""


def folded(text: str) -> str:
    """Return the words of a text, romanized and in lower case, parted by single spaces.

    >>> folded("Владимир Путин — в Тегеране; Erdoğan’s U.N.")
    'vladimir putin v tegerane erdogan s u n'
    """
    plain = text if text.isascii() else _BEYOND_ASCII.sub(_row, text)
    return " ".join([word[:_LONGEST] for word in _ASCII_WORD.findall(plain.lower())])


def _row(found: re.Match[str]) -> str:
    """Return the folded words of a piece of text between spaces."""
    return f" {' '.join([form for _, form in words(found[0])])} "


def words(text: str) -> Iterator[tuple[Span, str]]:
    """Yield each word of a text as its span and its folded form."""
    for found in _WORD.finditer(text):
        form = _romanized(found[0])
        if form:
            yield Span(*found.span()), form


@lru_cache(maxsize=50_000)
def _romanized(word: str) -> str:
    """Return one word's folded form; a letter that stands for a sound that ASCII lacks may fall away."""
    plain = word if word.isascii() else anyascii(word)
    return "".join(_ASCII_WORD.findall(plain.lower()))[:_LONGEST]

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
_LONGEST = 60
"""Longer words are cut: no name is as long, and PostgreSQL indexes none beyond 2 kB."""


def folded(text: str) -> str:
    """Return the words of a text, romanized and in lower case, parted by single spaces.

    >>> folded("Владимир Путин — в Тегеране; Erdoğan’s U.N.")
    'vladimir putin v tegerane erdogan s u n'
    """
    if text.isascii():
        return " ".join(word[:_LONGEST] for word in _ASCII_WORD.findall(text.lower()))
    return " ".join(word for _, word in words(text))


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

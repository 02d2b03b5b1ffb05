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
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f](?:[A-Za-z0-9]|[^\x00-\x7f])*")
"""All beyond ASCII, with letters and digits behind it: with those before it, no word reaches out of it."""
_ASCII = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

LONGEST = 60
"""Longer words are cut: no name is as long, and PostgreSQL indexes none beyond 2 kB."""


def folded(text: str) -> str:
    """Return the words of a text, romanized and in lower case, parted by single spaces.

    >>> folded("Владимир Путин — в Тегеране; Erdoğan’s U.N.")
    'vladimir putin v tegerane erdogan s u n'
    """
    return " ".join([word[:LONGEST] for word in _ASCII_WORD.findall(plain(text))])


def plain(text: str) -> str:
    """Return a text in lower case, the words beyond ASCII romanized, with whatever stands between words.

    >>> plain("In Ankara: Эрдоган!")
    'in ankara:  erdogan !'
    """
    return (text if text.isascii() else "".join(_romanized_pieces(text))).lower()


def _romanized_pieces(text: str) -> Iterator[str]:
    """Yield a text piece by piece, words beyond ASCII in their folded forms."""
    at = 0
    for row in rows_beyond(text):
        yield text[at : row.start]
        yield f" {' '.join([form for _, form in words(row.of(text))])} "
        at = row.end
    yield text[at:]


def rows_beyond(text: str) -> Iterator[Span]:
    """Yield the pieces of a text that hold its words beyond ASCII, whole and in text order."""
    end = 0
    for found in _BEYOND_ASCII.finditer(text):
        start = found.start()
        while start > end and text[start - 1] in _ASCII:
            start -= 1
        end = found.end()
        yield Span(start, end)


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
    return "".join(_ASCII_WORD.findall(plain.lower()))[:LONGEST]

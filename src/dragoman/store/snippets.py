"""Where in a text the searched words stand, and the piece of it that shows them best."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dragoman.records import Span
from dragoman.store.folding import rows_beyond, words
from dragoman.store.terms import Term

WIDTH = 240
"""So many characters a snippet has at most."""

_BEFORE = 60


def hits(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Return the spans of ``text`` where a term stands, in text order."""
    plain, pieces = _plain(text)
    spans = {
        Span(_back(found.start(), pieces)[0], _back(found.end() - 1, pieces)[1])
        for term in terms
        for found in re.finditer(term.pattern, plain)
    }
    return tuple(sorted(spans))


def _plain(text: str) -> tuple[str, list[tuple[int, Span, bool]]]:
    """Return a text in folded letters, and its pieces: where each begins there, where it stands in the text,
    and whether it is a romanized word, whose letters have no places of their own."""
    made, pieces, size, at = [], [], 0, 0

    def put(piece: str, span: Span, romanized: bool) -> None:
        nonlocal size
        pieces.append((size, span, romanized))
        made.append(piece)
        size += len(piece)

    for row in () if text.isascii() else rows_beyond(text):
        put(f"{text[at : row.start]} ", Span(at, row.start), False)
        for word, form in words(row.of(text)):
            put(f"{form} ", Span(row.start + word.start, row.start + word.end), True)
        at = row.end
    put(text[at:], Span(at, len(text)), False)
    return "".join(made).lower(), pieces


def _back(place: int, pieces: Sequence[tuple[int, Span, bool]]) -> tuple[int, int]:
    """Return where the letter at a place of folded text begins and ends in the text."""
    begin, span, romanized = pieces[bisect_right(pieces, place, key=lambda piece: piece[0]) - 1]
    at = span.start + place - begin
    return (span.start, span.end) if romanized else (at, at + 1)


def window(text: str, found: Sequence[Span]) -> Span:
    """Return the piece of ``text`` with the most hits in it, cut between words; without hits its start."""
    if len(text) <= WIDTH:
        return Span(0, len(text))
    best, most = 0, 0
    for hit in found:
        start = max(0, hit.start - _BEFORE)
        inside = sum(start <= other.start and other.end <= start + WIDTH for other in found)
        if inside > most:
            best, most = start, inside
    start = best and _next_word(text, best)
    end = min(len(text), best + WIDTH)
    if end < len(text):
        space = text.rfind(" ", start, end + 1)
        end = space if space > start else end
    return Span(start, end)


def _next_word(text: str, at: int) -> int:
    """Return where the first whole word at or after ``at`` begins, if one does soon."""
    space = text.find(" ", at - 1, at + _BEFORE)
    return space + 1 if space >= 0 else at

"""Where in a text the searched words stand, and the piece of it that shows them best."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Span
from dragoman.store.folding import words
from dragoman.store.terms import Term

WIDTH = 240
"""So many characters a snippet has at most."""

_BEFORE = 60


def hits(text: str, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Return the spans of ``text`` where a term stands, in text order."""
    found = list(words(text))
    forms = [form for _, form in found]
    spans = set()
    for term in terms:
        size = len(term.words)
        for first in range(len(forms) - size + 1):
            if _stands(term, forms[first : first + size]):
                spans.add(Span(found[first][0].start, found[first + size - 1][0].end))
    return tuple(sorted(spans))


def _stands(term: Term, forms: Sequence[str]) -> bool:
    if term.prefix:
        return tuple(forms[:-1]) == term.words[:-1] and forms[-1].startswith(term.words[-1])
    return tuple(forms) == term.words


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

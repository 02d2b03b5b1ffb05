"""Spans: the half-open ranges of characters that every finding rests on."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of Unicode code points in a document's text.

    >>> Span(0, 5).of("Putin said so")
    'Putin'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


def hull(spans: tuple[Span, ...]) -> Span:
    """Return the smallest span that covers all of ``spans`` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))

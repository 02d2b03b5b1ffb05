"""The edges of a finding's cue and contents, set right by the quotation marks of the text.

The engine begins and ends its fragments at words, and now and then takes a mark for a word of the next
sentence: a quotation then loses its last mark, or the next content begins with it.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.statements.finding import Finding
from dragoman.extract.statements.quotation_marks import Quotation
from dragoman.records import Span

_NEAR = 3
"""Quotations before a place that are looked at: they may stand inside one another."""


class Marks:
    """The quotations of a text that are opened and closed, to look up those at a span's edges."""

    def __init__(self, text: str, quotations: Sequence[Quotation]) -> None:
        self._text = text
        self._spans = [q.span for q in quotations if q.opened and q.closed]
        self._starts = [span.start for span in self._spans]

    def settled(self, finding: Finding) -> Finding:
        """Return the finding whose cue and contents hold both marks of a quotation whose words they hold.

        A mark alone, without a word of its quotation, is left out, and so is a content without a word.
        Nothing grows into another part of the finding.
        """
        content = tuple(s for s in (self._whole(span) for span in finding.content) if self._speaks(s))
        cue = tuple(self._whole(span) for span in finding.cue)
        parts = sorted([*content, *cue, *([finding.source] if finding.source else [])])
        if not content or any(a.end > b.start for a, b in itertools.pairwise(parts)):
            return finding
        return replace(finding, content=content, cue=cue)

    def _whole(self, span: Span) -> Span:
        """Return a span with its edges moved over marks and stops, never over a word."""
        start, end = span
        for one in (*self._around(end), *self._around(start)):
            if start <= one.start < end < one.end and self._blank(end, one.end):
                end = one.end  # all the words are in: the closing mark too
            elif one.start < start < one.end <= end and self._blank(one.start, start):
                start = one.start
            elif one.start < start < one.end <= end and self._blank(start, one.end):
                start = one.end  # no word is in: nor the closing mark
            elif start <= one.start < end < one.end and self._blank(one.start, end):
                end = one.start
        while start < end and self._text[start].isspace():
            start += 1
        while start < end and self._text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def _around(self, place: int) -> list[Span]:
        """Return the quotations that begin last before a place and reach up to it."""
        last = bisect.bisect_left(self._starts, place)
        return [span for span in self._spans[max(0, last - _NEAR) : last] if span.end >= place]

    def _speaks(self, span: Span) -> bool:
        return span.start < span.end and not self._blank(*span)

    def _blank(self, start: int, end: int) -> bool:
        """Say whether there is no letter or figure between two places."""
        return not any(char.isalnum() for char in self._text[start:end])

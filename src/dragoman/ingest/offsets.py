"""Maps of offsets: from the cleaned text back to the characters it was made of."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from dragoman.records import Article, OffsetMap, Span


@dataclass(slots=True)
class MapBuilder:
    """Collects runs in order and merges those that continue one another."""

    _clean: list[int] = field(default_factory=list)
    _original: list[int] = field(default_factory=list)
    _lengths: list[int] = field(default_factory=list)

    def add(self, clean: int, original: int, length: int) -> None:
        """Add a run of ``length`` characters; both offsets must lie after those of the last run."""
        if length <= 0:
            return
        if self._clean:
            last = self._lengths[-1]
            if self._clean[-1] + last == clean and self._original[-1] + last == original:
                self._lengths[-1] += length
                return
        self._clean.append(clean)
        self._original.append(original)
        self._lengths.append(length)

    def close(self, clean: int, original: int) -> None:
        """Mark where a stretch ends in both, by a run of no length, where its last run ends earlier."""
        if self._original and self._original[-1] + self._lengths[-1] < original:
            self._clean.append(clean)
            self._original.append(original)
            self._lengths.append(0)

    def built(self) -> OffsetMap:
        """Return the finished map."""
        return OffsetMap(tuple(self._clean), tuple(self._original), tuple(self._lengths))


def original_position(offsets: OffsetMap, position: int) -> int | None:
    """Return where the character at ``position`` stands in the original, None where it is unmapped."""
    run = bisect.bisect_right(offsets.clean, position) - 1
    if run < 0 or position >= offsets.clean[run] + offsets.lengths[run]:
        return None
    return offsets.original[run] + position - offsets.clean[run]


def to_original(article: Article, span: Span) -> Span | None:
    """Return the span of the original that ``span`` of the article's text was made from.

    The result runs from the first mapped character to the end of the last one, and takes in what
    was removed inside it (soft hyphens, combining marks that were composed, furniture between two
    paragraphs). None where no character of the span can be traced back. An article read verbatim
    has no map: its offsets are the original's.
    """
    if article.offsets is None:
        return span
    return map_span(article.offsets, span)


def map_span(offsets: OffsetMap, span: Span) -> Span | None:
    """Map one span by ``offsets``; see ``to_original``."""
    first = max(bisect.bisect_right(offsets.clean, span.start) - 1, 0)
    last = bisect.bisect_left(offsets.clean, span.end) - 1
    if span.start >= span.end or not offsets.clean or last < 0:
        return None
    if offsets.clean[first] + offsets.lengths[first] <= span.start:
        first += 1
    if first > last:
        return None
    start = offsets.original[first] + max(span.start - offsets.clean[first], 0)
    covered = min(span.end - offsets.clean[last], offsets.lengths[last])
    end = offsets.original[last] + covered
    at_run_end = covered == offsets.lengths[last]
    following = last + 1
    if at_run_end and following < len(offsets.clean) and offsets.clean[following] == span.end:
        end = offsets.original[following]
    return Span(start, end)


def compose(outer: OffsetMap, inner: OffsetMap) -> OffsetMap:
    """Return the map that goes through ``outer`` first and ``inner`` next (clean → middle → original)."""
    built = MapBuilder()
    for clean, middle, length in zip(outer.clean, outer.original, outer.lengths, strict=True):
        run = max(bisect.bisect_right(inner.clean, middle) - 1, 0)
        while run < len(inner.clean) and inner.clean[run] <= middle + length:
            if inner.lengths[run] == 0 and inner.clean[run] > middle:
                built.close(clean + inner.clean[run] - middle, inner.original[run])
            start = max(middle, inner.clean[run])
            end = min(middle + length, inner.clean[run] + inner.lengths[run])
            built.add(clean + start - middle, inner.original[run] + start - inner.clean[run], end - start)
            run += 1
    return built.built()

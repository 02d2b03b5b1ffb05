"""Which actors a stretch of text speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.records import Actor, Span

Places = tuple[tuple[Span, str], ...]


def places_of(actors: Sequence[Actor]) -> Places:
    """Return every mention with its actor's id, in text order."""
    return tuple(sorted((mention, actor.id) for actor in actors for mention in actor.mentions))


def mentioned(places: Places, spans: Sequence[Span], source: str | None = None) -> tuple[str, ...]:
    """Return the ids of the actors mentioned inside ``spans``, by first mention there, without ``source``."""
    found: dict[str, None] = {}
    for span in sorted(spans):
        at = bisect_left(places, (Span(span.start, 0), ""))
        while at < len(places) and places[at][0].start < span.end:
            mention, identifier = places[at]
            if mention.end <= span.end and identifier != source:
                found.setdefault(identifier)
            at += 1
    return tuple(found)

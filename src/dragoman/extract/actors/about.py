"""Which actors a stretch of text speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Actor, Span


def mentioned(actors: Sequence[Actor], spans: Sequence[Span], source: str | None = None) -> tuple[str, ...]:
    """Return the ids of the actors mentioned inside ``spans``, by first mention there, without ``source``."""
    found: list[tuple[int, str]] = []
    for actor in actors:
        if actor.id == source:
            continue
        inside = [m.start for m in actor.mentions if any(span.contains(m) for span in spans)]
        if inside:
            found.append((min(inside), actor.id))
    return tuple(identifier for _, identifier in sorted(found))

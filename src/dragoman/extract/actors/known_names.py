"""Names of bodies that the tables know word for word, where the engine saw only a part of them or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.actors.scene import Scene

_LONGEST = 6


def known_bodies(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield ``[first, last)`` of table names of two words or more that the engine cut or left out.

    A name of the engine's that holds such a run and more is left as it is: it knows a longer name.
    """
    words, names = scene.analysis.words, scene.analysis.names
    first = 0
    while first < len(words):
        last = _run(scene, first) if words[first].text[:1].isupper() else first
        if last > first and not any(
            n.first <= first and last <= n.last and last - first < n.last - n.first for n in names
        ):
            yield first, last
        first = max(last, first + 1)


def _run(scene: Scene, first: int) -> int:
    """Where the longest table name that begins at a word ends; ``first`` where none does."""
    words = scene.analysis.words
    stop = min(first + _LONGEST, scene.analysis.sentences[words[first].sentence].last)
    for last in range(stop, first + 1, -1):
        end = words[last - 1].text
        if (end[:1].isupper() or end.isdigit()) and scene.knowledge.names_body(scene.text(first, last)):
            return last
    return first

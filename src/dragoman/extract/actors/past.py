"""What the reader has in mind at a word: the actors mentioned before it, and who spoke last."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.scene import Mention


class Past:
    """Mentions and speakers in text order, looked through backwards; it grows while the article is read."""

    def __init__(self) -> None:
        """Begin with nothing mentioned."""
        self.of_word: dict[int, Cluster] = {}
        self._heads: list[int] = []
        self._mentions: dict[int, Mention] = {}
        self._speakers: list[int] = []

    def note(self, mention: Mention, cluster: Cluster) -> None:
        """Remember that ``mention`` is one of ``cluster``; the first word for a head stands."""
        if mention.head in self.of_word:
            return
        self.of_word[mention.head] = cluster
        self._mentions[mention.head] = mention
        insort(self._heads, mention.head)

    def before(self, position: int, most: int = 400) -> Iterator[tuple[Mention, Cluster]]:
        """Yield mentions whose head lies before a word, nearest first."""
        stop = bisect_left(self._heads, position)
        for head in reversed(self._heads[max(0, stop - most) : stop]):
            yield self._mentions[head], self.of_word[head]

    def spoke(self, head: int) -> None:
        """Remember that the source with head word ``head`` spoke."""
        insort(self._speakers, head)

    def speakers(self, position: int, most: int = 12) -> Iterator[tuple[int, Cluster]]:
        """Yield ``(head word, actor)`` of those who spoke before a word, the last first."""
        stop = bisect_left(self._speakers, position)
        for head in reversed(self._speakers[max(0, stop - most) : stop]):
            if head in self.of_word:
                yield head, self.of_word[head]

"""Names in a row of words: "Russia, Trinidad and Tobago, and Equatorial Guinea"; trees aside.

All positions are word indices into ``Analysis.words``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dragoman.extract.ground import Ground

_LONGEST = 6
KNOWN = 0.6
"""How sure the tables must be of a name."""
_WHERE = frozenset({"in", "at", "to", "from", "near", "on", "into", "after", "before"})
_JOINING = frozenset({"and", "or", "&"})
_AGAIN = frozenset({"to", "with", "from", "by"})
"""Prepositions said again behind "and": "to Guam and to Fiji"."""
_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})


@dataclass(frozen=True)
class Listing:
    """The names of one article, and the lists that they stand in."""

    ground: Ground

    @cached_property
    def spans(self) -> dict[int, tuple[int, str]]:
        """First word of each name → the word behind it and the name's label."""
        found: dict[int, tuple[int, str]] = {n.first: (n.last, n.label) for n in self.ground.analysis.names}
        for index in range(len(self.ground.analysis.words)):
            known = self._known(index)
            if known is not None and known[0] >= found.get(index, (0, ""))[0]:
                found[index] = known
        return found

    def _known(self, first: int) -> tuple[int, str] | None:
        """The end and label of the longest known state or body that begins here: "Trinidad and Tobago"."""
        words = self.ground.analysis.words
        if not words[first].text[:1].isupper() or words[first].upos in ("ADP", "DET", "PRON", "SCONJ"):
            return None
        for end in range(min(first + _LONGEST, len(words)), first, -1):
            last = words[end - 1]
            if last.sentence != words[first].sentence or not (last.text[:1].isupper() or last.text.isdigit()):
                continue
            found = self.ground.knowledge.lookup(self.text(first, end))
            if not found or found[0].confidence < KNOWN:
                continue
            kind = found[0].entity.kind
            if kind == "state":
                return (end, "place") if end - first > 1 or self._is_noun(first) else None
            if kind == "organization" and (end - first > 1 or words[first].text.isupper()):
                return end, "organization"
        return None

    def text(self, first: int, last: int) -> str:
        """Return words as the text has them, single spaces between those that stand apart."""
        words = self.ground.analysis.words[first:last]
        parts = [words[0].text]
        for before, word in pairwise(words):
            parts.append(word.text if before.end == word.start else " " + word.text)
        return "".join(parts)

    def _is_noun(self, index: int) -> bool:
        """Say whether a single word names the state itself, not a thing of it ("French")."""
        word = self.ground.analysis.words[index]
        return word.upos == "PROPN" and word.deprel not in ("amod",)

    def member(self, at: int) -> tuple[int, int] | None:
        """Return the words ``[first, last)`` of one member that begins at ``at``, "the" left outside."""
        words = self.ground.analysis.words
        first = at + 1 if at < len(words) and words[at].text.lower() == "the" else at
        if first >= len(words) or first not in self.spans:
            return None
        last, label = self.spans[first]
        if last < len(words) and words[last].text in _POSSESSIVE:
            owned = self.spans.get(last + 1) if label == "place" else None
            bearing = owned is not None and owned[1] in ("organization", "person")
            return (last + 1, owned[0]) if owned is not None and bearing else None
        if label == "other":
            return None
        if last < len(words) and words[last].upos in ("NOUN",) and words[last - 1].head == last:
            return None  # "Russia policy": the name only tells what kind
        return first, last

    def members(self, at: int) -> list[tuple[int, int]]:
        """Return the members of a list that begins at ``at``: commas, "and", brackets behind a name."""
        words, found = self.ground.analysis.words, list[tuple[int, int]]()
        one = self.member(at)
        while one is not None:
            found.append(one)
            after = self._behind_brackets(one[1])
            steps = 0
            while after < len(words) and steps < 3 and self._joins(after):
                after, steps = after + 1, steps + 1
            if steps == 0 or after >= len(words) or words[after].sentence != words[at].sentence:
                break
            one = self.member(after)
        return found

    def _joins(self, index: int) -> bool:
        words = self.ground.analysis.words
        again = words[index].text.lower() in _AGAIN and words[index - 1].text.lower() in _JOINING
        return again or words[index].text.lower() in {",", ";", *_JOINING}

    def _behind_brackets(self, index: int) -> int:
        words = self.ground.analysis.words
        if index < len(words) and words[index].text == "(":
            for end in range(index + 1, min(index + 8, len(words))):
                if words[end].text == ")":
                    return end + 1
        return index

    @cached_property
    def listed(self) -> dict[int, tuple[tuple[int, int], ...]]:
        """Word → the names of the list that it stands in; only lists that an "and" closes."""
        found: dict[int, tuple[tuple[int, int], ...]] = {}
        for first in sorted(self.spans):
            if first in found:
                continue
            names = self.members(first)
            if names and self._is_where(names[0][0]):
                names = names[1:]
            if self._is_closed(names):
                found.update((i, tuple(names)) for name in names for i in range(*name))
        return found

    def _is_where(self, first: int) -> bool:
        """Say whether a name only tells where: "in Tehran, Russia and Iran signed"."""
        words = self.ground.analysis.words
        before = first - 2 if first > 1 and words[first - 1].text.lower() == "the" else first - 1
        return before >= 0 and words[before].text.lower() in _WHERE

    def _is_closed(self, names: list[tuple[int, int]]) -> bool:
        """ "A, B and C" is a list; "with A, and B said" is none, nor is "with A, B said"."""
        if len(names) < 2:
            return False
        words = self.ground.analysis.words
        last = [words[i].text.lower() for i in range(names[-2][1], names[-1][0])]
        return bool(set(last) & _JOINING) and (len(names) > 2 or "," not in last)

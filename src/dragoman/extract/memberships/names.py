"""Names of organizations and of members in a row of words: "Trinidad and Tobago, and Equatorial Guinea".

All positions are word indices into ``Analysis.words``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dragoman.extract.events.candidates import Ground
from dragoman.extract.memberships.lexicon import lexicon

_LONGEST = 6
_KNOWN = 0.6
_JOINING = frozenset({"and", "or", "&"})
_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})
_OPENERS = frozenset({"the", "its", "his", "their"})


@dataclass(frozen=True)
class Names:
    """The names of one article as organizations and members."""

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
            if not found or found[0].confidence < _KNOWN:
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
        if label == "other" or (last < len(words) and words[last].text in _POSSESSIVE):
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
        return self.ground.analysis.words[index].text.lower() in {",", ";", *_JOINING}

    def _behind_brackets(self, index: int) -> int:
        words = self.ground.analysis.words
        if index < len(words) and words[index].text == "(":
            for end in range(index + 1, min(index + 8, len(words))):
                if words[end].text == ")":
                    return end + 1
        return index

    def organization(self, at: int) -> tuple[int, int] | None:
        """Return the words of an organization's name that begins at ``at``, "the" left outside."""
        words = self.ground.analysis.words
        first = at + 1 if at < len(words) and words[at].text.lower() == "the" else at
        if first >= len(words) or first not in self.spans:
            return None
        last, label = self.spans[first]
        known = self.ground.knowledge.lookup(self.text(first, last))
        if known and known[0].confidence >= _KNOWN:
            kind = known[0].entity.kind
            return (first, last) if kind in ("organization", "group", "company", "government") else None
        return (first, last) if label == "organization" else None

    def body(self, at: int) -> tuple[int, int] | None:
        """Return an organization's name, or a noun that stands for one: "the bloc", "the 28-nation union"."""
        named = self.organization(at)
        words = self.ground.analysis.words
        if named is not None or at >= len(words) or words[at].text.lower() not in _OPENERS:
            return named
        for index in range(at + 1, min(at + 5, len(words))):
            if lexicon().isa(words[index].lemma, "anaphor"):
                return at, index + 1
            if words[index].upos not in ("ADJ", "NUM", "NOUN", "PUNCT", "PROPN"):
                break
        return None

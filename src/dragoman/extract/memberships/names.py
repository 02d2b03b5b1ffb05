"""Names of organizations and of members, and nouns that stand for organizations.

All positions are word indices into ``Analysis.words``.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.agreements.lists import KNOWN, Listing
from dragoman.extract.memberships.lexicon import lexicon

_OPENERS = frozenset({"the", "its", "his", "their"})


@dataclass(frozen=True)
class Names(Listing):
    """The names of one article as organizations and members."""

    def organization(self, at: int) -> tuple[int, int] | None:
        """Return the words of an organization's name that begins at ``at``, "the" left outside."""
        words = self.ground.analysis.words
        first = at + 1 if at < len(words) and words[at].text.lower() == "the" else at
        if first >= len(words) or first not in self.spans:
            return None
        last, label = self.spans[first]
        known = self.ground.knowledge.lookup(self.text(first, last))
        if known and known[0].confidence >= KNOWN:
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

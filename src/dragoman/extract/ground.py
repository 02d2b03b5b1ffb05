"""What the rules of every finding stand on: the analysis, the tables, and which words name somebody."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.word_classes import isa
from dragoman.knowledge.base import Knowledge
from dragoman.records import Analysis

_PERSONS = frozenset("he she they we i who him her them us me".split())


@dataclass(frozen=True, slots=True)
class Ground:
    """What every rule needs: the analysis, the tables, and which words belong to names."""

    analysis: Analysis
    knowledge: Knowledge
    name_of: dict[int, str]
    """Word index → label, for every word of a name."""

    @classmethod
    def of(cls, analysis: Analysis, knowledge: Knowledge) -> Ground:
        """Return the ground of one article's rules."""
        labels = {i: name.label for name in analysis.names for i in range(name.first, name.last)}
        return cls(analysis, knowledge, dict(labels))

    def lemma(self, index: int) -> str:
        """Return a word's lemma in lower case."""
        return self.analysis.words[index].lemma.lower()

    def is_actor(self, head: int) -> bool:
        """Say whether a noun can act: a name that isn't a thing, a person, a body, people of a kind."""
        word = self.analysis.words[head]
        if head in self.name_of:
            return self.name_of[head] != "other" or self.known(head) is not None
        if word.upos == "PRON":
            return word.text.lower() in _PERSONS or word.text.lower() in ("it", "both")
        known = self.known(head)
        if known is not None and known[1] != "other":
            return True
        if self.knowledge.state_of(word.text) is not None and word.text[:1].isupper():
            return True
        return any(isa(self.lemma(head), name) for name in ("people", "attackers", "police", "actor"))

    def known(self, head: int) -> tuple[str | None, str] | None:
        """Return sector and kind of a noun that the tables of agents have."""
        first = max(0, head - 2)
        for start in range(first, head + 1):
            phrase = " ".join(self.analysis.words[i].text for i in range(start, head + 1))
            found = self.knowledge.sector_of_noun(phrase)
            if found is not None:
                return found
        return self.knowledge.sector_of_noun(self.lemma(head))

    def is_person(self, head: int) -> bool:
        """Say whether a noun is somebody, or a body of people, rather than a thing."""
        word = self.analysis.words[head]
        if head in self.name_of:
            return self.name_of[head] in ("person", "organization")
        if word.upos == "PRON":
            return word.text.lower() in _PERSONS
        found = self.known(head)
        return (found is not None and found[1] in ("person", "group")) or isa(self.lemma(head), "people")

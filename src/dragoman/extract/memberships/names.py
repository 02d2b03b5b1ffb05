"""Names of organizations and of members, and nouns that stand for organizations and for members.

All positions are word indices into ``Analysis.words``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dragoman.extract.agreements.lists import KNOWN, Listing
from dragoman.extract.memberships.lexicon import lexicon

_OPENERS = frozenset({"the", "its", "his", "their"})
_POINTERS = frozenset({"the", "both", "all", "those", "these", "this", "that"})
_POSSESSIVE = frozenset({"'s", "’s", "’", "'"})
_AFTER_MANY = frozenset({"be", "belong", "have", "make", "form", "join", "want", "hope", ","})
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


@dataclass(frozen=True)
class Names(Listing):
    """The names of one article as organizations and members."""

    def organization(self, at: int) -> tuple[int, int] | None:
        """Return the words of an organization's name that begins at ``at``, "the" left outside."""
        if at not in self._organizations:
            self._organizations[at] = self._organization(at)
        return self._organizations[at]

    @cached_property
    def _organizations(self) -> dict[int, tuple[int, int] | None]:
        return {}

    @cached_property
    def _states(self) -> dict[tuple[int, int], bool]:
        return {}

    def _organization(self, at: int) -> tuple[int, int] | None:
        words = self.ground.analysis.words
        first = at + 1 if at < len(words) and words[at].text.lower() == "the" else at
        if first >= len(words) or first not in self.spans:
            return None
        last, label = self._whole(first)
        known = self.ground.knowledge.lookup(self.text(first, last))
        if known and known[0].confidence >= KNOWN:
            kind = known[0].entity.kind
            return (first, last) if kind in ("organization", "group", "company", "government") else None
        bodily = label != "person" and last - first > 1 and lexicon().isa(words[last - 1].lemma, "body")
        for end in range(
            last, min(last + 2, len(words))
        ):  # "the Oceania confederation", "the Three Seas energy club"
            if (
                label != "person"
                and lexicon().isa(words[end].lemma, "anaphor")
                and words[end].text == words[end].lemma
            ):
                return first, end + 1
            if words[end].upos != "NOUN":
                break
        called = label != "person" and self.text(first, last) in self._called
        return (first, last) if label == "organization" or bodily or called else None

    @cached_property
    def _called(self) -> frozenset[str]:
        """Names that the article calls a body: "the Grid is a club of states", "the Grid, a club of …"."""
        words, found = self.ground.analysis.words, set[str]()
        for first in self.spans:
            last, label = self._whole(first)
            if label == "person" or last + 2 >= len(words) or words[last].lemma.lower() not in ("be", ","):
                continue
            if words[last + 1].text.lower() in ("a", "an", "the") and any(
                lexicon().isa(w.lemma, "anaphor") for w in words[last + 2 : last + 6]
            ):
                found.add(self.text(first, last))
        return frozenset(found)

    def _whole(self, first: int) -> tuple[int, str]:
        """The end and label of a name, with what it goes on with: "the Dredgers' Guild", "Black Sea Grid"."""
        words = self.ground.analysis.words
        last, label = self.spans[first]
        if last + 1 < len(words) and words[last].text in _POSSESSIVE:
            noun = words[last + 1]
            if noun.text[:1].isupper() and lexicon().isa(noun.lemma, "body"):
                return last + 2, label
        goes_on = last < len(words) and words[last].upos == "PROPN" and words[last - 1].head == last
        if goes_on and words[last - 1].deprel == "compound" and last not in self.spans:
            return last + 1, label
        return last, label

    def takes_members(self, organization: tuple[int, int]) -> bool:
        """Say whether an organization's name is that of a body of states or the like, it seems."""
        known = self.ground.knowledge.lookup(self.text(*organization))
        if known and known[0].confidence >= KNOWN:
            return known[0].entity.kind in ("organization", "group")
        last = self.ground.analysis.words[organization[1] - 1]
        return lexicon().isa(last.lemma, "body") or not lexicon().isa(last.lemma, "seat")

    def body(self, at: int) -> tuple[int, int] | None:
        """Return an organization's name, or a noun that stands for one: "the bloc", "the 28-nation union"."""
        named = self.organization(at)
        words = self.ground.analysis.words
        if named is None and self._is_part(at):
            return at, at + 2
        if named is not None or at >= len(words) or words[at].text.lower() not in _OPENERS:
            return named
        for index in range(at + 1, min(at + 5, len(words))):
            if lexicon().isa(words[index].lemma, "anaphor"):
                return at, index + 1
            if words[index].upos not in ("ADJ", "NUM", "NOUN", "PUNCT", "PROPN"):
                break
        return None

    def _is_part(self, at: int) -> bool:
        """Say whether "the Union" stands here, whatever a part of a longer name is taken for."""
        words = self.ground.analysis.words
        return (
            at + 1 < len(words)
            and words[at].text.lower() == "the"
            and words[at + 1].text[:1].isupper()
            and lexicon().isa(words[at + 1].lemma, "body")
            and self.spans.get(at + 1, (at + 2, ""))[0] == at + 2
        )

    def noun(self, at: int) -> tuple[int, int] | None:
        """Return a noun that stands for states or another member: "both countries", "the island"."""
        words = self.ground.analysis.words
        if at + 1 >= len(words):
            return None
        if words[at].text.lower() == "it":
            return at, at + 1
        if words[at].text.lower() not in _POINTERS:
            return None
        if words[at].text.lower() == "both" and words[at + 1].lemma.lower() in _AFTER_MANY:
            return at, at + 1
        for index in range(at + 1, min(at + 4, len(words))):
            word = words[index]
            if lexicon().isa(word.lemma, "belonging"):
                return at, index + 1
            if (
                word.lemma.lower() in _NUMBERS
                and words[index + 1 : index + 2]
                and words[index + 1].lemma.lower() in _AFTER_MANY
            ):
                return at, index + 1
            if word.upos not in ("ADJ", "NUM", "DET"):
                break
        return None

    def owner(self, at: int) -> tuple[int, int] | None:
        """Return the words of a state's name that begins at ``at``, whatever stands behind it."""
        words = self.ground.analysis.words
        first = at + 1 if at < len(words) and words[at].text.lower() == "the" else at
        name = (first, self.spans[first][0]) if first in self.spans else None
        return name if name is not None and self.is_state(name) else None

    def meant(self, member: tuple[int, int]) -> list[tuple[int, int]]:
        """Return the names that "both countries" or "those four" lead back to, else ``member`` itself.

        That is the last list of so many states, or as many states as the text named since the paragraph
        before began.
        """
        words = self.ground.analysis.words
        if member[0] in self.spans or words[member[0]].text.lower() not in _POINTERS:
            return [member]
        number = next((n for i in range(*member) if (n := _NUMBERS.get(words[i].lemma.lower()))), None)
        if number is None:
            return [member]
        lists = [names for i, names in self.listed.items() if i < member[0] and len(names) == number]
        lists = [names for names in lists if all(self.is_state(n) for n in names)]
        return list(lists[-1]) if lists else self._just_named(member[0], number) or [member]

    def _just_named(self, at: int, number: int) -> list[tuple[int, int]]:
        """The states named in this paragraph before ``at`` and in the one before, where they are so many."""
        analysis, found = self.ground.analysis, dict[str, tuple[int, int]]()
        here = analysis.sentences[analysis.words[at].sentence].paragraph
        for first in sorted(self.spans):
            place = analysis.sentences[analysis.words[first].sentence].paragraph
            name = (first, self.spans[first][0])
            if first < at and here - place <= 1 and self.is_state(name):
                found.setdefault(self.text(*name), name)
        return list(found.values()) if len(found) == number else []

    def is_state(self, member: tuple[int, int]) -> bool:
        """Say whether a name is that of a state or a territory."""
        if member not in self._states:
            found = self.ground.knowledge.lookup(self.text(*member))
            self._states[member] = bool(found) and found[0].entity.kind == "state"
        return self._states[member]

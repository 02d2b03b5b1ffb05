"""What the language engine says of one article: words, trees, names, statement spans, antecedents.

All positions here are *word* indices into ``Analysis.words``; ``Word.start`` and ``Word.end`` are
code points of the article's text. Word ranges are half-open: ``[first, last)``.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from dragoman.records.event import EventType, Status
from dragoman.records.span import Span

Role = Literal["source", "cue", "content"]
NameLabel = Literal["person", "organization", "place", "other"]
FindingKind = Literal["position", "agreement", "membership", "forecast"]


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word (Universal Dependencies). ``head`` is a word index, -1 for a root."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    head: int
    deprel: str
    sentence: int

    @property
    def span(self) -> Span:
        """The word's characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: words ``[first, last)`` of paragraph ``paragraph`` (index into the article's)."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A proper name over words ``[first, last)``."""

    first: int
    last: int
    label: NameLabel
    confidence: float


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A contiguous fragment of a source, a cue or a content over words ``[first, last)``."""

    role: Role
    first: int
    last: int
    confidence: float


@dataclass(frozen=True, slots=True)
class RoleLink:
    """A learned link between two fragments: indices into ``Analysis.roles`` and its probability.

    From a cue to its source, or from a content fragment to its cue; ``target`` is None where the
    engine says there is none.
    """

    fragment: int
    target: int | None
    probability: float


@dataclass(frozen=True, slots=True)
class PhraseSpan:
    """Words ``[first, last)`` of a phrase that names who acts, or is acted on."""

    first: int
    last: int
    confidence: float


@dataclass(frozen=True, slots=True)
class ActSpan:
    """An act that words ``[first, last)`` tell of, as the engine sees it; see ``Event`` for the values."""

    first: int
    last: int
    type: EventType
    confidence: float
    status: Status
    status_confidence: float
    mode: str | None
    mode_confidence: float
    actors: tuple[PhraseSpan, ...]
    recipients: tuple[PhraseSpan, ...]


@dataclass(frozen=True, slots=True)
class FindingSpan:
    """A finding that words ``[first, last)`` show, as the engine sees it.

    ``label`` is a position's stance, an agreement's status or a member's role, "" for a forecast.
    ``holders`` name who takes the position, agrees or belongs, ``bodies`` what somebody belongs to.
    """

    kind: FindingKind
    first: int
    last: int
    confidence: float
    label: str
    label_confidence: float
    holders: tuple[PhraseSpan, ...]
    bodies: tuple[PhraseSpan, ...]


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A candidate for what a mention refers back to: the candidate's head word, or None for "new"."""

    word: int | None
    probability: float


@dataclass(frozen=True)
class Analysis:
    """The engine's whole output for one article; see the module's docstring for the units."""

    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[NameSpan, ...] = ()
    roles: tuple[RoleSpan, ...] = ()
    sources_of_cues: tuple[RoleLink, ...] = ()
    cues_of_contents: tuple[RoleLink, ...] = ()
    antecedents: dict[int, tuple[Antecedent, ...]] = field(default_factory=dict)
    """For the head word of each mention (pronouns, nominals, names): candidates, best first."""
    acts: tuple[ActSpan, ...] = ()
    acts_known: bool = False
    """Whether the engine looked for acts at all: another's analysis doesn't."""
    findings: tuple[FindingSpan, ...] = ()
    evidence: dict[FindingKind, tuple[float, ...]] = field(default_factory=dict)
    """How likely each word is evidence of a finding, by kind; empty where the engine didn't look."""

    @cached_property
    def findings_in(self) -> dict[tuple[FindingKind, int], tuple[FindingSpan, ...]]:
        """What the engine sees of each kind in each sentence, in text order."""
        found: dict[tuple[FindingKind, int], list[FindingSpan]] = {}
        for one in self.findings:
            found.setdefault((one.kind, self.words[one.first].sentence), []).append(one)
        return {place: tuple(several) for place, several in found.items()}

    @cached_property
    def dependents(self) -> tuple[tuple[int, ...], ...]:
        """For each word the indices of the words that depend on it, in text order."""
        lists: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head >= 0:
                lists[word.head].append(word.index)
        return tuple(tuple(children) for children in lists)

    def subtree(self, index: int) -> tuple[int, ...]:
        """Return the indices of ``index`` and all that depends on it, in text order."""
        found, stack = [], [index]
        while stack:
            word = stack.pop()
            found.append(word)
            stack.extend(self.dependents[word])
        return tuple(sorted(found))

    def ancestors(self, index: int) -> Iterator[int]:
        """Walk from the head of ``index`` up to the root of its sentence."""
        head = self.words[index].head
        while head >= 0:
            yield head
            head = self.words[head].head

    def head_of(self, first: int, last: int) -> int:
        """Return the word of ``[first, last)`` whose own head lies outside the range (the first such)."""
        for index in range(first, last):
            if not first <= self.words[index].head < last and self.words[index].upos != "PUNCT":
                return index
        return first

    def span(self, first: int, last: int) -> Span:
        """Return the characters that words ``[first, last)`` cover."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def words_in(self, span: Span) -> range:
        """Return the range of the words that lie inside ``span`` (words that touch it by a part count)."""
        first = bisect.bisect_right(self._ends, span.start)
        last = bisect.bisect_left(self._starts, span.end)
        return range(first, max(first, last))

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _ends(self) -> list[int]:
        return [word.end for word in self.words]

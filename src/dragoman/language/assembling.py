"""Decoded windows → one Analysis of the article."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from dragoman.language import decoding, trees
from dragoman.language.lemmas import lemma
from dragoman.language.spans import act_spans, evidence_of, finding_spans
from dragoman.language.tokenizer import RawWord
from dragoman.records import (
    ActSpan,
    Analysis,
    Antecedent,
    FindingKind,
    FindingSpan,
    NameLabel,
    NameSpan,
    Role,
    RoleLink,
    RoleSpan,
    Sentence,
    Word,
)

if TYPE_CHECKING:
    from dragoman.language.engine import Inventory, WindowScores

_MENTIONS = frozenset({"NOUN", "PROPN", "PRON"})
_CLOSING = frozenset("”’\"'»")
_ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ash", "at", "az", "ul"})
_INNER_RELATIONS = frozenset({"compound", "flat", "fixed", "goeswith"})


@dataclass(frozen=True, slots=True)
class Assembly:
    """The words of an article, the word range of each paragraph read and its index in the article.

    ``sentence_starts`` are given where sentences are known (measuring on gold tokens), else None.
    """

    words: tuple[RawWord, ...]
    ranges: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]
    sentence_starts: frozenset[int] | None


class _Parts:
    """What the windows add up to, in text order."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.sentences: list[Sentence] = []
        self.names: list[NameSpan] = []
        self.roles: list[RoleSpan] = []
        self.sources: list[RoleLink] = []
        self.cues: list[RoleLink] = []
        self.antecedents: dict[int, tuple[Antecedent, ...]] = {}
        self.acts: list[ActSpan] = []
        self.findings: list[FindingSpan] = []
        self.evidence: dict[FindingKind, list[float]] = {}


def assemble(given: Assembly, scores: Iterable[WindowScores], inventory: Inventory) -> Analysis:
    """Decode every window and put the article's analysis together."""
    parts = _Parts()
    for window in scores:
        _words(parts, given, window, inventory)
        _fragments(parts, given, window, inventory)
        _mentions(parts, window)
        inside = [s for s in parts.sentences if s.first >= window.window.first]
        parts.acts += act_spans(window, inside, inventory)
        parts.findings += finding_spans(window, inside, inventory)
        for kind, likely in evidence_of(window, inventory).items():
            parts.evidence.setdefault(kind, []).extend(likely)
    return Analysis(
        tuple(parts.words),
        tuple(parts.sentences),
        tuple(parts.names),
        tuple(parts.roles),
        tuple(parts.sources),
        tuple(parts.cues),
        parts.antecedents,
        tuple(parts.acts),
        acts_known=True,
        findings=tuple(parts.findings),
        evidence={kind: tuple(likely) for kind, likely in parts.evidence.items()},
    )


def _edges(given: Assembly, window: WindowScores) -> list[tuple[int, int, int]]:
    """Return the sentences of a window: first and last word, and the paragraph's index in the article."""
    first, last = window.window.first, window.window.last
    found = []
    for (start, stop), paragraph in zip(given.ranges, given.paragraphs, strict=True):
        start, stop = max(start, first), min(stop, last)
        if start >= stop:
            continue
        if given.sentence_starts is None:
            likely = np.flatnonzero(window.sentence[start + 1 - first : stop - first] > 0) + start + 1
            inner = [i for i in likely.tolist() if not _goes_on(given, i, start)]
        else:
            inner = [i for i in range(start + 1, stop) if i in given.sentence_starts]
        edges = [start, *inner, stop]
        found += [(a, b, paragraph) for a, b in itertools.pairwise(edges)]
    return found


def _goes_on(given: Assembly, index: int, start: int) -> bool:
    """Say whether a comma or a quotation that ends in one stands before a word: no sentence begins there."""
    return given.words[index - 1][0] == "," or (
        index - 2 >= start
        and given.words[index - 1][0] in _CLOSING
        and given.words[index - 2][0] == ","
        and given.words[index - 1][1] == given.words[index - 2][2]
    )


def _words(parts: _Parts, given: Assembly, window: WindowScores, inventory: Inventory) -> None:
    base = window.window.first
    tags = window.upos.argmax(-1)
    heads = np.zeros(window.window.last - base, dtype=np.int64)
    edges = _edges(given, window)
    for first, last, _ in edges:
        a, b = first - base, last - base
        heads[a:b] = trees.heads_of(window.arcs[a:b, a:b]) + a
        _join_hyphenated(heads, given.words, first, last, base)
    relations = _relations(window, heads, inventory)
    for first, last, paragraph in edges:
        sentence = len(parts.sentences)
        parts.sentences.append(Sentence(first, last, paragraph))
        for i in range(first, last):
            form, start, end = given.words[i]
            head = int(heads[i - base]) + base
            tag = inventory.upos[tags[i - base]]
            root = head == i
            relation = "root" if root else inventory.deprels[relations[i - base]]
            parts.words.append(
                Word(i, start, end, form, lemma(form, tag), tag, -1 if root else head, relation, sentence)
            )


def _join_hyphenated(
    heads: decoding.Ints, words: Sequence[RawWord], first: int, last: int, base: int
) -> None:
    """Hang what belongs to the first part of "test-fired" on the second, which is the whole word's head."""
    for i in range(first, last - 2):
        (_, _, end), (sign, *signs), (_, start, _) = words[i : i + 3]
        if sign == "-" and signs == [end, start] and heads[i - base] == i + 2 - base:
            part = heads[first - base : last - base]
            part[(part == i - base) & (np.arange(first, last) < i)] = i + 2 - base


def _relations(window: WindowScores, heads: decoding.Ints, inventory: Inventory) -> decoding.Ints:
    """Label every arc: a biaffine form over the projected dependent and its chosen head."""
    one = np.ones((len(heads), 1), dtype=np.float32)
    dep = np.concatenate([window.rel_dep, one], 1)
    head = np.concatenate([window.rel_head[heads], one], 1)
    size = dep.shape[1]
    mixed = (dep @ inventory.rel_mix.transpose(1, 0, 2).reshape(size, -1)).reshape(len(heads), -1, size)
    scores = (mixed @ head[:, :, None])[:, :, 0]
    scores[:, inventory.deprels.index("root")] = decoding.FORBIDDEN
    result: decoding.Ints = scores.argmax(-1)
    return result


def _fragments(parts: _Parts, given: Assembly, window: WindowScores, inventory: Inventory) -> None:
    base = window.window.first
    breaks = frozenset(start - base for start, _ in given.ranges)
    path = decoding.viterbi(window.names, inventory.name_transitions, inventory.names)
    for label, first, last, sure in decoding.fragments(path, window.names, inventory.names, breaks):
        first, last = _hyphenated(given.words, first + base, last + base)
        if not parts.names or parts.names[-1].last <= first:
            parts.names.append(NameSpan(first, last, cast(NameLabel, label), sure))
    path = decoding.viterbi(window.roles, inventory.role_transitions, inventory.roles)
    found = decoding.fragments(path, window.roles, inventory.roles, breaks)
    offset = len(parts.roles)
    parts.roles += [RoleSpan(cast(Role, label), a + base, b + base, p) for label, a, b, p in found]
    starts = {
        role: [(k + offset, first) for k, (label, first, _, _) in enumerate(found) if label == role]
        for role in ("source", "cue", "content")
    }
    parts.sources += _links(window.sources, starts["cue"], starts["source"])
    parts.cues += _links(window.cues, starts["content"], starts["cue"])


def _hyphenated(words: Sequence[RawWord], first: int, last: int) -> tuple[int, int]:
    """Draw a name out to the whole of a word whose hyphen it was cut at ("al|-|Nimr", "Lund|-|Berg")."""
    while last + 1 < len(words) and words[last][0] == "-" and words[last + 1][0][:1].isupper():
        if words[last - 1][2] != words[last][1] or words[last][2] != words[last + 1][1]:
            break
        last += 2
    while first >= 2 and words[first - 1][0] == "-" and words[first - 1][2] == words[first][1]:
        before = words[first - 2]
        if before[2] != words[first - 1][1] or not (before[0][:1].isupper() or before[0] in _ARTICLES):
            break
        first -= 2
    return first, last


def _links(
    scores: decoding.Floats, those: list[tuple[int, int]], partners: list[tuple[int, int]]
) -> list[RoleLink]:
    """Link each fragment of ``those`` to one of ``partners``; both are (fragment index, first word)."""
    found = []
    for fragment, word in those:
        choice, likely = decoding.link(scores, word, [first for _, first in partners])
        found.append(RoleLink(fragment, None if choice is None else partners[choice][0], likely))
    return found


def _mentions(parts: _Parts, window: WindowScores) -> None:
    base = window.window.first
    heads = [
        word.index - base
        for word in parts.words[base:]
        if word.upos in _MENTIONS and word.deprel.split(":")[0] not in _INNER_RELATIONS
    ]
    for word, candidates in decoding.antecedents(window.antecedents, heads).items():
        parts.antecedents[word + base] = tuple(
            Antecedent(None if other is None else other + base, likely) for other, likely in candidates
        )

"""Finds the nouns that name an agreement or what one provides, with what their place says of them.

All positions are word indices into ``Analysis.words``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.extract.agreements.lexicon import Instrument, lexicon
from dragoman.extract.arguments import children
from dragoman.extract.ground import Ground
from dragoman.records import InstrumentKind, Word

_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Named:
    """A noun phrase of instruments.tsv: its words ``[first, last)``, the head, whether it points back."""

    first: int
    last: int
    head: int
    name: str
    kind: InstrumentKind
    definite: bool


def instruments(ground: Ground, first: int, last: int) -> list[Named]:
    """Return the instruments named in words ``[first, last)``, in text order; longest patterns win."""
    found: list[Named] = []
    at = last
    while at > first:
        named = _ending(ground, at, first)
        if named is None or _lies_below(ground, named, found):
            at -= 1
            continue
        found.append(named)
        at = named.first
    return found[::-1]


def taken_up(ground: Ground, first: int, last: int) -> list[Named]:
    """Return the "it" of words ``[first, last)`` that is signed or ratified: a paper told of before."""
    words, found = ground.analysis.words, list[Named]()
    for at in range(first, last):
        word = words[at]
        if word.text.lower() != "it" or word.deprel not in ("obj", "nsubj:pass", "obl") or word.head < 0:
            continue
        if lexicon().isa(ground.lemma(word.head), "signing"):
            found.append(Named(at, at + 1, at, "document", "back", True))
    return found


def _ending(ground: Ground, end: int, first: int) -> Named | None:
    """The longest pattern whose words end right before ``end`` and that is no idiom."""
    words = ground.analysis.words
    for pattern in _patterns(words[end - 1]):
        start = end - len(pattern.words)
        if start < first or not all(
            _is(words[start + n], wanted) for n, wanted in enumerate(pattern.words[:-1])
        ):
            continue
        head = ground.analysis.head_of(start, end)
        word = words[head]
        part = word.deprel in ("compound", "amod") and words[word.head].upos in _NOUNS
        if word.upos not in _NOUNS or (part and len(pattern.words) == 1 and not _hyphened(words, head)):
            continue
        if not _is_idiom(ground, start, end):
            return Named(start, end, head, pattern.name, pattern.kind, _definite(ground, head))
    return None


def _patterns(word: Word) -> Sequence[Instrument]:
    table = lexicon().instruments
    return (*table.get(word.lemma.lower(), ()), *table.get(word.text.lower(), ()))


def _is(word: Word, wanted: frozenset[str]) -> bool:
    return word.lemma.lower() in wanted or word.text.lower() in wanted


def _hyphened(words: Sequence[Word], index: int) -> bool:
    return words[index].head == index + 1 and words[index].end == words[index + 1].start


def _is_idiom(ground: Ground, start: int, end: int) -> bool:
    words = ground.analysis.words
    ahead = [words[i].text.lower() for i in range(max(0, start - 2), start)]
    before = {"_".join(ahead), *ahead[-1:]}
    after = words[end].text.lower() if end < len(words) else ""
    noun = words[end - 1].lemma.lower()
    return any(
        (not left or before & left) and (not right or after in right)
        for left, right in lexicon().idioms.get(noun, ())
    )


def _definite(ground: Ground, head: int) -> bool:
    found = children(ground.analysis, head, "det", "det:predet", "amod")
    return any(lexicon().isa(ground.analysis.words[d].text, "definite") for d in found)


def _lies_below(ground: Ground, named: Named, others: Sequence[Named]) -> bool:
    """Say whether an earlier found one has these words: patterns may not share a word."""
    return any(other.first < named.last and named.first < other.last for other in others)


def topic_of(ground: Ground, indices: Sequence[int]) -> str | None:
    """Return the instrument that the words of a subject tell ("easing of visa rules"), None for none."""
    said = {ground.lemma(i) for i in indices} | {ground.analysis.words[i].text.lower() for i in indices}
    for topic in lexicon().topics:
        if all(group & said for group in topic.groups):
            return topic.instrument
    return None

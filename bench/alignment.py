"""Parsing scores by characters, as in the CoNLL 2018 shared task.

Gold and predicted words are compared by the characters that they cover, white space left out, so
that a word counts only where both its ends agree. UAS asks that the head be the same word too (or a
root in both), LAS also that the relation be the same without its subtype; a sentence counts where
both its ends agree. Every score is the F1 of the counts; on gold tokens that is plain accuracy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.report import f1
from bench.treebank import Document
from dragoman.records import Analysis, Span

MEASURES = ("words", "sentences", "UPOS", "UAS", "LAS")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A word for comparison: its characters (offsets without white space), tag, head and relation."""

    span: Span
    upos: str
    head: Span | None
    relation: str


class Characters:
    """Counts offsets of a text without its white space."""

    def __init__(self, text: str) -> None:
        """Count once for all."""
        self._before = [0]
        for character in text:
            self._before.append(self._before[-1] + (not character.isspace()))

    def squeeze(self, span: Span) -> Span:
        """Return where ``span`` lies once the white space is gone."""
        return Span(self._before[span.start], self._before[span.end])


def gold_words(document: Document) -> tuple[list[Parsed], set[Span]]:
    """Return a gold document's words and sentences, squeezed."""
    squeeze = Characters(document.text).squeeze
    spans = [squeeze(word.span) for word in document.words]
    words = [
        Parsed(span, word.upos, spans[word.head] if word.head >= 0 else None, word.deprel.split(":")[0])
        for span, word in zip(spans, document.words, strict=True)
    ]
    return words, {Span(spans[a].start, spans[b - 1].end) for a, b in document.sentences}


def analysed_words(analysis: Analysis, text: str) -> tuple[list[Parsed], set[Span]]:
    """Return an analysis's words and sentences, squeezed."""
    squeeze = Characters(text).squeeze
    spans = [squeeze(word.span) for word in analysis.words]
    words = [
        Parsed(span, word.upos, spans[word.head] if word.head >= 0 else None, word.deprel.split(":")[0])
        for span, word in zip(spans, analysis.words, strict=True)
    ]
    return words, {Span(spans[s.first].start, spans[s.last - 1].end) for s in analysis.sentences}


def compare(
    gold: tuple[Sequence[Parsed], set[Span]], predicted: tuple[Sequence[Parsed], set[Span]]
) -> Counter[str]:
    """Count what is right, e.g. ``LAS``, beside ``gold words``, ``predicted words`` and sentences."""
    theirs = {word.span: word for word in gold[0]}
    counted = Counter(
        {
            "gold words": len(gold[0]), "predicted words": len(predicted[0]),
            "gold sentences": len(gold[1]), "predicted sentences": len(predicted[1]),
            "sentences": len(gold[1] & predicted[1]),
        }
    )  # fmt: skip
    for word in predicted[0]:
        other = theirs.get(word.span)
        if other is None:
            continue
        same_head = word.head == other.head
        counted["words"] += 1
        counted["UPOS"] += word.upos == other.upos
        counted["UAS"] += same_head
        counted["LAS"] += same_head and word.relation == other.relation
    return counted


def scores(counted: Counter[str]) -> dict[str, float]:
    """Turn counts into F1 in percent."""
    found = {}
    for measure in MEASURES:
        unit = "sentences" if measure == "sentences" else "words"
        found[measure] = f1(counted[measure], counted[f"predicted {unit}"], counted[f"gold {unit}"])
    return found


def compare_names(gold: Iterable[tuple[Span, str]], predicted: Iterable[tuple[Span, str]]) -> Counter[str]:
    """Count names right (same characters, same kind), gold and predicted, in all and by kind."""
    wanted, offered = set(gold), set(predicted)
    counted = Counter(right=len(wanted & offered), gold=len(wanted), predicted=len(offered))
    for name, pairs in (("right", wanted & offered), ("gold", wanted), ("predicted", offered)):
        for _, kind in pairs:
            counted[f"{kind} {name}"] += 1
    return counted

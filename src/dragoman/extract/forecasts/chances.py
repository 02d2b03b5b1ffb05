"""What is given a chance: "puts the chance of a recession at a fifth", "the odds of a deal are slim"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.arguments import children, subjects
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.positions.clauses import Range, bounds, is_question, lower, mark_at, trimmed
from dragoman.records import Analysis, Span

_RATE = frozenset({"per", "cent", "percent", "%", "in", "to"})
_MARKS = frozenset({",", ";", ".", "”", '"', "?", "!", "—", "–", ":"})


@dataclass(frozen=True, slots=True)
class Chance:
    """What is given a chance: by which noun, what, how likely, and who is the subject of giving it."""

    noun: int
    proposition: Range
    probability: Span | None
    givers: tuple[int, ...]


def chances(analysis: Analysis) -> Iterator[Chance]:
    """Yield what is given a chance, in text order; one that nobody weighs ("took the chance to") is none."""
    for word in analysis.words:
        if (
            word.lemma.lower() not in words()["chances"]
            or word.upos != "NOUN"
            or is_question(analysis, word.index)
        ):
            continue
        first, last = bounds(analysis, word.index)
        mark = word.index + 1
        if mark + 1 >= last or lower(analysis, mark) not in ("of", "that", "for"):
            continue
        stop = _end(analysis, mark + 1, last)
        run = trimmed(analysis, (mark + 1, stop))
        if run[0] >= run[1] or any(mark_at(analysis, i) for i in range(first, word.index)):
            continue
        probability = _measure(analysis, word.index, stop, last)
        if probability is not None:
            yield Chance(word.index, run, probability, tuple(_givers(analysis, word.index)))


def _end(analysis: Analysis, start: int, last: int) -> int:
    """Where the thing ends: at a mark, "at 20 per cent", or the verb that measures the chance."""
    for at in range(start, last):
        word = analysis.words[at]
        if word.text in _MARKS or (lower(analysis, at) in ("at", "as") and at > start):
            return at
        finite = word.upos == "AUX" and lower(analysis, at) != "being" and at > start
        if finite or lower(analysis, at) in words()["measuring"]:
            return at
    return last


def _measure(analysis: Analysis, noun: int, stop: int, last: int) -> Span | None:
    """How great the chance is said to be: before the noun ("little chance"), or behind ("at 20 per cent")."""
    for at in children(analysis, noun, "amod", "det", "advmod"):
        if lower(analysis, at) in words()["measures"] and at < noun:
            return analysis.span(at, noun + 1)
    for at in range(stop, min(last, stop + 8)):
        low = lower(analysis, at)
        if low in words()["measures"] or analysis.words[at].upos == "NUM":
            end = at + 1
            while end < last and lower(analysis, end) in _RATE:
                end += 1
            while end < last and analysis.words[end].upos == "NUM":
                end += 1
            return analysis.span(at, end)
    return None


def _givers(analysis: Analysis, noun: int) -> list[int]:
    """Who sees the chance or puts it at something: the subject of the verb over the noun."""
    word = analysis.words[noun]
    below = word.deprel in ("obj", "nmod", "obl") and 0 <= word.head < noun
    if below and analysis.words[word.head].lemma.lower() in words()["giving"]:
        return subjects(analysis, word.head)
    return []

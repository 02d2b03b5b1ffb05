"""Stances that only repeat another's: "so did Uganda", "as do the carmakers", "Indonesia does not".

Their object and their side are those of the stance told before; whoever finishes the drafts takes them up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.extract.arguments import together
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import bounds, is_question, lower
from dragoman.extract.positions.holders import can_hold
from dragoman.extract.positions.lexicon import lexicon

_ALIKE = frozenset({"so", "as", "neither", "nor"})
_NOT = frozenset({"not", "n't", "n’t"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_UP = frozenset({"compound", "flat", "nmod:poss", "amod", "nmod", "nummod", "det", "nmod:desc", "case"})


@dataclass(frozen=True, slots=True)
class Echo:
    """Who stands where somebody before does, or on the other side; ``words`` are those that say so."""

    holders: tuple[int, ...]
    words: tuple[int, int]
    sign: Literal["same", "other"]


def echoes(ground: Ground) -> Iterator[Echo]:
    """Yield what repeats a stance, in text order, whether or not one was told before."""
    analysis, table = ground.analysis, lexicon().words
    for word in analysis.words:
        if word.text.lower() not in table["repeating"] or is_question(analysis, word.index):
            continue
        if lower(analysis, word.index - 1) in _ALIKE and _opens(ground, word.index - 1):
            found = _behind(ground, word.index)
            sign: Literal["same", "other"] = "same"
            words = (word.index - 1, word.index + 1)
        else:
            denied = lower(analysis, word.index + 1) in _NOT
            last = word.index + (2 if denied else 1)
            if not _closes(ground, last) or word.text.lower() not in ("do", "does", "did"):
                continue
            found, words = _before(ground, word.index), (word.index, last)
            sign = "other" if denied else "same"
        holding = tuple(head for head in found if can_hold(ground, head))
        if holding:
            yield Echo(holding, words, sign)


def _opens(ground: Ground, index: int) -> bool:
    """Say whether "so" or "as" begins its clause: behind a mark or "and", or at the sentence's head."""
    before = ground.analysis.words[index - 1] if index > 0 else None
    first = bounds(ground.analysis, index)[0]
    return index == first or (
        before is not None and (before.upos == "PUNCT" or before.text.lower() in ("and", "but"))
    )


def _closes(ground: Ground, index: int) -> bool:
    """Say whether a clause ends at a word: nothing is said of what is done."""
    words = ground.analysis.words
    return index >= len(words) or words[index].text in (".", ",", ";", "!", "—", "–")


def _behind(ground: Ground, verb: int) -> list[int]:
    """The noun phrase right behind an auxiliary, to the end of the clause and with nothing else in it."""
    analysis = ground.analysis
    end = bounds(analysis, verb)[1]
    stop = next((i for i in range(verb + 1, end) if analysis.words[i].text in (".", ";", ":")), end)
    if stop <= verb + 1 or any(
        analysis.words[i].upos == "VERB" for i in range(verb + 1, min(stop, verb + 5))
    ):
        return []
    head = next((i for i in range(verb + 1, min(stop, verb + 6)) if analysis.words[i].upos in _NOMINAL), None)
    return together(analysis, _top(ground, head, verb + 1, stop)) if head is not None else []


def _before(ground: Ground, verb: int) -> list[int]:
    """The noun phrase right in front of an auxiliary, at the head of its clause."""
    analysis = ground.analysis
    if verb < 1 or analysis.words[verb - 1].upos not in _NOMINAL:
        return []
    first = bounds(analysis, verb)[0]
    head = _top(ground, verb - 1, first, verb)
    start = min(i for i in (*analysis.subtree(head), verb - 1) if i >= first and i < verb)
    opens = start == first or analysis.words[start - 1].upos in ("PUNCT", "CCONJ")
    return together(analysis, head) if opens else []


def _top(ground: Ground, at: int, first: int, last: int) -> int:
    """The head of the noun phrase that a word is part of, between two places."""
    for _ in range(6):
        word = ground.analysis.words[at]
        if word.deprel not in _UP or not first <= word.head < last:
            break
        at = word.head
    return at

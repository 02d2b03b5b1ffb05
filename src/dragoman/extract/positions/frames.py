"""Stances told by a frame of small words: "there can be no peace without justice", "would rather see"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.extract.arguments import children, phrase, subjects
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import Range, bounds, is_question, lower, run_behind, trimmed
from dragoman.extract.positions.holders import can_hold
from dragoman.records import Span, StatementDraft

_THERE = ("can", "could", "must", "cannot")
_WOULD = frozenset({"would", "'d", "’d"})
_SEEING = frozenset({"see", "have"})
_FAR = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """A stance that a frame tells: its word, who holds it, towards what, and on which side."""

    word: int
    holders: tuple[Span, ...]
    object: Range
    sign: Literal["for", "against"]
    holds_inside: bool
    """Whether the holder is part of the clause itself."""


def frames(ground: Ground, statements: Sequence[StatementDraft]) -> Iterator[Frame]:
    """Yield the stances that frames tell, in text order."""
    for word in ground.analysis.words:
        low = word.text.lower()
        if low == "no":
            found = _none_of_it(ground, word.index, statements)
        elif low in ("rather", "sooner"):
            found = _rather(ground, word.index)
        else:
            continue
        if found is not None and not is_question(ground.analysis, word.index):
            yield found


def _none_of_it(ground: Ground, index: int, statements: Sequence[StatementDraft]) -> Frame | None:
    """ "There can be no solution outside the union": against it, or for what it cannot be without."""
    analysis = ground.analysis
    if lower(analysis, index - 1) != "be" or lower(analysis, index - 2) not in _THERE:
        return None
    if lower(analysis, index - 3) != "there":
        return None
    place = analysis.words[index].span
    around = [
        (sum(c.end - c.start for c in s.content), n)
        for n, s in enumerate(statements)
        if s.source is not None and any(c.contains(place) for c in s.content)
    ]
    source = statements[min(around)[1]].source if around else None
    end = bounds(analysis, index)[1]
    if source is None or index + 1 >= end:
        return None
    condition = next(
        (
            i
            for i in range(index + 1, min(end, index + _FAR))
            if lower(analysis, i) in ("without", "until", "before")
        ),
        None,
    )
    if condition is not None and lower(analysis, condition) == "without":
        run = trimmed(analysis, run_behind(analysis, condition + 1))
        return Frame(index, (source,), run, "for", False) if run[0] < run[1] else None
    run = trimmed(analysis, run_behind(analysis, index + 1))
    run = (run[0], min(run[1], condition)) if condition is not None else run
    doubtful = lower(analysis, run[0]) in (
        "doubt",
        "question",
        "mistake",
        "excuse",
        "comparison",
        "denying",
        "sense",
    )
    return None if doubtful or run[0] >= run[1] else Frame(index, (source,), run, "against", False)


def _rather(ground: Ground, index: int) -> Frame | None:
    """ "Rome would rather see the talks fail", "she would sooner borrow at home"."""
    analysis = ground.analysis
    if lower(analysis, index - 1) not in _WOULD or index + 2 >= len(analysis.words):
        return None
    verb = index + 1
    if analysis.words[verb].upos not in ("VERB", "AUX"):
        return None
    holding = subjects(analysis, verb)
    holding = [h for h in holding if h < index and can_hold(ground, h)]
    first, end = verb, bounds(analysis, verb)[1]
    if analysis.words[verb].lemma.lower() in _SEEING and not children(analysis, verb, "aux:pass"):
        first = verb + 1
    stop = next(
        (i for i in range(first, end) if lower(analysis, i) in (",", ";", "than", ".", "”", '"')), end
    )
    run = trimmed(analysis, (first, stop))
    if not holding or run[0] >= run[1]:
        return None
    return Frame(index, tuple(phrase(analysis, head) for head in holding), run, "for", True)

"""What somebody does only under a condition: "it will join only if …", "we would sign, provided that …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.arguments import children, subjects
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import (
    Range,
    bounds,
    condition_from,
    is_question,
    lower,
    mark_at,
    trimmed,
)
from dragoman.extract.positions.holders import can_hold
from dragoman.extract.positions.lexicon import lexicon
from dragoman.extract.positions.telling import helpers

_LOOSE = frozenset({"if", "when", "once", "after", "until", "before"})


@dataclass(frozen=True, slots=True)
class Proviso:
    """A deed that hangs on a condition: its verb, by whom, its words, the condition, denied or not."""

    verb: int
    holders: tuple[int, ...]
    run: Range
    condition: Range
    denied: bool


def provisos(ground: Ground) -> Iterator[Proviso]:
    """Yield the deeds that actors make hang on a condition, in text order.

    A bare "if" is one only with "only" in front, or behind a verb of ``acceding`` ("would sign if …"):
    "would fall if" foretells.
    """
    analysis = ground.analysis
    for word in analysis.words:
        if word.upos != "VERB" or is_question(analysis, word.index):
            continue
        helping = helpers(analysis, word.index)
        told = {lower(analysis, i) for i in helping}
        if not told & lexicon().words["willing_auxiliaries"]:
            continue
        denied = bool(told & lexicon().words["negations"])
        condition = _condition(ground, word.index, "only" in told, denied)
        if condition is None:
            continue
        holders = [h for h in subjects(analysis, word.index) if h < word.index and can_hold(ground, h)]
        if holders:
            run = trimmed(analysis, (word.index, condition[0]))
            yield Proviso(word.index, tuple(holders), run, condition, denied)


def _condition(ground: Ground, verb: int, only: bool, denied: bool) -> Range | None:
    """The condition behind a verb, one that makes a stance of it; None where there is none."""
    analysis = ground.analysis
    end = bounds(analysis, verb)[1]
    acceding = lexicon().isa(ground.lemma(verb), "acceding")
    for at in range(verb + 1, min(end, verb + 16)):
        low = lower(analysis, at)
        if analysis.words[at].upos == "VERB" and analysis.words[at].deprel in ("conj", "parataxis"):
            return None
        marked = mark_at(analysis, at)
        strict = marked and (low not in _LOOSE and (low != "unless" or denied))
        both = low == "if" and lower(analysis, at + 1) in (",", "and") and "only" in (
            lower(analysis, at + 2), lower(analysis, at + 3))  # fmt: skip
        hanging = (only and low in ("if", "when", "once", "after")) or (denied and low in ("until", "unless"))
        if strict or both or hanging or (acceding and low == "if" and marked):
            found = condition_from(analysis, at) if not both else (at, end - 1)
            return found if any(_has_verb(ground, i) for i in range(*found)) else None
    return None


def _has_verb(ground: Ground, index: int) -> bool:
    return ground.analysis.words[index].upos in ("VERB", "AUX") or bool(
        children(ground.analysis, index, "cop")
    )

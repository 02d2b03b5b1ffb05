"""Clauses with "would", "may" or "will" that foretell nothing: what might have been, habits, sayings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.extract.arguments import children, is_passive
from dragoman.extract.forecasts.candidates import Candidate
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.positions.clauses import bounds, condition_from, lower
from dragoman.extract.positions.lexicon import lexicon
from dragoman.records import Actor, Analysis

if TYPE_CHECKING:
    from dragoman.extract.forecasts.weighing import Voice


def is_past(analysis: Analysis, candidate: Candidate) -> bool:
    """Say whether a clause tells what would or may have been: "the government would have lost it"."""
    if candidate.tense not in ("conditional", "possible"):
        return False
    helping = {lower(analysis, a) for a in children(analysis, candidate.head, "aux", "cop")}
    if helping & {"have", "'ve", "’ve"}:
        return True
    first, last = bounds(analysis, candidate.head)
    while first < last and analysis.words[first].upos == "PUNCT":
        first += 1
    if lower(analysis, first) == "had" and analysis.words[first].upos == "AUX" and first < candidate.head:
        return True  # "had they signed, there would be a budget by now"
    for mark in (i for i in range(first, last) if lower(analysis, i) == "if"):
        start, end = condition_from(analysis, mark)
        verb = next((i for i in range(start, end) if analysis.words[i].upos == "VERB"), None)
        if verb is not None and any(lower(analysis, a) == "had" for a in children(analysis, verb, "aux")):
            return not start <= candidate.head < end
    return False


def is_awaited(analysis: Analysis, candidate: Candidate, subject: Actor | None) -> bool:
    """Say whether somebody is expected to do what he decides on: "is expected to ask for more time"."""
    if subject is None or candidate.probability is None:
        return False
    lemma = analysis.words[candidate.head].lemma.lower()
    return lemma in words()["willed"] and lower(analysis, candidate.top) in (
        "expected",
        "due",
        "set",
        "going",
    )


def speaks_to_you(analysis: Analysis, candidate: Candidate) -> bool:
    """Say whether a clause tells what befalls "you": a saying ("the sea will forgive you once")."""
    return any(lower(analysis, o) == "you" for o in children(analysis, candidate.head, "obj", "iobj"))


def is_habit(analysis: Analysis, candidate: Candidate, voice: Voice, conditional: bool) -> bool:
    """Say whether "would" tells what used to be, or a preference, and not a future seen from the past.

    In a quotation nothing is put back into the past: "I would sell tickets from a hatch", she recalled. In
    the article's own voice "if a patient felt dizzy, the dose would be cut" tells of a practice.
    """
    if candidate.tense != "conditional":
        return False
    if lower(analysis, candidate.head - 1) in ("rather", "sooner"):
        return True
    if voice.told:
        return voice.direct and not conditional and not voice.foretold
    return is_passive(analysis, candidate.head)


def is_ability(analysis: Analysis, candidate: Candidate) -> bool:
    """Say whether "could" tells how a thing can be looked at: "they could be divided into two groups"."""
    lemma = analysis.words[candidate.head].lemma.lower()
    return candidate.tense == "possible" and lemma in lexicon().words["viewing"]

"""Who speaks, thinks or wants by a cue: its subject, agent or owner in the tree."""

from __future__ import annotations

from dragoman.extract.statements.phrases import Range, agent_of, children, is_passive, noun_phrase, subject_of
from dragoman.records import Analysis

_EXPLETIVE = frozenset({"there", "what", "that", "this", "which"})
_GENITIVES = frozenset({"'s", "’s", "'", "’"})


def source_of(analysis: Analysis, verb: int) -> Range | None:
    """Return the noun phrase that speaks, thinks or wants by this verb; None where nobody is named.

    A passive's source is its agent; a verb without a subject of its own borrows that of the verb it is
    coordinated with or hangs on ("stressed A and noted B", "adding that …").
    """
    if is_passive(analysis, verb):
        agent = agent_of(analysis, verb)
        return None if agent is None else noun_phrase(analysis, agent)
    seen = verb
    for _ in range(6):
        if seen != verb and _quoted(analysis, seen):
            return _quoted_speaker(analysis, seen)
        subject = subject_of(analysis, seen)
        if subject is not None and seen != verb and is_passive(analysis, seen):
            return None
        if subject is not None:
            return _speaker(analysis, subject)
        word = analysis.words[seen]
        if word.deprel in {"acl", "acl:relcl"} and word.head >= 0:
            active = word.deprel == "acl" and word.text.lower().endswith("ing")
            return _speaker(analysis, word.head) if active else None
        if word.head < 0 or word.deprel not in {"conj", "advcl", "xcomp", "ccomp"}:
            return None
        seen = word.head
    return None


def _quoted(analysis: Analysis, verb: int) -> bool:
    return analysis.words[verb].lemma.lower() in {"quote", "cite"}


def _quoted_speaker(analysis: Analysis, verb: int) -> Range | None:
    """Return whom somebody quotes: "the agency quoted Smith as saying", "Smith was quoted as saying"."""
    whom = children(analysis, verb, "nsubj:pass") or children(analysis, verb, "obj")
    return noun_phrase(analysis, whom[0]) if whom else None


def _speaker(analysis: Analysis, head: int) -> Range | None:
    """Return the phrase of a subject, or None for "it" and "there"."""
    word = analysis.words[head]
    if word.text.lower() in _EXPLETIVE and word.upos in {"PRON", "DET"}:
        return None
    if word.deprel == "expl" or not any(char.isalnum() for char in word.text):
        return None
    return noun_phrase(analysis, head)


def owner_of(analysis: Analysis, head: int) -> Range:
    """Return an owner's phrase without the genitive's ending."""
    first, last = noun_phrase(analysis, head)
    while last - 1 > first and analysis.words[last - 1].text in _GENITIVES:
        last -= 1
    return first, last


def behind_figures(analysis: Analysis, words: range) -> int:
    """Return the word where a source begins behind bare figures and a comma: "60%-30%, those polled"."""
    for index in words[:-1]:
        text = analysis.words[index].text
        if text == "," and index > words.start:
            return index + 1
        if text[:1].isalpha():
            break
    return words.start

"""A run of words as what a stance is towards: how it points back, whether it is denied itself."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.positions.clauses import Range, lower, trimmed
from dragoman.extract.positions.lexicon import lexicon
from dragoman.records import Analysis


@dataclass(frozen=True, slots=True)
class Object:
    """What a stance is towards: its words, its head, how it points back, whether it is denied itself."""

    run: Range | None
    pointing: str | None = None
    denied: bool = False


def as_object(analysis: Analysis, run: Range, denied: bool = False) -> Object | None:
    """A run of words as an object; one that only points back has no words of its own."""
    first, last = trimmed(analysis, run)
    if first >= last:
        return None
    words = [lower(analysis, i) for i in range(first, last)]
    table = lexicon().words
    if len(words) == 1 and words[0] in table["pointing"] | {"them"}:
        return Object((first, last), words[0])
    if words[0] == "no" and len(words) > 1 and analysis.words[first + 1].upos != "ADV":
        return Object((first + 1, last), None, not denied)  # "wants no tunnel"
    if (
        len(words) == 2
        and words[0] in ("this", "that", "such", "the")
        and words[1] in table["pointing_nouns"]
    ):
        unclear = words[0] != "the" and words[1] in table["deeds"]
        return Object((first, last), "this" if unclear else "it")
    if len(words) == 2 and words[1] in ("it", "this", "that") and analysis.words[first].upos == "VERB":
        lemma = analysis.words[first].lemma.lower()  # "refuses to sign it", "wants to block it"
        signs = {use.sign for use in lexicon().uses["v"].get(lemma, ())}
        turned = lemma in table["reversing"] or ("against" in signs and "for" not in signs)
        if turned or "for" in signs or lemma in table["light"] | table["acceding"]:
            return Object((first, last), "it", denied != turned)
    return Object((first, last), None, denied)

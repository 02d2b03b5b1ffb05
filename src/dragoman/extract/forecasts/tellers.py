"""Who tells a clause as the tree has it, where no statement was found: "Rome will give way, she predicts"."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.extract.actors import ActorIndex
from dragoman.extract.arguments import children, subjects
from dragoman.extract.forecasts.lexicon import words
from dragoman.extract.positions.clauses import bounds
from dragoman.records import Analysis

_DEPTH = 4
_NEAR = 8
"""So many words a verb of telling and its subject take at most, put in between commas."""
_CHAIN = frozenset({"conj", "xcomp", "csubj", "advcl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Teller:
    """The verb of telling over a clause, and the actor who tells (None where nobody known does)."""

    verb: int
    actor: str | None
    foretelling: bool
    """Whether the verb itself is one of foretelling."""


def teller_of(analysis: Analysis, head: int, index: ActorIndex) -> Teller | None:
    """Return who tells a clause by the verb above it or beside it; None where no verb of telling is there.

    What is coordinated is told by the same: "a halt is improbable, says Rome, but gas may run short".
    """
    first, last = bounds(analysis, head)
    at = head
    for _ in range(_DEPTH):
        beside = [c for c in children(analysis, at, "parataxis") if c > at and first <= c < last]
        for verb in beside:
            if _tells(analysis, verb):
                return _teller(analysis, verb, index)
        word = analysis.words[at]
        if not first <= word.head < last:
            break
        if word.deprel in ("ccomp", "parataxis") and _tells(analysis, word.head):
            return _teller(analysis, word.head, index)
        if word.deprel not in _CHAIN:
            break
        at = word.head
    inserted = next((i for i in range(first, last) if _is_inserted(analysis, i)), None)
    return None if inserted is None else _teller(analysis, inserted, index)


def _is_inserted(analysis: Analysis, verb: int) -> bool:
    """Say whether a verb of telling is put in between commas: ", fears Rome," or ", Rome fears,".

    The tree may hang it on any word of the clause that it stands in.
    """
    word = analysis.words[verb]
    if word.deprel not in ("parataxis", "conj") or not _tells(analysis, verb):
        return False
    acting = children(analysis, verb, "nsubj")
    if not acting:
        return False
    own = analysis.subtree(acting[0])
    start = min(verb, own[0])
    end = max(verb, acting[0])
    before = analysis.words[start - 1].text if start else ""
    between = range(min(verb, own[-1]) + 1, max(verb, own[0]))
    return before == "," and not any(analysis.words[i].text == "," for i in between) and end - start <= _NEAR


def actor_of(analysis: Analysis, head: int, index: ActorIndex) -> str | None:
    """Return the actor whose mention a word is in, the closest mention first."""
    place = analysis.words[head].span
    found = [(mention.end - mention.start, who) for mention, who in index.places if mention.contains(place)]
    return min(found)[1] if found else None


def _tells(analysis: Analysis, verb: int) -> bool:
    word = analysis.words[verb]
    tells = words()["telling"] | words()["predicting"]
    return (
        word.lemma.lower() in tells
        and word.upos in ("VERB", "NOUN")
        and not children(analysis, verb, "aux:pass")
    )


def _teller(analysis: Analysis, verb: int, index: ActorIndex) -> Teller:
    heads, word = subjects(analysis, verb), analysis.words[verb]
    if not heads and word.deprel == "conj" and word.head >= 0:  # "diplomats are gloomier, and think that …"
        heads = children(analysis, word.head, "nsubj")
    who = next((a for h in heads if (a := actor_of(analysis, h, index))), None)
    return Teller(verb, who, analysis.words[verb].lemma.lower() in words()["predicting"])

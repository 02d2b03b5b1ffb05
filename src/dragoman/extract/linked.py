"""Phrases that the engine links to an act or a finding → the noun phrases of those whom they name."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dragoman.extract.arguments import behind_that, cases, children, phrase
from dragoman.extract.ground import Ground
from dragoman.records import PhraseSpan, Span, hull

_WITHIN = frozenset({"amod", "det", "nummod", "compound", "flat"})
"""How a word hangs on the noun that names somebody; a possessor names somebody of his own."""
_MODIFIES = frozenset({"amod", "compound"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PART = frozenset({"nmod", "nmod:poss", "compound"})
_NAMES = ("appos", "flat", "nmod:desc")
_NOUN_TO_NOUN = _PART | frozenset(_NAMES) | {"conj"}
_OF = frozenset({"of", "in", "from", "'s", "’s", "'", "’"})
_DEEPEST = 6
_BESIDE = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ", "PART"})


def named_by(ground: Ground, phrases: Iterable[PhraseSpan]) -> dict[int, Span]:
    """Return the head word of each phrase with its characters: the engine's words and the tree's together."""
    found, analysis = dict[int, Span](), ground.analysis
    for one in phrases:
        inside = [i for i in range(one.first, one.last) if analysis.words[i].upos not in _BESIDE]
        if inside and not _is_score(ground, inside[0]):
            head = _named(ground, analysis.head_of(inside[0], inside[-1] + 1))
            first = behind_that(analysis, inside[0], inside[-1])
            if analysis.words[first].text.lower() in ("least", "most") and first > 0:
                first -= 1  # "at least 22"
            if analysis.words[head].deprel in _MODIFIES:  # "a Venezuelan" of "a Venezuelan plan"
                first = max(first, head)
            whole = (analysis.span(first, inside[-1] + 1), phrase(analysis, head))
            found.setdefault(head, hull(whole))
            for other in _joined_with(ground, head):
                found.setdefault(other, phrase(analysis, other))
    idle = _told_twice(ground, found) | told_of(ground, found, found)
    return {head: span for head, span in found.items() if head not in idle}


def told_of(ground: Ground, heads: Collection[int], others: Collection[int]) -> set[int]:
    """Return the heads that only say more of one of ``others``: of whose phrase or apposition they are part.

    In "Kenya's minister, Musalia Mudavadi" it isn't Kenya who acts besides, and in "Guyana, a member of the
    Commonwealth" it isn't the Commonwealth that is backed.
    """
    return {head for head in heads if _says_more(ground, head, others)}


def _says_more(ground: Ground, head: int, others: Collection[int]) -> bool:
    words, at, below = ground.analysis.words, head, False
    for _ in range(_DEEPEST):
        relation, above = words[at].deprel, words[at].head
        if above < 0:
            return False
        if relation == "obl" and words[above].deprel == "acl":  # "militants linked to the group"
            at, below = above, True
            relation, above = "acl", words[above].head
        elif relation not in _NOUN_TO_NOUN or words[above].upos not in _NOMINAL:
            return False
        if relation in _PART:
            if cases(ground.analysis, at) - _OF:
                return False
            below = True
        if below and (above in others or any(c in others for c in children(ground.analysis, above, *_NAMES))):
            return True
        at = above
    return False


def _is_score(ground: Ground, index: int) -> bool:
    """Say whether a figure is a part of the outcome of a vote or a match, which names nobody: "27-0"."""
    words = ground.analysis.words
    text = words[index].text
    if words[index].upos != "NUM" or not text.isdigit():
        return False
    beside = [words[i].text for i in (index - 1, index + 1) if 0 <= i < len(words)]
    return any(mark in ("-", "–", "‑") for mark in beside)


def _joined_with(ground: Ground, head: int) -> list[int]:
    """Return the other actors of a coordination: of "Putin and Erdogan met" both met, whichever was seen."""
    words = ground.analysis.words
    first = words[head].head if words[head].deprel == "conj" else head
    members = [first, *(i for i in ground.analysis.dependents[first] if words[i].deprel == "conj")]
    return [i for i in members if i != head and words[i].upos in _NOMINAL and ground.is_actor(i)]


def _told_twice(ground: Ground, heads: Collection[int]) -> set[int]:
    """Return the heads in apposition with the name of the same: "the minister, Igor Shuvalov" is one.

    A name of another kind is no name of the same: in "the head of the Union, Ana Solar" the tree hangs her on
    the Union, whose head she is.
    """
    words, names = ground.analysis.words, ground.name_of
    pairs = [(words[head].head, head) for head in heads if words[head].deprel == "appos"]
    return {b if a in names and names.get(b, names[a]) == names[a] else a for a, b in pairs if a in heads}


def _named(ground: Ground, head: int) -> int:
    """Return the actor that a part of a noun phrase belongs to: "supreme" and "defence" name nobody alone.

    What is a name by itself stays: the Turkey of "Turkey talks", the Iranian of "the Iranian attack".
    """
    words = ground.analysis.words
    above = words[head].head
    if head in ground.name_of or words[head].deprel not in _WITHIN or above < 0:
        return head
    return _named(ground, above) if ground.is_actor(above) else head

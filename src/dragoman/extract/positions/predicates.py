"""The words that say a stance, each in the use that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.arguments import children
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import bounds, lower
from dragoman.extract.positions.lexicon import Use, lexicon
from dragoman.records import Analysis

_STRENGTH = frozenset({"set", "dead", "much", "all", "said"})
"""Words that the tagger may take for others: "dead set against", "is said to favour"."""
"""Participles between somebody and where he stands: "is said to be against"."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of stance in its place. ``verb`` carries its tense and denial: itself or the verb beside it."""

    head: int
    last: int
    """The last word of the predicate: its object stands behind it."""
    verb: int
    use: Use


def predicates(ground: Ground) -> Iterator[Predicate]:
    """Yield every use of a word of stance in text order, several where several could fit."""
    uses = lexicon().uses
    for word in ground.analysis.words:
        index, low = word.index, word.text.lower()
        verbal = word.upos == "VERB" or _like_a_verb(ground.analysis, index)
        if (verbal or word.upos in ("ADJ", "NOUN")) and word.deprel not in ("amod", "compound", "case"):
            if verbal:
                for use in uses["v"].get(word.lemma.lower(), ()):
                    last = _rest(ground.analysis, index, use)
                    if last is not None:
                        yield Predicate(index, last, index, use)
            for use in uses["a"].get(low, ()):
                if (word.upos != "NOUN" or children(ground.analysis, index, "cop")) and _standing(
                    ground.analysis, index
                ) is not None:
                    yield Predicate(index, index, index, use)
            for use in uses["n"].get(word.lemma.lower(), ()) if word.upos == "NOUN" else ():
                yield Predicate(index, index, _carrier(ground, index), use)
        for use in uses["p"].get(low, ()):
            size = len(use.words)
            if all(lower(ground.analysis, index + n) == part for n, part in enumerate(use.words)):
                standing = _standing(ground.analysis, index)
                if standing is not None:
                    yield Predicate(index, index + size - 1, standing, use)


def _like_a_verb(analysis: Analysis, index: int) -> bool:
    """Say whether a word has subject and object, whatever its tag is: "Moscow backs the plan"."""
    return bool(children(analysis, index, "nsubj")) and bool(children(analysis, index, "obj"))


def _rest(analysis: Analysis, index: int, use: Use) -> int | None:
    """Where the further words of a verb's use stand behind it, at most three words apart; None if nowhere."""
    last = index
    for part in use.words[1:]:
        if part in use.objects:
            near = (i for i in range(last + 1, min(last + 2, len(analysis.words))))
            if not any(lower(analysis, i) == part for i in near):
                return None
            continue
        near = (i for i in range(last + 1, min(last + 4, len(analysis.words))))
        found = next((i for i in near if analysis.words[i].lemma.lower() == part), None)
        if found is None or (part == "no" and part == use.words[-1] and _is_determiner(analysis, found)):
            return None
        last = found
    return last


def _is_determiner(analysis: Analysis, index: int) -> bool:
    """Say whether "no" belongs to what follows: "said no one should go" refuses nothing."""
    word = analysis.words[index]
    beside = word.head == index + 1 or lower(analysis, index + 1) in ("one", "longer", "more")
    return beside and lower(analysis, index - 1) != "a"


def _carrier(ground: Ground, noun: int) -> int:
    """The verb that carries a noun of stance ("expressed support"), the noun itself where none does.

    A view may stand between: "they share the view regarding the inadmissibility of …".
    """
    analysis, at = ground.analysis, noun
    for _ in range(3):
        word = analysis.words[at]
        if word.head < 0 or word.deprel not in ("obj", "nsubj:pass", "conj", "obl", "nmod", "acl"):
            return noun
        if lexicon().isa(ground.lemma(word.head), "carrying") or lexicon().isa(
            ground.lemma(word.head), "receiving"
        ):
            return word.head
        if ground.lemma(word.head) == "clear" and analysis.words[word.head].head >= 0:
            return analysis.words[word.head].head  # "made clear its opposition"
        if not lexicon().isa(ground.lemma(word.head), "views"):
            return noun
        at = word.head
    return noun


def _standing(analysis: Analysis, index: int) -> int | None:
    """The verb of being close before a word, over adverbs: "is categorically", "came out strongly"."""
    first = bounds(analysis, index)[0]
    for at in range(index - 1, max(first, index - 5) - 1, -1):
        word = analysis.words[at]
        if word.upos in ("AUX", "VERB") and lexicon().isa(word.lemma, "standing"):
            return at
        before = word.upos in ("ADV", "PART", "ADP", "ADJ", "CCONJ") or word.text.lower() in _STRENGTH
        if not before and word.text not in (",",):
            return None
    return None

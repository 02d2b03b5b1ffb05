"""Does a clause speak of the future? By its auxiliaries, its verb's form, and what governs it."""

from __future__ import annotations

from dragoman.extract.dates.lexicon import grammar
from dragoman.records import Analysis, Word

_DEEPEST = 6
_BE = frozenset({"is", "are", "am", "'s", "'re", "'m", "be"})


def ahead(analysis: Analysis, first: int, last: int) -> bool | None:
    """Say whether words ``[first, last)`` stand in a clause about the future; None where it does not tell."""
    head = analysis.head_of(first, last)
    index = head
    for _ in range(_DEEPEST):
        word = analysis.words[index]
        if index != head and _is(word, "scheduled") and _reaches(analysis, head, word):
            return True
        if word.upos in ("VERB", "AUX") or "cop" in _relations(analysis, index):
            return _of_verb(analysis, word, 0)
        if word.head < 0:
            return None
        index = word.head
    return None


def _is(word: Word, name: str) -> bool:
    words = grammar().values[name]
    return word.lemma.lower() in words or word.text.lower() in words


def _reaches(analysis: Analysis, head: int, word: Word) -> bool:
    """Say whether the time is what the word plans for: "due on Monday", "was expected on Monday"."""
    return analysis.words[head].head == word.index and not _below(analysis, word.index, "obj", "ccomp")


def _near(analysis: Analysis, index: int) -> list[Word]:
    """Return a word's dependents and those of its prepositions: "was on Monday" hangs on either."""
    words = analysis.words
    own = [words[child] for child in analysis.dependents[index]]
    return own + [words[c] for w in own if w.deprel == "case" for c in analysis.dependents[w.index]]


def _relations(analysis: Analysis, index: int) -> set[str]:
    return {word.deprel for word in _near(analysis, index)}


def _below(analysis: Analysis, index: int, *deprels: str) -> set[str]:
    """Return the forms of what stands to a word in some relations, in lower case."""
    found = _near(analysis, index)
    return {word.text.lower().replace("’", "'") for word in found if word.deprel in deprels}


def _of_verb(analysis: Analysis, verb: Word, depth: int) -> bool | None:
    values, helpers = grammar().values, _below(analysis, verb.index, "aux", "aux:pass", "cop")
    if helpers & values["ahead"].keys():
        return True
    if helpers & values["modal"].keys():
        return "have" not in helpers
    if "to" in _below(analysis, verb.index, "mark"):
        return _of_infinitive(analysis, verb, depth)
    if helpers & values["before"].keys():
        return False
    form, lemma = verb.text.lower(), verb.lemma.lower()
    if helpers & _BE:
        return True if form.endswith("ing") or _below(analysis, verb.index, "cop") else None
    if form in (lemma, lemma + "s", lemma + "es") and verb.upos == "VERB":
        return True
    if (
        verb.deprel in ("conj", "xcomp", "advcl")
        and form.endswith("ing")
        and depth < _DEEPEST
        and verb.head >= 0
    ):
        return _of_verb(analysis, analysis.words[verb.head], depth + 1)
    return None if form.endswith("ing") else False


def _of_infinitive(analysis: Analysis, verb: Word, depth: int) -> bool | None:
    """An infinitive lies ahead under a word of planning or behind a noun; else it shares its verb's time."""
    if verb.head < 0:
        return True
    above = analysis.words[verb.head]
    if _is(above, "planning") or above.upos in ("NOUN", "PROPN"):
        return True
    if above.lemma.lower() == "be":
        return True
    return _of_verb(analysis, above, depth + 1) if depth < _DEEPEST and above.upos == "VERB" else None

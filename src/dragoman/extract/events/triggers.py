"""Finds the words of an article that tell of events, each in the one use that fits its place."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.arguments import children, objects
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.events.lexicon import Frame, lexicon
from dragoman.extract.events.needs import satisfied
from dragoman.extract.ground import Ground

_NOUNS = frozenset({"NOUN", "PROPN"})


def triggers(ground: Ground) -> Iterator[Trigger]:
    """Yield every trigger in text order; an object that makes a verb's meaning is no trigger of its own."""
    taken: set[int] = set()
    verbs = [t for i in range(len(ground.analysis.words)) if (t := _verb(ground, i)) is not None]
    for trigger in verbs:
        taken.update(trigger.words)
        if any(need.startswith("obj:") for group in trigger.frame.needs for need in group):
            taken.update(objects(ground.analysis, trigger.head))
    nouns = [t for i in range(len(ground.analysis.words)) if i not in taken and (t := _noun(ground, i))]
    yield from sorted([*verbs, *nouns], key=lambda t: t.head)


def _verb(ground: Ground, index: int) -> Trigger | None:
    word = ground.analysis.words[index]
    if word.upos != "VERB" or word.deprel in ("amod", "compound", "case", "aux"):
        return None
    lemma = word.lemma.lower()
    for frame in (
        *lexicon().verbs.get(_hyphenated(ground, index, lemma), ()),
        *lexicon().verbs.get(lemma, ()),
    ):
        words = _particles(ground, index, frame)
        if words is not None:
            trigger = Trigger(index, words, frame, True)
            if satisfied(ground, trigger):
                return trigger
    return None


def _hyphenated(ground: Ground, index: int, lemma: str) -> str:
    """Return a verb with what a hyphen ties to its front: "test-fired" is test-fire; "" where nothing is."""
    words = ground.analysis.words
    tied = index > 1 and words[index - 1].text == "-" and words[index - 2].end == words[index - 1].start
    return f"{words[index - 2].text.lower()}-{lemma}" if tied else ""


def _particles(ground: Ground, index: int, frame: Frame) -> tuple[int, ...] | None:
    """Return the trigger's words where the frame's further words stand behind the verb, else None."""
    if len(frame.words) == 1:
        return (index,)
    wanted, words = list(frame.words[1:]), ground.analysis.words
    found = [index]
    loose = [c for c in children(ground.analysis, index, "compound:prt", "advmod") if c > index]
    for offset in range(1, 7):
        at = index + offset
        if not wanted or at >= len(words) or words[at].sentence != words[index].sentence:
            break
        near = offset <= len(frame.words) or at in loose or words[at].head == index
        if words[at].text.lower() == wanted[0] and near:
            found.append(at)
            wanted.pop(0)
    return None if wanted else tuple(found)


def _noun(ground: Ground, index: int) -> Trigger | None:
    word = ground.analysis.words[index]
    if word.upos not in _NOUNS or word.deprel in ("compound", "flat"):
        return None
    if index in ground.name_of and ground.name_of[index] != "other":
        return None
    nouns, low = lexicon().nouns, word.text.lower()
    for frame in nouns.get(low, ()) or nouns.get(word.lemma.lower(), ()):
        first = index - len(frame.words) + 1
        if first < 0 or any(ground.lemma(first + n) != part for n, part in enumerate(frame.words)):
            continue
        trigger = Trigger(index, tuple(range(first, index + 1)), frame, False, _light_verb(ground, index))
        if satisfied(ground, trigger):
            return trigger
    return None


def _light_verb(ground: Ground, index: int) -> int | None:
    """Return the verb that lends a noun its subject: "held talks", "carried out an attack"."""
    word = ground.analysis.words[index]
    if word.head < 0 or ground.analysis.words[word.head].upos != "VERB":
        return None
    if word.deprel in ("obj", "nsubj:pass") and lexicon().isa(ground.lemma(word.head), "light"):
        return word.head
    preposition = {ground.lemma(c) for c in children(ground.analysis, index, "case")}
    if word.deprel == "obl" and preposition & {"in", "to", "into", "on"}:
        return word.head if lexicon().isa(ground.lemma(word.head), "light") else None
    return None

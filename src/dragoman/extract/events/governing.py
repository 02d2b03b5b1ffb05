"""What the word above an act says of it: the moods of governing verbs and nouns, as the tables have them."""

from __future__ import annotations

from dragoman.extract.arguments import children
from dragoman.extract.events.lexicon import lexicon
from dragoman.extract.events.signals import negated
from dragoman.extract.ground import Ground
from dragoman.records import Status


def mood_of(ground: Ground, index: int, kind: str) -> Status | None:
    """Return the status that a word gives, with its particle where the table has that: "call off"."""
    lemma = ground.lemma(index)
    for particle in children(ground.analysis, index, "compound:prt", "compound", "advmod"):
        found = lexicon().mood(f"{lemma}_{ground.lemma(particle)}", kind) if particle > index else None
        if found is not None:
            return found
    if ground.analysis.words[index].text.lower() == "going" and kind == "governor":
        return "planned"
    return lexicon().mood(lemma, kind)


def called_false(ground: Ground, noun: int) -> bool:
    """Say whether claims are said to be false, wherever the tree hangs that: "claims that … are baseless"."""
    around = [*ground.analysis.dependents[noun]]
    around += [
        c for a in children(ground.analysis, noun, "acl") for c in children(ground.analysis, a, "advcl")
    ]
    return any(
        lexicon().mood(ground.lemma(i), "adjective") == "negated" and children(ground.analysis, i, "cop")
        for i in around
    )


def came_to_nothing(ground: Ground, noun: int) -> bool:
    """Say whether what was planned or tried was dropped, or failed: "the plan to annex it was dropped"."""
    word = ground.analysis.words[noun]
    if word.head < 0 or ground.analysis.words[word.head].upos != "VERB" or negated(ground, word.head):
        return False
    if word.deprel in ("obj", "nsubj:pass"):
        return mood_of(ground, word.head, "governor") == "negated"
    return word.deprel == "nsubj" and lexicon().mood(ground.lemma(word.head), "failing") is not None


def was(ground: Ground, index: int) -> bool:
    """Say whether "was" stands at a word: who was able to do something did it."""
    found = children(ground.analysis, index, "cop", "aux")
    return any(ground.analysis.words[c].text.lower() in ("was", "were") for c in found)


def another_acts(ground: Ground, verb: int) -> bool:
    """Say whether it is somebody else whom a wish would have act: "wants Britain to discuss it"."""
    analysis = ground.analysis
    if children(analysis, verb, "obj"):
        return True
    return any(children(analysis, c, "nsubj") for c in children(analysis, verb, "ccomp", "xcomp"))


def denied_above(ground: Ground, verb: int) -> bool:
    """Say whether the verb above denies a clause: not to deny it is no denial."""
    word = ground.analysis.words[verb]
    if word.head < 0 or word.deprel not in ("xcomp", "ccomp", "advcl"):
        return False
    return lexicon().mood(ground.lemma(word.head), "governor") == "negated"

"""What a stance is towards: the object of a verb, a clause, an infinitive, the noun behind a preposition."""

from __future__ import annotations

from dragoman.extract.arguments import by_preposition, children, is_passive, objects
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import bounds, lower, run_behind
from dragoman.extract.positions.holders import givers_of
from dragoman.extract.positions.lexicon import lexicon
from dragoman.extract.positions.object_clauses import clause_of
from dragoman.extract.positions.predicates import Predicate
from dragoman.extract.positions.things import Object, as_object
from dragoman.extract.statements.phrases import noun_phrase
from dragoman.records import Analysis

_FAR = 7
_PREPOSITIONS = frozenset({"to", "for", "on", "of", "with", "against", "about", "in", "from", "upon", "by"})


def object_of(ground: Ground, predicate: Predicate) -> Object | None:
    """Return the object in the first of the use's places that is filled, None where none is."""
    places = predicate.use.objects or ("",)
    for place in places:
        found = _at_place(ground, predicate, place)
        if found is not None:
            return found
    return None


def _at_place(ground: Ground, predicate: Predicate, place: str) -> Object | None:
    if place == "obj":
        return _noun(ground, predicate)
    if place == "subject":
        return _carried(ground, predicate)
    if place == "made":
        return _wanted_so(ground, predicate)
    if place == "given":
        return _given(ground, predicate)
    if place in ("inf", "notinf", "that", "must", "whether", "ing", "objinf"):
        return clause_of(ground, predicate, place)
    if place == "none":
        return _left_out(ground, predicate)
    if place == "free" and _has_own(ground, predicate):
        return None
    if place == "free":
        bare = predicate.use.kind == "n" and predicate.verb == predicate.head
        told = by_preposition(ground.analysis, predicate.head, "from") or not bare
        above = ground.analysis.words[predicate.head].head
        told = told or (above >= 0 and ground.lemma(above) == "come")
        return Object(None, "") if told else None
    return _behind(ground, predicate, place)


def _has_own(ground: Ground, predicate: Predicate) -> bool:
    """Say whether a verb of stance has an object, so that nothing is left out: "rejected that estimate".

    Nor is anything where it goes on from a deed that might have been: "could have bought it and refused".
    """
    analysis, word = ground.analysis, ground.analysis.words[predicate.head]
    if predicate.use.kind != "v":
        return False
    own = objects(analysis, predicate.head)
    if len(predicate.use.words) == 1:  # the tree takes "that estimate" for a clause
        own = [*own, *children(analysis, predicate.head, "ccomp")]
    if any(o > predicate.last for o in own) and not is_passive(analysis, predicate.head):
        return True
    above = word.head if word.deprel == "conj" and word.head >= 0 else None
    return above is not None and any(lower(analysis, a) in ("could", "might", "would", "should")
                                     for a in children(analysis, above, "aux"))  # fmt: skip


def _noun(ground: Ground, predicate: Predicate) -> Object | None:
    """The verb's object, or the subject of its passive."""
    analysis = ground.analysis
    found = objects(analysis, predicate.head)
    found = [
        f
        for f in found
        if children(analysis, predicate.head, "xcomp") == [] or _before_verb(analysis, f, predicate)
    ]
    if not found:
        return None
    first, last = bounds(analysis, predicate.head)
    start, end = noun_phrase(analysis, found[0])
    start, end = max(start, first), min(end, last)
    while start - 2 > predicate.last and lower(analysis, start - 1) in ("'s", "’s", "’"):
        start -= 2  # an owner that the tree hangs on the verb
        while start - 1 > predicate.last and analysis.words[start - 1].upos == "PROPN":
            start -= 1
    behind = start > predicate.last
    end = min(end, run_behind(analysis, start)[1]) if behind else end
    return as_object(analysis, (start, end)) if start < end else None


def _before_verb(analysis: Analysis, noun: int, predicate: Predicate) -> bool:
    """Say whether a noun stands behind the verb and no infinitive follows it ("wants Assad to leave")."""
    return all(lower(analysis, m) != "to" for x in children(analysis, predicate.head, "xcomp")
               for m in children(analysis, x, "mark", "aux"))  # fmt: skip


def _carried(ground: Ground, predicate: Predicate) -> Object | None:
    """What has somebody's support: "the tariff has the blessing of the millers" is theirs of the tariff."""
    analysis = ground.analysis
    if not givers_of(ground, predicate):
        return None
    thing = [t for t in children(analysis, predicate.verb, "nsubj") if t < predicate.verb]
    if not thing or children(analysis, predicate.head, "nmod:poss"):
        return None
    first, last = noun_phrase(analysis, thing[0])
    return as_object(analysis, (max(first, bounds(analysis, predicate.verb)[0]), min(last, predicate.verb)))


def _wanted_so(ground: Ground, predicate: Predicate) -> Object | None:
    """What somebody wants banned, reopened or gone; "wants it gone" is against what "it" stands for."""
    analysis = ground.analysis
    end = bounds(analysis, predicate.head)[1]
    for index in range(predicate.last + 2, min(end, predicate.last + 10)):
        word, low = analysis.words[index], lower(analysis, index)
        if word.upos in ("PUNCT", "AUX", "PART", "SCONJ", "ADP", "CCONJ"):
            return None
        gone = lexicon().isa(low, "gone")
        if not gone and not lexicon().isa(low, "made"):
            continue
        pronoun = index == predicate.last + 2 and lower(analysis, index - 1) in ("it", "them")
        if pronoun:
            return Object((index - 1, index), "it", gone)
        noun = analysis.words[index - 1].upos in ("NOUN", "PROPN")
        return as_object(analysis, (predicate.last + 1, run_behind(analysis, index)[1])) if noun else None
    return None


def _given(ground: Ground, predicate: Predicate) -> Object | None:
    """What is given support: "gave the tunnel its backing", "lent the plan their weight"."""
    analysis = ground.analysis
    found = [
        t for t in children(analysis, predicate.verb, "iobj", "obj") if predicate.verb < t < predicate.last
    ]
    found = [t for t in found if t != predicate.head]
    if not found or ground.lemma(predicate.verb) not in ("give", "lend", "deny", "refuse"):
        return None
    first = noun_phrase(analysis, found[0])[0]
    return as_object(analysis, (max(first, predicate.verb + 1), found[0] + 1))


def _behind(ground: Ground, predicate: Predicate, preposition: str) -> Object | None:
    """The noun or -ing form behind a preposition near the predicate; behind the predicate itself for ""."""
    analysis = ground.analysis
    end = bounds(analysis, predicate.head)[1]
    start = predicate.last + 1
    if preposition:
        own = preposition == predicate.use.words[-1] and predicate.use.kind == "v"
        at = start if not own else predicate.head + 1
        stop = min(end, at + _FAR)
        near = next((i for i in range(at, stop) if lower(analysis, i) == preposition), None)
        loose = predicate.use.kind == "n"
        if near is None or any(_blocks(analysis, i, loose) for i in range(at, near)):
            return None
        start = near + 1
    if start >= end:
        return None
    if (
        preposition == "to"
        and analysis.words[start].upos in ("VERB", "AUX")
        and not lower(analysis, start).endswith("ing")
    ):
        return None
    run = run_behind(analysis, start)
    return as_object(analysis, run) if run[0] < run[1] else None


def _blocks(analysis: Analysis, index: int, loose: bool) -> bool:
    """Say whether a word between a predicate and its preposition parts the two; nouns do unless ``loose``."""
    word = analysis.words[index]
    if not loose and word.upos in ("NOUN", "PROPN", "PRON"):
        return True
    return (
        word.upos in ("VERB", "AUX", "SCONJ")
        or word.text in (",", ";", ":", ".")
        or (word.upos == "ADP" and word.text.lower() in _PREPOSITIONS)
    )


def _left_out(ground: Ground, predicate: Predicate) -> Object | None:
    """No object at all: "the Iranians will never agree", at the end of what is said."""
    analysis = ground.analysis
    end = bounds(analysis, predicate.head)[1]
    rest = [i for i in range(predicate.last + 1, end) if analysis.words[i].upos != "PUNCT"]
    return None if rest or is_passive(analysis, predicate.head) else Object(None, "")

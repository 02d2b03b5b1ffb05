"""How real an act of agreeing is: done, planned, possible, conditional, demanded or negated.

Like the status of events, but a verb of speech passes on what it reports: who announces that a paper was
signed tells of a signed paper.
"""

from __future__ import annotations

from dragoman.extract.agreements.lexicon import lexicon as agreements
from dragoman.extract.arguments import children
from dragoman.extract.events.lexicon import lexicon
from dragoman.extract.events.signals import by_adverb, by_auxiliary, conditional, negated, to_infinitive
from dragoman.extract.ground import Ground
from dragoman.records import Status

_CLAUSES = frozenset({"xcomp", "acl", "advcl", "csubj", "obl"})
_DEEPEST = 6
_DUE = frozenset({"due", "set", "about", "expected", "scheduled"})


def mood_of(ground: Ground, verb: int, depth: int = 0) -> Status:
    """Return how real the act of a verb is, by its auxiliaries, negations and what governs it."""
    analysis = ground.analysis
    word = analysis.words[verb]
    if conditional(ground, verb):
        return "conditional"
    if negated(ground, verb) or is_left_to_do(ground, verb):
        return "negated"
    if _near(ground, verb):
        return "planned"
    own = by_auxiliary(ground, verb) or by_adverb(ground, verb) or _due(ground, verb)
    if own is not None or depth >= _DEEPEST or word.head < 0:
        return own or "done"
    above = analysis.words[word.head]
    if word.deprel in _CLAUSES and (word.deprel != "advcl" or to_infinitive(ground, verb)):
        if above.upos in ("NOUN", "PROPN"):
            return (
                (lexicon().mood(ground.lemma(above.index), "noun") or "done")
                if _bare(ground, verb)
                else "done"
            )
        return _governed(ground, above.index, depth)
    if word.deprel == "ccomp":
        return _reported(ground, above.index, verb)
    alone = not children(analysis, verb, "nsubj", "nsubj:pass", "aux", "aux:pass")
    if word.deprel == "conj" and alone and above.upos == "VERB":
        return mood_of(ground, above.index, depth + 1)
    return "done"


def is_left_to_do(ground: Ground, verb: int) -> bool:
    """ "have still to agree", "has yet to sign": it isn't done."""
    words = ground.analysis.words
    before = [w.text.lower() for w in words[max(0, verb - 3) : verb]]
    return before[-1:] == ["to"] and before[-2:-1] in (["yet"], ["still"]) and before[:1] != ["not"]


def _near(ground: Ground, verb: int) -> bool:
    """ "are close to signing", "on the verge of signing": it is about to be done."""
    words = ground.analysis.words
    said = words[verb].text.lower().endswith("ing") and verb > 1
    return (
        said
        and words[verb - 1].text.lower() in ("to", "of")
        and agreements().isa(words[verb - 2].text, "near")
    )


def _bare(ground: Ground, verb: int) -> bool:
    """Say whether a clause tells what the noun above is for ("a plan to sign"), not what it is like."""
    return to_infinitive(ground, verb) or ground.analysis.words[verb].text.lower().endswith("ing")


def _due(ground: Ground, verb: int) -> Status | None:
    """ "are to sign", "is due to be signed"."""
    analysis = ground.analysis
    word = analysis.words[verb]
    if any(ground.lemma(c) in _DUE for c in children(analysis, verb, "advmod", "amod", "case", "mark")):
        return "planned"
    if not to_infinitive(ground, verb):
        return None
    helping = [a for a in children(analysis, verb, "aux", "cop") if a < verb and ground.lemma(a) == "be"]
    finite = any(analysis.words[a].text.lower() != "be" for a in helping)
    clause = word.deprel in ("root", "parataxis", "ccomp", "acl:relcl")
    return "planned" if finite or clause else None


def _governed(ground: Ground, above: int, depth: int) -> Status:
    """What a governing verb makes of an infinitive, and its own mood where it makes nothing of it."""
    found = lexicon().mood(ground.lemma(above), "governor")
    own = mood_of(ground, above, depth + 1)
    if ground.analysis.words[above].text.lower() == "going":
        found = "planned"
    if found is None or str(found) == "pass" or found == "ongoing":
        return own
    if found == "negated":
        return "possible" if own == "negated" else "negated"
    return "negated" if own == "negated" else found


def _reported(ground: Ground, above: int, verb: int) -> Status:
    """A report passes on what it reports; a denial turns it round, a demand asks for it."""
    found = lexicon().mood(ground.lemma(above), "governor")
    if found == "negated":
        return "done" if negated(ground, above) else "negated"
    finite = children(ground.analysis, verb, "aux", "aux:pass", "cop") or ground.analysis.words[
        verb
    ].text.lower().endswith(("ed", "s"))
    if found == "demanded" and not finite:
        return "demanded"
    return "possible" if found == "possible" and not finite else "done"

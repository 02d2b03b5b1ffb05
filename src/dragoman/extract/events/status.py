"""Did it happen? The status of a trigger by its auxiliaries, negations, conditions and what governs it.

The walk goes from the trigger outwards. What denies or only plans an act outweighs what is said of that:
"denied that it planned to attack" is no attack. A verb of speech ends the walk: whether somebody really
said so is a question about the statement, not about the act.
"""

from __future__ import annotations

from dragoman.extract.arguments import cases, children, is_passive
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.events.governing import (
    another_acts,
    called_false,
    came_to_nothing,
    denied_above,
    mood_of,
    was,
)
from dragoman.extract.events.lexicon import lexicon
from dragoman.extract.events.signals import (
    asked,
    by_adverb,
    by_auxiliary,
    cases_of_clause,
    conditional,
    goes_on,
    has_no,
    negated,
    progressive,
    reports,
    stands_apart,
    supposed_subject,
    to_infinitive,
)
from dragoman.extract.events.turns import affirmed, prevented
from dragoman.extract.ground import Ground
from dragoman.records import Status

_DEEPEST, _NEAR = 6, 4
_CHOOSING = frozenset({"decide", "vote", "choose", "rule", "opt", "advise"})
_FOR_WHAT = frozenset({"for", "of", "about", "on", "to", "from", "against", "into"})
_FROM_WHAT = frozenset({"from", "of", "for", "on", "against", "into", "about"})
_NAMING = frozenset({"call", "name", "term", "brand", "label", "deem"})
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
_WISHING = frozenset({"want", "wish", "like", "expect", "prefer"})
_GOING_ON = frozenset({"go", "carry", "keep", "press"})
_OPENING = frozenset({"rule", "exclude", "discount"})
"""Not to rule something out leaves it open; not to deny it is no denial."""


def status_of(ground: Ground, trigger: Trigger) -> Status:
    """Return whether an act happened, as its sentence has it."""
    turned = affirmed(ground, trigger) or (prevented(ground, trigger.head) if trigger.verb else None)
    found = turned or _by_tree(ground, trigger)
    return "possible" if found in ("done", "ongoing") and asked(ground, trigger.head) else found


def _by_tree(ground: Ground, trigger: Trigger) -> Status:
    if trigger.verb:
        return _of_verb(ground, trigger.head, 0)
    own = _of_modifiers(ground, trigger.head)
    if own is not None:
        return own
    if _turned_down(ground, trigger):
        return "done"
    if trigger.light is not None:
        governed = mood_of(ground, trigger.light, "governor")
        stopped = governed == "negated" and not negated(ground, trigger.light)
        return "negated" if stopped else _of_verb(ground, trigger.light, 0)
    return _of_noun(ground, trigger.head)


def settled(ground: Ground, trigger: Trigger) -> bool:
    """Say whether words settle the status that the engine may misread: a turn of phrase, two negations.

    "Has not ruled out sending troops", "did not say whether it had freed them".
    """
    if affirmed(ground, trigger) is not None or _is_open(ground, trigger.head):
        return True
    if trigger.verb and prevented(ground, trigger.head) is not None:
        return True
    above = ground.analysis.words[trigger.head].head if trigger.verb else -1
    if above < 0 or mood_of(ground, above, "governor") != "negated":
        return False
    return negated(ground, above) and ground.analysis.words[trigger.head].deprel in ("xcomp", "ccomp")


def _of_modifiers(ground: Ground, noun: int) -> Status | None:
    for child in children(ground.analysis, noun, "amod", "det", "compound", "acl"):
        found = lexicon().mood(ground.analysis.words[child].text, "modifier")
        if found is not None:
            return found
    return None


def _turned_down(ground: Ground, trigger: Trigger) -> bool:
    """Say whether words are refused that somebody must have spoken first: "rejected a request by Mali"."""
    word = ground.analysis.words[trigger.head]
    spoken = trigger.frame.type in _SPOKEN or lexicon().mood(word.lemma, "spoken") is not None
    if not spoken or word.head < 0 or word.deprel not in ("obj", "nsubj:pass"):
        return False
    refused = mood_of(ground, word.head, "refusing") is not None
    return refused and _of_verb(ground, word.head, 0) in ("done", "negated")


def _of_noun(ground: Ground, noun: int) -> Status:
    """The status that the verb or noun above lends to an act named by a noun."""
    word = ground.analysis.words[noun]
    if word.head < 0:
        return "done"
    above, relation = word.head, word.deprel
    if ground.analysis.words[above].upos == "VERB":
        patient = relation in ("obj", "nsubj:pass", "xcomp", "ccomp")
        wanted = relation == "obl" and cases(ground.analysis, noun) & _FOR_WHAT
        if patient and ground.lemma(above) in _NAMING and children(ground.analysis, above, "xcomp"):
            return "done"  # "called the attack a crime" asks for none
        if patient or wanted:
            if "against" in cases(ground.analysis, noun) and ground.lemma(above) in _CHOOSING:
                return "negated"
            found = _governed(ground, above, 0)
            if found is not None:
                return found
        if relation == "nsubj" and lexicon().mood(ground.lemma(above), "lasting"):
            return "ongoing" if _of_verb(ground, above, 0) == "done" else _of_verb(ground, above, 0)
        return _outer(ground, above) if relation in ("nsubj", "nsubj:pass", "obj") else "done"
    if relation == "nmod" and cases(ground.analysis, noun) & {"of", "for", "to"}:
        return lexicon().mood(ground.lemma(above), "noun") or "done"
    return "done"


def _outer(ground: Ground, verb: int) -> Status:
    """A noun's act shares the future and the negation of its verb: "talks will be held"."""
    found = _of_verb(ground, verb, 0)
    return found if found in ("planned", "conditional", "possible", "demanded") else "done"


def _is_open(ground: Ground, verb: int) -> bool:
    """Say whether a clause leaves open whether it is so: "unclear whether they left", "no proof that"."""
    word, opening = ground.analysis.words[verb], cases_of_clause(ground, verb)
    if "as" in opening and opening & {"if", "though"}:
        return True
    if word.deprel not in ("ccomp", "csubj", "acl", "xcomp"):
        return False
    unproven = word.head >= 0 and lexicon().mood(ground.lemma(word.head), "unproven") is not None
    return "whether" in opening or (unproven and has_no(ground, word.head))


def _of_verb(ground: Ground, verb: int, depth: int) -> Status:
    analysis = ground.analysis
    if _is_open(ground, verb) or supposed_subject(ground, verb):
        return "possible"
    if conditional(ground, verb):
        return "conditional"
    own = by_auxiliary(ground, verb) or by_adverb(ground, verb)
    word = analysis.words[verb]
    if negated(ground, verb):
        return "negated" if not denied_above(ground, verb) else "done"
    if own in ("possible", "demanded", "conditional"):
        return own
    if depth < _DEEPEST and word.head >= 0:
        if word.deprel in ("xcomp", "ccomp", "acl", "advcl", "csubj", "obl", "nsubj"):
            if "against" in cases_of_clause(ground, verb) and ground.lemma(word.head) in _CHOOSING:
                return "negated"
            if "on" in cases_of_clause(ground, verb) and ground.lemma(word.head) in _GOING_ON:
                return "ongoing"
            told = word.deprel == "ccomp" and reports(ground, verb, word.head)
            found = _governed(ground, word.head, depth, told) if _is_clause(ground, verb) else None
            if found is not None and not (found == "planned" and own == "planned"):
                return found
        lasting = lexicon().mood(ground.lemma(word.head), "lasting")
        if word.deprel in ("nsubj", "csubj") and lasting and word.text.lower().endswith("ing"):
            return "ongoing"
        if word.deprel == "conj" and not stands_apart(ground, verb):
            shared = _of_verb(ground, word.head, depth + 1)
            if shared != "done" and analysis.words[word.head].upos == "VERB":
                return shared
    if own is not None:
        return own
    if any(ground.lemma(c) in ("due", "set", "about") for c in children(analysis, verb, "case", "advmod")):
        return "planned"
    if to_infinitive(ground, verb) and word.deprel in ("root", "advcl", "parataxis"):
        return "planned"
    return "ongoing" if progressive(ground, verb) or goes_on(ground, verb) else "done"


def _is_clause(ground: Ground, verb: int) -> bool:
    """Say whether what is above governs this clause, rather than being a noun that it only describes."""
    word = ground.analysis.words[verb]
    if word.deprel == "acl":
        return to_infinitive(ground, verb) or not is_passive(ground.analysis, verb)
    if word.deprel == "advcl":
        near = 0 < verb - word.head < _NEAR and word.text.lower().endswith("ing")
        return near or to_infinitive(ground, verb) or bool(cases_of_clause(ground, verb) & _FROM_WHAT)
    return True


def _governed(ground: Ground, above: int, depth: int, told: bool = False) -> Status | None:
    """The status that a governing word gives; None where it only passes on what it says."""
    word = ground.analysis.words[above]
    kind = "noun" if word.upos in ("NOUN", "PROPN") else "governor"
    mood = lexicon().mood("say", kind) if told else mood_of(ground, above, kind)
    if mood is None:
        return None
    if str(mood) == "pass":
        return _passed_on(ground, above, kind, depth)
    if kind == "noun" and came_to_nothing(ground, above):
        return "negated"
    never = negated(ground, above)
    if mood == "ongoing":
        outer = _of_verb(ground, above, depth + 1)
        return "negated" if never else outer if outer not in ("done", "ongoing") else "ongoing"
    if mood in ("possible", "planned") and word.lemma.lower() in _WISHING and another_acts(ground, above):
        mood = "demanded"
    if mood == "negated":
        if never:
            return "possible" if word.lemma.lower() in _OPENING else "done"
        return "negated" if by_auxiliary(ground, above) not in ("possible",) else "possible"
    if never:
        return "negated"
    if mood == "possible" and word.lemma.lower() == "able" and was(ground, above):
        return None  # who was able to do it did it
    return mood


def _passed_on(ground: Ground, above: int, kind: str, depth: int) -> Status | None:
    """What a word that only reports or begins an act is under itself: "rejected claims that he killed"."""
    if kind == "noun":
        word = ground.analysis.words[above]
        if called_false(ground, above):
            return "negated"
        if word.head < 0 or word.deprel not in ("obj", "nsubj", "nsubj:pass", "obl"):
            return None
        found = mood_of(ground, word.head, "governor")
        if found is None and ground.analysis.words[word.head].upos == "ADJ":
            found = mood_of(ground, word.head, "adjective")
        return "negated" if found == "negated" and not negated(ground, word.head) else None
    outer = _of_verb(ground, above, depth + 1)
    table, lemma = lexicon(), ground.lemma(above)
    if table.mood(lemma, "telling") and outer == "negated":
        return "possible"  # "could not confirm that" leaves it open
    if outer == "done" and table.mood(lemma, "thought") and is_passive(ground.analysis, above):
        return "possible"  # "is believed to have shot him"
    return outer if outer != "done" else None

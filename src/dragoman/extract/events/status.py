"""Did it happen? The status of a trigger by its auxiliaries, negations, conditions and what governs it.

The walk goes from the trigger outwards. What denies or only plans an act outweighs what is said of that:
"denied that it planned to attack" is no attack. A verb of speech ends the walk: whether somebody really
said so is a question about the statement, not about the act.
"""

from __future__ import annotations

from dragoman.extract.events.arguments import cases, children, is_passive
from dragoman.extract.events.candidates import Ground, Trigger
from dragoman.extract.events.lexicon import lexicon
from dragoman.records import Status

_DEEPEST = 6
_PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
_FOR_WHAT = frozenset({"for", "of", "about", "on", "to", "from", "against", "into"})
_OPENING = {"rule", "exclude", "discount"}
"""Not to rule something out leaves it open; not to deny it is no denial."""


def status_of(ground: Ground, trigger: Trigger) -> Status:
    """Return whether an act happened, as its sentence has it."""
    if trigger.verb:
        return _of_verb(ground, trigger.head, 0)
    own = _of_modifiers(ground, trigger.head)
    if own is not None:
        return own
    if trigger.light is not None:
        return _of_verb(ground, trigger.light, 0)
    return _of_noun(ground, trigger.head)


def _of_modifiers(ground: Ground, noun: int) -> Status | None:
    for child in children(ground.analysis, noun, "amod", "det", "compound", "acl"):
        found = lexicon().mood(ground.analysis.words[child].text, "modifier")
        if found is not None:
            return found
    return None


def _of_noun(ground: Ground, noun: int) -> Status:
    """The status that the verb or noun above lends to an act named by a noun."""
    word = ground.analysis.words[noun]
    if word.head < 0:
        return "done"
    above, relation = word.head, word.deprel
    if ground.analysis.words[above].upos == "VERB":
        patient = relation in ("obj", "nsubj:pass", "xcomp", "ccomp")
        asked = relation == "obl" and cases(ground.analysis, noun) & _FOR_WHAT
        if patient or asked:
            found = _governed(ground, above, 0)
            if found is not None:
                return found
        return _outer(ground, above) if relation in ("nsubj", "nsubj:pass", "obj") else "done"
    if relation == "nmod" and cases(ground.analysis, noun) & {"of", "for", "to"}:
        return lexicon().mood(ground.lemma(above), "noun") or "done"
    return "done"


def _outer(ground: Ground, verb: int) -> Status:
    """A noun's act shares the future and the negation of its verb: "talks will be held"."""
    found = _of_verb(ground, verb, 0)
    return found if found in ("planned", "conditional", "possible", "demanded") else "done"


def _of_verb(ground: Ground, verb: int, depth: int) -> Status:
    analysis = ground.analysis
    if _conditional(ground, verb):
        return "conditional"
    negated = _negated(ground, verb)
    own = _by_auxiliary(ground, verb)
    word = analysis.words[verb]
    if negated:
        return "negated" if not _denied_above(ground, verb) else "done"
    if own in ("possible", "demanded", "conditional"):
        return own
    if depth < _DEEPEST and word.head >= 0:
        if word.deprel in ("xcomp", "ccomp", "acl", "advcl", "csubj", "obl", "nsubj"):
            found = _governed(ground, word.head, depth) if _is_clause(ground, verb) else None
            if found is not None and not (found == "planned" and own == "planned"):
                return found
        if word.deprel == "conj" and not children(analysis, verb, "nsubj", "aux", "nsubj:pass"):
            shared = _of_verb(ground, word.head, depth + 1)
            if shared != "done" and analysis.words[word.head].upos == "VERB":
                return shared
    if own is not None:
        return own
    if _to_infinitive(ground, verb) and word.deprel in ("root", "advcl", "parataxis"):
        return "planned"
    return "ongoing" if _progressive(ground, verb) else "done"


def _is_clause(ground: Ground, verb: int) -> bool:
    """Say whether what is above governs this clause, rather than being a noun that it only describes."""
    word = ground.analysis.words[verb]
    if word.deprel == "acl":
        return _to_infinitive(ground, verb) or not is_passive(ground.analysis, verb)
    return True


def _governed(ground: Ground, above: int, depth: int) -> Status | None:
    """The status that a governing word gives; None where it only passes on what it says."""
    word, table = ground.analysis.words[above], lexicon()
    kind = "noun" if word.upos in ("NOUN", "PROPN") else "governor"
    mood = table.mood(word.lemma, kind)
    if mood is None:
        return None
    negated = _negated(ground, above)
    if str(mood) == "pass":
        outer = _of_verb(ground, above, depth + 1)
        return outer if outer != "done" else None
    if mood == "negated":
        if negated:
            return "possible" if word.lemma.lower() in _OPENING else "done"
        return "negated" if _by_auxiliary(ground, above) not in ("possible",) else "possible"
    if negated:
        return "negated"
    return mood


def _denied_above(ground: Ground, verb: int) -> bool:
    word = ground.analysis.words[verb]
    if word.head < 0 or word.deprel not in ("xcomp", "ccomp", "advcl"):
        return False
    return lexicon().mood(ground.lemma(word.head), "governor") == "negated"


def _negated(ground: Ground, verb: int) -> bool:
    analysis = ground.analysis
    for child in analysis.dependents[verb]:
        word = analysis.words[child]
        low = word.text.lower()
        if word.deprel in ("advmod", "det", "cc", "neg", "aux") and lexicon().mood(low, "negation"):
            return low != "hardly" or child < verb
        denied = low in ("nobody", "none", "neither") or _has_no(ground, child)
        if word.deprel in ("nsubj", "nsubj:pass") and child < verb and denied:
            return True
        if word.deprel == "mark" and low == "without":
            return True
    return False


def _has_no(ground: Ground, noun: int) -> bool:
    return any(
        ground.analysis.words[d].text.lower() in ("no", "neither")
        for d in children(ground.analysis, noun, "det")
    )


def _by_auxiliary(ground: Ground, verb: int) -> Status | None:
    table, found = lexicon(), None
    for child in children(ground.analysis, verb, "aux"):
        low = ground.analysis.words[child].text.lower()
        lemma = ground.analysis.words[child].lemma.lower()
        mood = table.mood(low, "auxiliary") or table.mood(lemma, "auxiliary")
        if mood is None and table.mood(low, "would"):
            mood = "planned" if _reported(ground, verb) else "possible"
        found = mood or found
    return found


def _reported(ground: Ground, verb: int) -> bool:
    """Say whether "would" is the past's "will", as in "said that it would"."""
    word = ground.analysis.words[verb]
    return word.deprel in ("ccomp", "conj", "parataxis", "root") and word.head != verb


def _conditional(ground: Ground, verb: int) -> bool:
    """Say whether the verb stands in an if-clause, or in what would follow from one."""
    analysis = ground.analysis
    marks = {analysis.words[m].text.lower() for m in children(analysis, verb, "mark", "advmod")}
    word = analysis.words[verb]
    if word.deprel == "advcl" and marks & {"if", "unless", "provided", "should"}:
        return True
    for clause in children(analysis, verb, "advcl"):
        below = {analysis.words[m].text.lower() for m in children(analysis, clause, "mark")}
        if below & {"if", "unless", "provided"} and _by_auxiliary(ground, verb) is not None:
            return True
    return False


def _to_infinitive(ground: Ground, verb: int) -> bool:
    return any(
        ground.analysis.words[m].text.lower() == "to" for m in children(ground.analysis, verb, "mark", "aux")
    )


def _progressive(ground: Ground, verb: int) -> bool:
    if not ground.analysis.words[verb].text.lower().endswith("ing"):
        return False
    below = [
        ground.analysis.words[a].text.lower() for a in children(ground.analysis, verb, "aux", "aux:pass")
    ]
    return bool(set(below) & _PRESENT) or ("been" in below and bool({"has", "have"} & set(below)))

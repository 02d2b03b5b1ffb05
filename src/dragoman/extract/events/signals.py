"""What stands at an act itself: negations, auxiliaries, conditions, tenses that go on."""

from __future__ import annotations

from dragoman.extract.arguments import children
from dragoman.extract.events.lexicon import lexicon
from dragoman.extract.ground import Ground
from dragoman.records import Status

_SUPPOSING = ("as long as", "so long as", "in case", "on condition")
_PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "was", "were"})
_RATHER = frozenset({"without", "than", "instead"})
_NOTHING = frozenset({"nothing", "nobody", "none", "neither"})
_GIVING_WORD = frozenset({"promise", "pledge", "vow", "guarantee"})
"""Who promises no more sales has promised."""
_WOULD = frozenset({"would", "'d", "’d", "could", "might", "may"})
_BESIDES = frozenset({"only", "just", "merely", "simply", "solely"})
_STILL = frozenset({"now", "still", "currently", "regularly", "routinely"})


def supposed_subject(ground: Ground, verb: int) -> bool:
    """Say whether a deed is only spoken of, as what would be bad: "isolating Oslo would be a mistake"."""
    word = ground.analysis.words[verb]
    if word.deprel != "csubj" or word.head < 0 or not word.text.lower().endswith("ing"):
        return False
    helping = children(ground.analysis, word.head, "aux", "cop")
    return any(ground.analysis.words[a].text.lower() in _WOULD for a in helping)


def goes_on(ground: Ground, verb: int) -> bool:
    """Say whether "now" or "still" stands at the verb, or it tells what somebody is busy with."""
    word = ground.analysis.words[verb]
    said = {ground.lemma(a) for a in children(ground.analysis, verb, "advmod")}
    if said & _STILL and not word.text.lower().endswith("ed"):
        return True
    return word.deprel == "acl" and word.text.lower().endswith("ing") and not cases_of_clause(ground, verb)


def cases_of_clause(ground: Ground, verb: int) -> frozenset[str]:
    """Return the words that open a clause, in lower case: "without", "from", "than"."""
    found = children(ground.analysis, verb, "mark", "case", "cc")
    return frozenset(ground.analysis.words[m].text.lower() for m in found)


def negated(ground: Ground, verb: int) -> bool:
    """Say whether a verb is denied: by "not", "never", "nobody", "without", an object "nothing"."""
    analysis = ground.analysis
    for child in analysis.dependents[verb]:
        word = analysis.words[child]
        low = word.text.lower()
        if word.deprel in ("advmod", "det", "cc", "neg", "aux") and lexicon().mood(low, "negation"):
            if _adds(ground, child):
                continue
            return low != "hardly" or child < verb
        denied = low in ("nobody", "none", "neither") or has_no(ground, child)
        if word.deprel in ("nsubj", "nsubj:pass") and child < verb and denied:
            return True
        if word.deprel in ("mark", "case", "cc", "fixed") and low in _RATHER:
            return True
        if word.deprel in ("obj", "obl", "iobj") and (low in _NOTHING or has_no(ground, child)):
            return ground.lemma(verb) not in _GIVING_WORD
    return False


def _adds(ground: Ground, negation: int) -> bool:
    """Say whether "not" stands before "only": what follows is told besides, not denied."""
    behind = ground.analysis.words[negation + 1 : negation + 2]
    return bool(behind) and behind[0].text.lower() in _BESIDES


def asked(ground: Ground, index: int) -> bool:
    """Say whether a sentence asks whether something is so: "was it Oslo that bombed the port?"."""
    sentence = ground.analysis.sentences[ground.analysis.words[index].sentence]
    told = [w for w in ground.analysis.words[sentence.first : sentence.last] if w.upos != "PUNCT"]
    last = ground.analysis.words[sentence.last - 1]
    return (
        bool(told)
        and told[0].upos == "AUX"
        and "?" in (last.text, ground.analysis.words[last.index - 1].text)
    )


def has_no(ground: Ground, noun: int) -> bool:
    """Say whether "no" or "neither" stands at a noun, or "not one"; "not all" are some."""
    words = ground.analysis.words
    found = children(ground.analysis, noun, "det", "cc", "advmod")
    none = any(words[d].text.lower() in ("no", "neither") for d in found)
    return none or any(
        words[d].text.lower() == "not" and words[d + 1].text.lower() in ("one", "a", "any") for d in found
    )


def by_adverb(ground: Ground, verb: int) -> Status | None:
    """Return the status that an adverb at the verb gives: "perhaps", "allegedly"."""
    said = [ground.lemma(a) for a in children(ground.analysis, verb, "advmod")]
    return next((mood for adverb in said if (mood := lexicon().mood(adverb, "adverb"))), None)


def by_auxiliary(ground: Ground, verb: int) -> Status | None:
    """Return the status that "will", "may" or "must" gives; None without any."""
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


def conditional(ground: Ground, verb: int) -> bool:
    """Say whether the verb stands in an if-clause, or in what would follow from one."""
    analysis = ground.analysis
    marks = {analysis.words[m].text.lower() for m in children(analysis, verb, "mark", "advmod")}
    word = analysis.words[verb]
    if marks & {"as", "in", "on", "case"} and _opening(ground, verb).startswith(_SUPPOSING):
        return True
    if word.head >= 0 and word.deprel in ("ccomp", "advcl") and ground.lemma(word.head) == "provide":
        return ground.analysis.words[word.head].text.lower() in ("provided", "providing")
    if word.deprel == "advcl" and (marks & {"if", "unless", "provided", "should"} or inverted(ground, verb)):
        return True
    if _would(ground, verb) and _supposed(ground, verb):
        return True
    for clause in children(analysis, verb, "advcl"):
        below = {analysis.words[m].text.lower() for m in children(analysis, clause, "mark")}
        if below & {"if", "unless", "provided"} and by_auxiliary(ground, verb) is not None:
            return True
    return False


def _opening(ground: Ground, verb: int) -> str:
    """Three words from where a clause begins: "as long as", "in case the"."""
    words = ground.analysis.words
    before = min(children(ground.analysis, verb, "mark", "advmod"))
    while before > 0 and words[before - 1].text.lower() in ("as", "long", "in", "on", "so"):
        before -= 1
    return " ".join(words[i].text.lower() for i in range(before, min(before + 3, len(words))))


def inverted(ground: Ground, verb: int) -> bool:
    """Say whether an auxiliary before its subject makes a condition: "had Lisbon asked", "should it fall"."""
    words = ground.analysis.words
    helping = [a for a in children(ground.analysis, verb, "aux", "aux:pass", "cop", "mark") if a < verb]
    acting = children(ground.analysis, verb, "nsubj", "nsubj:pass")
    first = helping[0] if helping else None
    return (
        first is not None
        and bool(acting)
        and first < acting[0]
        and words[first].text.lower() in ("had", "were", "should")
    )


def _would(ground: Ground, verb: int) -> bool:
    helping = children(ground.analysis, verb, "aux")
    return any(ground.analysis.words[a].text.lower() in ("would", "'d", "’d") for a in helping)


def _supposed(ground: Ground, verb: int) -> bool:
    """Say whether the verb's sentence supposes something: "if …", "had he …", wherever the tree hangs it."""
    sentence = ground.analysis.sentences[ground.analysis.words[verb].sentence]
    for index in range(sentence.first, sentence.last):
        word = ground.analysis.words[index]
        if word.text.lower() in ("if", "unless") and word.deprel == "mark":
            clause = ground.analysis.words[word.head]
            if clause.deprel == "advcl" and clause.index != verb:
                return True
        if word.deprel == "advcl" and inverted(ground, index):
            return True
    return False


def to_infinitive(ground: Ground, verb: int) -> bool:
    """Say whether "to" stands before a verb."""
    return any(
        ground.analysis.words[m].text.lower() == "to" for m in children(ground.analysis, verb, "mark", "aux")
    )


def progressive(ground: Ground, verb: int) -> bool:
    """Say whether a verb tells of something under way: "is bombing", "were fighting", "has been fighting"."""
    if not ground.analysis.words[verb].text.lower().endswith("ing"):
        return False
    below = [
        ground.analysis.words[a].text.lower() for a in children(ground.analysis, verb, "aux", "aux:pass")
    ]
    return bool(set(below) & _PRESENT) or ("been" in below and bool({"has", "have"} & set(below)))


def reports(ground: Ground, verb: int, above: int) -> bool:
    """Say whether a word that may ask for an act only tells of it: "told me that they had attacked".

    What it tells of is finite; a bare verb ("insisted that he leave") or an infinitive is what it asks for.
    """
    if lexicon().mood(ground.lemma(above), "reporting") is None or to_infinitive(ground, verb):
        return False
    analysis, word = ground.analysis, ground.analysis.words[verb]
    helping = [analysis.words[a].text.lower() for a in children(analysis, verb, "aux", "aux:pass", "cop")]
    if helping:
        return helping[0] != "be"
    low = word.text.lower()
    return low != word.lemma.lower() and not low.endswith("ing")


def stands_apart(ground: Ground, verb: int) -> bool:
    """Say whether a verb joined to another is not governed with it: "refused to sign and accused her"."""
    if children(ground.analysis, verb, "nsubj", "aux", "nsubj:pass"):
        return True
    word = ground.analysis.words[verb]
    bare = word.text.lower() == word.lemma.lower()
    return to_infinitive(ground, word.head) and not bare and not word.text.lower().endswith("ing")

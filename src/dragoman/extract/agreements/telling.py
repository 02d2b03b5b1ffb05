"""The word that tells of an agreement, found by climbing the tree from its noun, and the status it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.extract.agreements.lexicon import Telling, Told, lexicon
from dragoman.extract.agreements.mood import is_left_to_do, mood_of
from dragoman.extract.arguments import cases, children, is_passive
from dragoman.extract.events.lexicon import lexicon as event_lexicon
from dragoman.extract.events.signals import negated
from dragoman.extract.ground import Ground
from dragoman.records import AgreementStatus, InstrumentKind

_STEPS = 7
_NEGATIVE = frozenset({"rejected", "suspended"})
_OPEN = frozenset({"under study", "proposed", "announced"})
_CLAUSES = frozenset({"xcomp", "acl", "ccomp", "advcl", "csubj"})


@dataclass(frozen=True, slots=True)
class Account:
    """Who tells of it: the first word (of a verb or noun) and the outermost, with the status they give.

    ``chain`` has all words climbed over, innermost first: each may have parties hanging on it.
    """

    inner: int
    outer: int
    base: Told
    verb: bool
    chain: tuple[int, ...]


def telling_of(ground: Ground, head: int, kind: InstrumentKind) -> Account | None:
    """Return the word that tells of the instrument at ``head``; None where nothing does."""
    analysis = ground.analysis
    if kind == "talks" and "in" in cases(analysis, head) and children(analysis, head, "nsubj"):
        return Account(head, head, "under study", False, (head,))  # "is in talks with Peru on gas"
    beside = _in_relative(ground, head, kind)
    chain: list[int] = []
    at = head
    for _ in range(_STEPS):
        word = analysis.words[at]
        if word.head < 0:
            break
        above = word.head
        use = _use(ground, at, above, kind)
        if use is not None:
            return _with_relative(outermost(ground, above, use.status, [*chain, above]), beside)
        carrier = word.deprel in ("conj", "appos") and _same_sort(ground, at, above)
        if not carrier and not _carries(ground, above):
            break
        if not carrier:
            chain.append(above)
        at = above
    return beside


def _with_relative(account: Account, beside: Account | None) -> Account:
    """A clause at the noun tells how it came about, where the sentence only takes it for known."""
    if beside is None:
        return account
    if account.base in ("exists", "agreed") and beside.base in ("agreed", "signed"):
        return beside  # parliament approves what two states concluded
    if account.base == "exists":
        return beside
    return replace(account, chain=(*account.chain, *beside.chain))


def _same_sort(ground: Ground, one: int, other: int) -> bool:
    nouns = ("NOUN", "PROPN", "SYM", "NUM")
    words = ground.analysis.words
    return words[one].upos in nouns and words[other].upos in nouns


def _carries(ground: Ground, index: int) -> bool:
    word = ground.analysis.words[index]
    money = word.upos in ("SYM", "NUM") or lexicon().isa(word.lemma, "money")
    return money or lexicon().isa(word.lemma, "carrier") or lexicon().isa(word.text, "carrier")


def _tempers(ground: Ground, index: int) -> bool:
    """Say whether a word only makes an act planned or possible ("set to sign"): that is for its mood."""
    mood = event_lexicon().mood(ground.lemma(index), "governor")
    return mood in ("planned", "possible", "demanded", "negated")


def _in_relative(ground: Ground, head: int, kind: InstrumentKind) -> Account | None:
    """ "the accord that six powers reached", "a truce agreed by both sides"."""
    analysis = ground.analysis
    for clause in children(analysis, head, "acl:relcl", "acl"):
        if analysis.words[clause].upos != "VERB":
            continue
        for use in _uses(ground, clause, True):
            passive = is_passive(analysis, clause)
            own = children(analysis, clause, "nsubj", "nsubj:pass")
            relative = bool(own) and analysis.words[own[0]].text.lower() in ("which", "that")
            objective = (passive or (own and not relative)) and "obj" in use.places
            if use.takes(kind) and (objective or (relative and not passive and "subj" in use.places)):
                return Account(clause, clause, use.status, True, (clause,))
    return None


def _use(ground: Ground, at: int, above: int, kind: InstrumentKind) -> Telling | None:
    """The use of the word above that has this noun in one of its places."""
    if ground.analysis.words[at].deprel == "nsubj":
        for use in lexicon().predicates.get(ground.lemma(above), ()):
            if use.takes(kind) and cases(ground.analysis, above) & use.places:
                return use
    verb = ground.analysis.words[above].upos in ("VERB", "AUX")
    place = _place(ground, at, above)
    for use in _uses(ground, above, verb):
        if use.takes(kind) and place & use.places:
            return use
    return None


def _place(ground: Ground, at: int, above: int) -> frozenset[str]:
    word = ground.analysis.words[at]
    if word.deprel == "nsubj:pass" or (word.deprel == "nsubj" and is_passive(ground.analysis, above)):
        return frozenset({"obj"})
    if word.deprel == "nsubj" and _was_done(ground, above):
        return frozenset({"obj"})
    if word.deprel == "nsubj":
        return frozenset({"subj"})
    found = cases(ground.analysis, at)
    if not found and word.deprel in ("obj", "iobj", "xcomp", "obl", "nmod"):
        return frozenset({"obj"})
    if word.deprel in _CLAUSES:
        return frozenset({"inf"}) | found
    return found


def _was_done(ground: Ground, verb: int) -> bool:
    """Say whether a participle with "was" is a passive that the tree takes for a predicate."""
    return ground.analysis.words[verb].upos == "VERB" and bool(children(ground.analysis, verb, "cop"))


def _uses(ground: Ground, index: int, verb: bool) -> Sequence[Telling]:
    """The entries of a word whose particles stand behind it."""
    words, table = ground.analysis.words, lexicon().verbs if verb else lexicon().nouns
    word = words[index]
    entries = (*table.get(word.lemma.lower(), ()), *table.get(word.text.lower(), ()))
    behind = [w.text.lower() for w in words[index + 1 : index + 5] if w.sentence == word.sentence]
    return [e for e in entries if not e.particles or _follow(behind, e.particles)]


def _follow(behind: Sequence[str], particles: Sequence[str]) -> bool:
    at = 0
    for particle in particles:
        if particle not in behind[at:]:
            return False
        at = behind.index(particle, at) + 1
    return True


def outermost(ground: Ground, inner: int, base: Told, chain: list[int]) -> Account:
    """Climb on over words that have the first one's clause as what is agreed, offered, refused.

    ``inner`` and ``chain`` are word indices, the chain innermost first; ``base`` is what they tell so far.
    """
    analysis = ground.analysis
    at = inner
    for _ in range(_STEPS):
        word = analysis.words[at]
        if word.head < 0:
            break
        above = word.head
        clause = word.deprel in _CLAUSES and not children(analysis, at, "nsubj", "nsubj:pass")
        of_noun = analysis.words[above].upos == "NOUN" and bool(_place(ground, at, above))
        patient = word.deprel in ("obj", "nsubj:pass")
        verb = analysis.words[above].upos == "VERB"
        use = next((u for u in _uses(ground, above, verb) if u.places & _place(ground, at, above)), None)
        ended = word.deprel == "nsubj" and use is not None and use.status in _NEGATIVE
        if not (clause or of_noun or patient or ended):
            break  # what befalls the talks on a treaty befalls the treaty
        if use is None and (not _carries(ground, above) or _tempers(ground, above)):
            break
        if use is not None:
            base = _combined(base, use.status, patient)
        chain.append(above)
        at = above
    last = next((i for i in reversed(chain) if analysis.words[i].upos in ("VERB", "NOUN")), inner)
    return Account(inner, last, base, analysis.words[last].upos == "VERB", tuple(chain))


def _combined(inner: Told, outer: Told, patient: bool) -> Told:
    """What is agreed, offered or refused of an act: the outer word says how far it has come.

    ``patient``: the inner one is a noun that something befalls: an announced signing is a signing.
    """
    if outer == "exists" or (patient and outer == "announced"):
        return inner
    if inner in _NEGATIVE:
        if outer == "agreed":
            return inner  # who agrees to shelve a pact shelves it
        return "agreed" if outer == "rejected" else "exists"
    if inner == "under study" and outer not in _NEGATIVE:
        return "under study"
    return outer


def status_of(ground: Ground, told: Account) -> tuple[AgreementStatus | None, float] | None:
    """Return the status and a factor for the confidence; None where nothing is to be said.

    The status itself is None where the words say only that there is an agreement.

    Planned is "announced"; possible, conditional or demanded "proposed"; denied "rejected", with "yet" still
    "announced". Planned or denied ends leave an agreement "agreed".
    """
    mood = mood_of(ground, told.outer) if told.verb else mood_of_noun(ground, told.outer)
    if told.base == "exists":
        return None, 0.8
    base = told.base
    if mood in ("done", "ongoing"):
        return base, 1.0
    if base in _NEGATIVE:
        return "agreed", 0.6
    if mood == "negated":
        if _not_yet(ground, told.outer):
            return ("announced" if base not in ("under study", "proposed") else base), 0.8
        return None if base in _OPEN else ("rejected", 0.7)
    if base in _OPEN:
        return base, 0.8
    return ("announced", 0.9) if mood == "planned" else ("proposed", 0.75)


def _not_yet(ground: Ground, verb: int) -> bool:
    return is_left_to_do(ground, verb) or any(
        ground.lemma(a) in ("yet", "still") for a in children(ground.analysis, verb, "advmod")
    )


def mood_of_noun(ground: Ground, noun: int) -> str:
    """How real what a noun tells is: "the signing was postponed", "failed talks on a truce"."""
    word = ground.analysis.words[noun]
    if word.head < 0:
        return "done"
    above = word.head
    if ground.analysis.words[above].upos == "VERB" and word.deprel in ("nsubj", "nsubj:pass", "obj"):
        if negated(ground, above):
            return "negated"
        found = event_lexicon().mood(ground.lemma(above), "governor")
        mood = mood_of(ground, above)
        return found if found in ("planned", "negated", "demanded") and word.deprel != "nsubj" else mood
    return "done"

"""Who holds a stance: the subject of its word, the owner of its noun, the giver of support."""

from __future__ import annotations

from dragoman.extract.arguments import by_preposition, children, is_passive, subjects, together
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import bounds, lower
from dragoman.extract.positions.lexicon import lexicon
from dragoman.extract.positions.predicates import Predicate
from dragoman.records import Analysis

_OWN = frozenset("its his her their my our".split())
_NOMINAL = ("NOUN", "PROPN", "PRON")
_HELD = frozenset({"said", "thought", "believed", "reported", "known", "understood"})
_UP = ("nmod", "flat", "compound", "appos", "nmod:poss", "amod", "det", "nmod:desc", "nummod", "case", "acl")


def holders(ground: Ground, predicate: Predicate) -> list[int]:
    """Return the heads of those who hold the stance, as far as they can be actors; [] for nobody known."""
    analysis = ground.analysis
    first, last = bounds(analysis, predicate.head)
    found: list[int] = []
    if predicate.use.kind == "v":
        found = subjects(analysis, predicate.head)
    elif predicate.use.kind == "n":
        found = _owners(ground, predicate)
    else:
        own = children(analysis, predicate.head, "nsubj", "nsubj:pass") or children(
            analysis, predicate.verb, "nsubj"
        )
        found = [part for head in own[:1] for part in together(analysis, head)]
    if not found and predicate.use.kind in "ap":
        found = before_verb(analysis, predicate.verb, first) or _shared(analysis, predicate.head)
    elif predicate.use.kind == "v" and _is_agentless(analysis, predicate.head):
        there = [c for c in by_preposition(analysis, predicate.head, "in") if _is_capital(ground, c)]
        found = there or found
    found = [head for head in found if first <= head < last and head != predicate.head]
    return [head for head in found if can_hold(ground, head)]


def _shared(analysis: Analysis, head: int) -> list[int]:
    """The subject that a predicate shares with the one before: "sees no harm and is opposed"."""
    at = head
    for _ in range(3):
        if analysis.words[at].deprel != "conj":
            return []
        at = analysis.words[at].head
        own = children(analysis, at, "nsubj", "nsubj:pass")
        if own:
            return together(analysis, own[0])
    return []


def _is_agentless(analysis: Analysis, verb: int) -> bool:
    """Say whether a participle may be passive and names nobody with "by"."""
    word = analysis.words[verb]
    passive = is_passive(analysis, verb) or (
        word.deprel == "conj"
        and word.head >= 0
        and is_passive(analysis, word.head)
        and not children(analysis, verb, "obj")
    )
    return passive and not by_preposition(analysis, verb, "by")


def _is_capital(ground: Ground, head: int) -> bool:
    """Say whether a noun names a state, or a city that speaks for one: "was applauded in Cairo"."""
    return ground.analysis.words[head].text[:1].isupper() and ground.is_actor(head)


def _owners(ground: Ground, predicate: Predicate) -> list[int]:
    """Whose noun of stance it is: "Iran's opposition", "opposition by Iran", or who expressed it."""
    analysis = ground.analysis
    owners = children(analysis, predicate.head, "nmod:poss")
    owners = owners or by_preposition(analysis, predicate.head, "by", "from", "among")
    word = analysis.words[predicate.head]
    if not owners and word.deprel == "nsubj" and word.head >= 0 and ground.lemma(word.head) == "come":
        owners = by_preposition(analysis, word.head, "from")
    if not owners:
        owners = [
            a for a in children(analysis, predicate.head, "amod", "compound")
            if analysis.words[a].text[:1].isupper() and ground.knowledge.state_of(analysis.words[a].text)
        ]  # fmt: skip
    if not children(analysis, predicate.head, "nmod:poss"):
        givers = givers_of(ground, predicate)
        if givers:
            return [part for head in givers[:1] for part in together(analysis, head)]
    own = all(lower(analysis, o) in _OWN for o in owners)
    if predicate.verb != predicate.head and own:
        return subjects(analysis, predicate.verb)
    return [part for head in owners[:1] for part in together(analysis, head)]


def _does_something(ground: Ground, head: int) -> bool:
    """Say whether a noun tells of people by what they do: "skippers", "economists", or a body by its name."""
    word = ground.analysis.words[head]
    lemma = ground.lemma(head)
    if word.upos == "PROPN" and word.text[:1].isupper() and word.text != word.text.upper():
        inner = head != bounds(ground.analysis, head)[0]
        return inner and not lexicon().isa(lemma, "texts") and not lexicon().isa(word.text, "texts")
    if word.upos == "NOUN" and word.text.endswith("men"):
        return True
    several = word.upos == "NOUN" and word.text[-1:] == "s" and not lexicon().isa(lemma, "things")
    return several and lemma.endswith(tuple(lexicon().words["doing"]))


def givers_of(ground: Ground, predicate: Predicate) -> list[int]:
    """Return whose support a thing has, or whose blame: "has the blessing of the millers"."""
    if predicate.verb == predicate.head or not lexicon().isa(ground.lemma(predicate.verb), "receiving"):
        return []
    analysis = ground.analysis
    found = by_preposition(analysis, predicate.head, "of", "from", "by")
    found = found or by_preposition(analysis, predicate.verb, "from")
    found = [f for f in found if f > predicate.head]
    return found or [f for f in by_preposition(analysis, predicate.head, "in") if _is_capital(ground, f)]


def before_verb(analysis: Analysis, verb: int, first: int) -> list[int]:
    """Return the head of the noun phrase right before a verb of being, over adverbs; [] at other words."""
    at = verb - 1
    while at >= first and (analysis.words[at].upos in ("ADV", "AUX", "PART") or lower(analysis, at) in _HELD):
        at -= 1
    if at < first or analysis.words[at].upos not in _NOMINAL:
        return []
    for _ in range(8):
        word = analysis.words[at]
        above = analysis.words[word.head] if word.head >= first else None
        if word.deprel not in _UP or above is None or above.index > verb or above.upos not in _NOMINAL:
            break
        at = above.index
    return together(analysis, at)


def can_hold(ground: Ground, head: int) -> bool:
    """Say whether a noun can stand somewhere: an actor, or a part or side of one."""
    if ground.is_actor(head):
        return True
    low, text = lower(ground.analysis, head), ground.analysis.words[head].text
    if text[:1].isupper() and text.endswith("s") and ground.knowledge.state_of(text[:-1]) is not None:
        return True
    if lexicon().isa(ground.lemma(head), "standers") or text in lexicon().words["standers"]:
        return True
    if _does_something(ground, head):
        return True
    named = lexicon().isa(ground.lemma(head), "parts") or lexicon().isa(low, "parts")
    if not named:
        return False
    below = by_preposition(ground.analysis, head, "of", "in", "within")
    return any(ground.is_actor(b) or ground.known(b) is not None for b in below) or low in (
        "both",
        "side",
        "sides",
    )

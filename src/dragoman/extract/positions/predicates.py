"""The words that say a stance, each in the use that fits, with who holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.arguments import by_preposition, children, is_passive, subjects, together
from dragoman.extract.ground import Ground
from dragoman.extract.positions.clauses import bounds, lower
from dragoman.extract.positions.lexicon import Use, lexicon
from dragoman.records import Analysis

_OWN = frozenset("its his her their my our".split())
_NOMINAL = ("NOUN", "PROPN", "PRON")
_STRENGTH = frozenset({"set", "dead", "much", "all", "said"})
"""Words that the tagger may take for others: "dead set against", "is said to favour"."""
_DASHES = frozenset({"—", "–", "--", "-"})
_HELD = frozenset({"said", "thought", "believed", "reported", "known", "understood"})
"""Participles between somebody and where he stands: "is said to be against"."""
_UP = ("nmod", "flat", "compound", "appos", "nmod:poss", "amod", "det", "nmod:desc", "nummod", "case", "acl")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of stance in its place. ``verb`` carries its tense and denial: itself or the verb beside it."""

    head: int
    last: int
    """The last word of the predicate: its object stands behind it."""
    verb: int
    use: Use


def predicates(ground: Ground) -> Iterator[Predicate]:
    """Yield every use of a word of stance in text order, several where several could fit."""
    uses = lexicon().uses
    for word in ground.analysis.words:
        index, low = word.index, word.text.lower()
        verbal = word.upos == "VERB" or _like_a_verb(ground.analysis, index)
        if (verbal or word.upos in ("ADJ", "NOUN")) and word.deprel not in ("amod", "compound", "case"):
            if verbal:
                for use in uses["v"].get(word.lemma.lower(), ()):
                    last = _rest(ground.analysis, index, use)
                    if last is not None:
                        yield Predicate(index, last, index, use)
            for use in uses["a"].get(low, ()):
                if (word.upos != "NOUN" or children(ground.analysis, index, "cop")) and _standing(
                    ground.analysis, index
                ) is not None:
                    yield Predicate(index, index, index, use)
            for use in uses["n"].get(word.lemma.lower(), ()) if word.upos == "NOUN" else ():
                yield Predicate(index, index, _carrier(ground, index), use)
        for use in uses["p"].get(low, ()):
            size = len(use.words)
            if all(lower(ground.analysis, index + n) == part for n, part in enumerate(use.words)):
                standing = _standing(ground.analysis, index)
                if standing is not None:
                    yield Predicate(index, index + size - 1, standing, use)


def _like_a_verb(analysis: Analysis, index: int) -> bool:
    """Say whether a word has subject and object, whatever its tag is: "Moscow backs the plan"."""
    return bool(children(analysis, index, "nsubj")) and bool(children(analysis, index, "obj"))


def _rest(analysis: Analysis, index: int, use: Use) -> int | None:
    """Where the further words of a verb's use stand behind it, at most three words apart; None if nowhere."""
    last = index
    for part in use.words[1:]:
        if part in use.objects:
            near = (i for i in range(last + 1, min(last + 2, len(analysis.words))))
            if not any(lower(analysis, i) == part for i in near):
                return None
            continue
        near = (i for i in range(last + 1, min(last + 4, len(analysis.words))))
        found = next((i for i in near if analysis.words[i].lemma.lower() == part), None)
        if found is None or (part == "no" and part == use.words[-1] and _is_determiner(analysis, found)):
            return None
        last = found
    return last


def _is_determiner(analysis: Analysis, index: int) -> bool:
    """Say whether "no" belongs to what follows: "said no one should go" refuses nothing."""
    word = analysis.words[index]
    beside = word.head == index + 1 or lower(analysis, index + 1) in ("one", "longer", "more")
    return beside and lower(analysis, index - 1) != "a"


def _carrier(ground: Ground, noun: int) -> int:
    """The verb that carries a noun of stance ("expressed support"), the noun itself where none does.

    A view may stand between: "they share the view regarding the inadmissibility of …".
    """
    analysis, at = ground.analysis, noun
    for _ in range(3):
        word = analysis.words[at]
        if word.head < 0 or word.deprel not in ("obj", "nsubj:pass", "conj", "obl", "nmod", "acl"):
            return noun
        if lexicon().isa(ground.lemma(word.head), "carrying") or lexicon().isa(
            ground.lemma(word.head), "receiving"
        ):
            return word.head
        if ground.lemma(word.head) == "clear" and analysis.words[word.head].head >= 0:
            return analysis.words[word.head].head  # "made clear its opposition"
        if not lexicon().isa(ground.lemma(word.head), "views"):
            return noun
        at = word.head
    return noun


def _standing(analysis: Analysis, index: int) -> int | None:
    """The verb of being close before a word, over adverbs: "is categorically", "came out strongly"."""
    first = bounds(analysis, index)[0]
    for at in range(index - 1, max(first, index - 5) - 1, -1):
        word = analysis.words[at]
        if word.upos in ("AUX", "VERB") and lexicon().isa(word.lemma, "standing"):
            return at
        before = word.upos in ("ADV", "PART", "ADP", "ADJ", "CCONJ") or word.text.lower() in _STRENGTH
        if not before and word.text not in (",",):
            return None
    return None


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
    found = behind_dateline(analysis, found, predicate.head)
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


def behind_dateline(analysis: Analysis, heads: list[int], verb: int) -> list[int]:
    """Return the subjects of a verb where the tree has taken a paragraph's dateline for one of them.

    In "RABAT — Morocco has ruled out", Morocco rules out.
    """
    if not heads:
        return heads
    first = bounds(analysis, heads[0])[0]
    if heads[0] > first + 4:
        return heads
    dash = next(
        (i for i in range(heads[0] + 1, min(heads[0] + 7, verb)) if analysis.words[i].text in _DASHES), None
    )
    if dash is None or not all(analysis.words[i].upos in ("PROPN", "PUNCT") for i in range(first, dash)):
        return heads
    for index in range(dash + 1, verb):
        word = analysis.words[index]
        if word.upos in _NOMINAL and (word.head <= dash or word.head >= verb):
            return together(analysis, index)
    return heads


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

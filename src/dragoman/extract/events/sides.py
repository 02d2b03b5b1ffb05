"""Who acts and whom an act meets, of those whom the engine links to it: the tree rules out who can't."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dragoman.extract.arguments import cases, children, is_passive, objects, phrase, subjects
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.events.complements import complement
from dragoman.extract.ground import Ground
from dragoman.extract.linked import named_by, told_of
from dragoman.extract.word_classes import isa
from dragoman.records import ActSpan, Span

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_MAY_TELL = frozenset({"he", "she", "it", "they", "we", "who", "which", "that"})
_FRIENDLY = frozenset({"SUPPORT", "AID", "COOPERATE"})
_SELF = frozenset({"i", "we"})
_GIVING = frozenset({"promise", "pledge", "offer", "vow"})
_DEEPEST = 6


def sides_of(ground: Ground, trigger: Trigger, act: ActSpan) -> tuple[dict[int, Span], dict[int, Span]]:
    """Return the heads of those who act and of those whom an act meets, each with its phrase."""
    head = trigger.head
    acting, met = named_by(ground, act.actors), named_by(ground, act.recipients)
    undergone = undergoing(ground, head, acting)
    for other in undergone:
        met.setdefault(other, acting[other])
    acting = _without(acting, tellers_of(ground, head, acting) | judges_of(ground, head, acting) | undergone)
    part = told_of(ground, acting, [r for r in met if r not in acting])
    if part < set(acting):  # of "paid the government of Chad" it isn't Chad that pays
        acting = _without(acting, part)
    lent = backers(ground, trigger, act.type, met)
    if lent:
        owned = {h: phrase(ground.analysis, h) for h in holders(ground, head) if ground.is_actor(h)}
        acting, met = {**_without(acting, owned), **lent}, {**_without(met, lent), **owned}
    met = _without(met, opposed(ground, act.type, met))
    idle = told_of(ground, met, acting) | governed_by(ground, head, met) | promised(ground, head, met)
    met = _without(met, idle)
    if not met:
        met = {i: phrase(ground.analysis, i) for i in complement(ground, trigger, acting)}
    return acting, met


def _without(heads: Mapping[int, Span], gone: Collection[int]) -> dict[int, Span]:
    return {head: span for head, span in heads.items() if head not in gone}


def tellers_of(ground: Ground, trigger: int, heads: Collection[int]) -> set[int]:
    """Return the heads that only tell of an act: subjects of a verb under which its clause has its own.

    In "he told a paper that I had agreed" and in "the plan was signed in haste, said the lawyer" neither he
    nor the lawyer takes part.
    """
    words, at, found = ground.analysis.words, trigger, set[int]()
    for _ in range(_DEEPEST):
        above, relation = words[at].head, words[at].deprel
        if above < 0:
            break
        own = [s for s in children(ground.analysis, at, *_SUBJECTS) if s not in found]
        if relation in ("ccomp", "parataxis") and own and words[above].upos == "VERB":
            telling = children(ground.analysis, above, "nsubj")
            found |= {h for h in heads if h in telling and not _stands_for(ground, own, h)}
        at = above
    return found


def _stands_for(ground: Ground, own: Collection[int], teller: int) -> bool:
    """Say whether a clause's subject is a pronoun that may stand for its teller: "I" is not "they"."""
    said = {ground.analysis.words[s].text.lower() for s in own}
    if ground.analysis.words[teller].text.lower() in _SELF:
        return bool(said & _SELF)
    return bool(said & _MAY_TELL)


def judges_of(ground: Ground, trigger: int, heads: Collection[int]) -> set[int]:
    """Return the heads that only judge a deed named by a noun: "the three denounced the meeting"."""
    word = ground.analysis.words[trigger]
    if word.upos != "NOUN" or word.deprel != "obj" or word.head < 0:
        return set()
    if not isa(ground.lemma(word.head), "judging"):
        return set()
    return {h for h in heads if h in subjects(ground.analysis, word.head)}


def undergoing(ground: Ground, trigger: int, heads: Collection[int]) -> set[int]:
    """Return the heads to which a verb's act is done: "Peru, invited to join", "Mali, which Chad accuses"."""
    analysis = ground.analysis
    if analysis.words[trigger].upos != "VERB":
        return set()
    done_to = set(objects(analysis, trigger))
    others = set(heads) - done_to
    return {h for h in heads if h in done_to and (is_passive(analysis, trigger) or others)}


def governed_by(ground: Ground, trigger: int, heads: Collection[int]) -> set[int]:
    """Return the heads that stand in a clause governed by an act's verb, where another is its object.

    In "ordered the bank to pay Chad" it is the bank that is ordered.
    """
    analysis = ground.analysis
    moved = {h for h in heads if h in children(analysis, trigger, "obj", "iobj")}
    below = {i for c in children(analysis, trigger, "xcomp", "ccomp", "advcl") for i in analysis.subtree(c)}
    return {h for h in heads if moved and h in below}


def backers(ground: Ground, trigger: Trigger, kind: str, heads: Mapping[int, Span]) -> dict[int, Span]:
    """Return those of whom somebody has the support: "the bill has the backing of millers and bakers"."""
    if kind != "SUPPORT" or not holders(ground, trigger.head):
        return {}
    analysis, at = ground.analysis, trigger.head
    following = analysis.words[at + 1].text.lower() if at + 1 < len(analysis.words) else ""
    if following not in ("of", "from"):
        return {}
    below = {i for c in children(analysis, at, "nmod") for i in analysis.subtree(c)}
    return {h: span for h, span in heads.items() if h in below}


def holders(ground: Ground, noun: int) -> list[int]:
    """Return who has what a noun names: the subject of "has", "enjoys" or "won" above it."""
    word = ground.analysis.words[noun]
    if word.upos != "NOUN" or word.deprel != "obj" or word.head < 0:
        return []
    return subjects(ground.analysis, word.head) if isa(ground.lemma(word.head), "having") else []


def opposed(ground: Ground, kind: str, heads: Collection[int]) -> set[int]:
    """Return whom a friendly act is against: "Peru helped Chile against Spain" is no help to Spain."""
    if kind not in _FRIENDLY:
        return set()
    return {h for h in heads if "against" in cases(ground.analysis, h)}


def promised(ground: Ground, trigger: int, heads: Collection[int]) -> set[int]:
    """Return the heads of what is promised, and not to whom: "promised two battalions"."""
    analysis = ground.analysis
    if ground.lemma(trigger) not in _GIVING or children(analysis, trigger, "iobj"):
        return set()
    given = set(objects(analysis, trigger))
    return {h for h in heads if h in given and h not in ground.name_of and _is_some(ground, h)}


def _is_some(ground: Ground, head: int) -> bool:
    """Say whether a noun is new to the reader: "two battalions", "a battalion"."""
    before = children(ground.analysis, head, "det", "nummod")
    return any(
        ground.analysis.words[d].deprel == "nummod" or ground.analysis.words[d].text.lower() in ("a", "an")
        for d in before
    )

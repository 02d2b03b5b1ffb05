"""What a use of a word asks for: an object of a kind, a preposition, a clause, somebody who acts."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.extract.arguments import by_preposition, children
from dragoman.extract.events.candidates import Trigger, acted_on, acting, has_preposition, object_heads
from dragoman.extract.events.complements import state_word
from dragoman.extract.events.lexicon import lexicon
from dragoman.extract.ground import Ground

_JOINT = frozenset({"joint", "bilateral", "trilateral", "common", "combined"})
_HOLDING = frozenset({"hold", "come", "enter", "take", "begin", "start", "go"})


def satisfied(ground: Ground, trigger: Trigger) -> bool:
    """Say whether every group of the frame's needs is met."""
    return all(any(_met(ground, trigger, need) for need in group) for group in trigger.frame.needs)


def _met(ground: Ground, trigger: Trigger, need: str) -> bool:
    name, _, words = need.partition(":")
    if words and name == "obj":
        return any(_is_one_of(ground, head, words) for head in object_heads(ground, trigger))
    if words and name == "prep":
        return has_preposition(ground, trigger, words)
    if words:
        return any(
            _is_one_of(ground, head, words) for head in by_preposition(ground.analysis, trigger.head, name)
        )
    return _CHECKS[name](ground, trigger)


def _is_one_of(ground: Ground, head: int, words: str) -> bool:
    """Say whether a noun, or the noun that it counts ("hundreds of tanks"), is one of the words."""
    heads = [head, *by_preposition(ground.analysis, head, "of")[:1]]
    for word in words.split("|"):
        for index in heads:
            lemma = ground.lemma(index)
            if lexicon().isa(lemma, word[1:]) if word.startswith("@") else lemma == word:
                return True
    return False


def _clause(ground: Ground, trigger: Trigger, infinitive: bool | None) -> bool:
    for child in children(ground.analysis, trigger.head, "xcomp", "ccomp", "acl", "advcl"):
        to = any(ground.lemma(m) == "to" for m in children(ground.analysis, child, "mark"))
        if infinitive is None or to == infinitive:
            return True
    return False


def _subject_is(*names: str) -> Callable[[Ground, Trigger], bool]:
    def check(ground: Ground, trigger: Trigger) -> bool:
        heads = acting(ground, trigger)
        return any(_counted(ground, head, name) for head in heads for name in names)

    return check


def _counted(ground: Ground, head: int, name: str) -> bool:
    heads = [head, *by_preposition(ground.analysis, head, "of")[:1]]
    return any(lexicon().isa(ground.lemma(h), name) for h in heads)


def _acts_as(sectors: frozenset[str]) -> Callable[[Ground, Trigger], bool]:
    def check(ground: Ground, trigger: Trigger) -> bool:
        for head in acting(ground, trigger):
            found = ground.known(head)
            if found is not None and found[0] in sectors:
                return True
        return False

    return check


def _person(ground: Ground, trigger: Trigger) -> bool:
    return any(ground.is_person(h) for h in acting(ground, trigger))


def _object_is_person(ground: Ground, trigger: Trigger) -> bool:
    return any(ground.is_actor(h) for h in object_heads(ground, trigger))


def _joint(ground: Ground, trigger: Trigger) -> bool:
    modifiers = {ground.lemma(c) for c in children(ground.analysis, trigger.head, "amod")}
    shared = len(acting(ground, trigger)) > 1 or bool(by_preposition(ground.analysis, trigger.head, "with"))
    return bool(modifiers & _JOINT) or shared


def _plural(ground: Ground, trigger: Trigger) -> bool:
    if trigger.verb:
        heads = acting(ground, trigger)
        return len(heads) > 1 or any(_is_plural(ground, h) for h in heads)
    return _is_plural(ground, trigger.head)


def _is_plural(ground: Ground, index: int) -> bool:
    word = ground.analysis.words[index]
    low = word.text.lower()
    return low in ("they", "we", "both") or (
        word.upos in ("NOUN", "PROPN") and low != word.lemma.lower() and low.endswith("s")
    )


def _light(ground: Ground, trigger: Trigger) -> bool:
    """A noun that many things are called by counts only where somebody does it."""
    return bool(acting(ground, trigger)) and (
        trigger.light is not None or bool(acted_on(ground, trigger)) or _owned(ground, trigger)
    )


def _owned(ground: Ground, trigger: Trigger) -> bool:
    return bool(by_preposition(ground.analysis, trigger.head, "by", "between")) or bool(
        children(ground.analysis, trigger.head, "nmod:poss")
    )


def _holds(ground: Ground, trigger: Trigger) -> bool:
    word = ground.analysis.words[trigger.head]
    return word.deprel == "nsubj" and word.head >= 0 and ground.lemma(word.head) in _HOLDING


def _threat(ground: Ground, trigger: Trigger) -> bool:
    """Warning of harm by oneself: "warned of consequences", "warned X against", "… if …"."""
    analysis = ground.analysis
    harm = {
        "consequence",
        "retaliation",
        "response",
        "action",
        "war",
        "sanction",
        "price",
        "reprisal",
        "revenge",
    }
    of = by_preposition(analysis, trigger.head, "of", "with")
    clauses = children(analysis, trigger.head, "ccomp", "advcl")
    marks = {ground.lemma(m) for c in clauses for m in children(analysis, c, "mark")}
    return bool(by_preposition(analysis, trigger.head, "against")) or any(
        ground.lemma(h) in harm for h in of
    ) or "if" in marks  # fmt: skip


def _of_another(ground: Ground, trigger: Trigger) -> bool:
    """Warning against what another state does: "warned the envoy against American plans"."""
    hosts = [trigger.head, *object_heads(ground, trigger)]
    nouns = [n for host in hosts for n in by_preposition(ground.analysis, host, "against")]
    return any(state_word(ground, noun) is not None for noun in nouns)


def _does(ground: Ground, trigger: Trigger) -> bool:
    """Warning that another state does something: no "if", and nothing that it only may do or will do."""
    analysis = ground.analysis
    own = {ground.knowledge.state_of(analysis.words[h].text) for h in acting(ground, trigger)}
    for clause in children(analysis, trigger.head, "ccomp"):
        if children(analysis, clause, "advcl") or any(
            ground.lemma(a) not in ("be", "have", "do") for a in children(analysis, clause, "aux")
        ):
            continue
        for subject in children(analysis, clause, "nsubj"):
            named = state_word(ground, subject)
            if named is not None and ground.knowledge.state_of(analysis.words[named].text) not in own:
                return True
    return False


def _hostile(ground: Ground, trigger: Trigger) -> bool:
    """Vowing to do harm: the act hanging on it is a hostile one."""
    for child in children(ground.analysis, trigger.head, "xcomp", "ccomp"):
        frames = lexicon().verbs.get(ground.lemma(child), ())
        if any(f.type in ("ASSAULT", "COERCE", "SANCTION", "MOBILIZE") for f in frames):
            return True
    return bool(by_preposition(ground.analysis, trigger.head, "against"))


def _words(ground: Ground, trigger: Trigger) -> bool:
    verbal = {"verbally", "publicly", "sharply", "harshly", "fiercely"}
    said = {ground.lemma(c) for c in children(ground.analysis, trigger.head, "advmod")}
    behind = children(ground.analysis, trigger.head, "advcl")
    for_what = any(ground.lemma(m) == "for" for c in behind for m in children(ground.analysis, c, "mark"))
    return bool(said & verbal) or for_what


_CHECKS: dict[str, Callable[[Ground, Trigger], bool]] = {
    "recipient": lambda g, t: bool(acted_on(g, t)),
    "clause": lambda g, t: _clause(g, t, None),
    "inf": lambda g, t: _clause(g, t, True),
    "that": lambda g, t: _clause(g, t, False),
    "person": _person,
    "person-object": _object_is_person,
    "obj-person": _object_is_person,
    "people": _subject_is("people", "workers"),
    "workers": _subject_is("workers", "people"),
    "attackers": lambda g, t: (
        _subject_is("attackers")(g, t) or _acts_as(frozenset({"MIL", "REB", "UAF"}))(g, t)
    ),
    "troops-subject": lambda g, t: _subject_is("troops")(g, t) or _acts_as(frozenset({"MIL"}))(g, t),
    "police": lambda g, t: _subject_is("police")(g, t) or _acts_as(frozenset({"COP", "SPY"}))(g, t),
    "bomb": _subject_is("explosive"),
    "plural": _plural,
    "light": _light,
    "joint": _joint,
    "holds": _holds,
    "threat": _threat,
    "of-another": _of_another,
    "does": _does,
    "hostile": _hostile,
    "words": _words,
}

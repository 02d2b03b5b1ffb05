"""Who an agreement is between: subjects of what tells of it, "with …", "between …", owners, adjectives.

All positions are word indices; the results are head words of phrases.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.extract.agreements.lexicon import lexicon
from dragoman.extract.agreements.lists import Listing
from dragoman.extract.agreements.telling import Account
from dragoman.extract.arguments import (
    by_preposition,
    cases,
    children,
    is_passive,
    phrase,
    subjects,
    together,
)
from dragoman.extract.ground import Ground
from dragoman.records import InstrumentKind, Span


def parties_of(
    listing: Listing, head: int | None, kind: InstrumentKind | None, account: Account | None
) -> tuple[int, ...]:
    """Return the heads of the parties' phrases, in text order, without the agreement's own words."""
    ground, found = listing.ground, list[int]()
    if head is not None:
        found += _of_noun(ground, head, kind)
    if account is not None:
        for index in account.chain:
            found += _of_word(ground, index, kind, account)
        if account.base != "exists" or _of_one(ground, head, found):
            found += _acting(ground, account)
    elif head is not None and _of_one(ground, head, found):
        found += _holding(ground, head)
    own = {head, *(account.chain if account else ())}
    kept = [actor for f in dict.fromkeys(found) for actor in _actors(ground, f)]
    whole = [last - 1 for a in kept for _, last in listing.listed.get(a, ((0, a + 1),))]
    return tuple(sorted(dict.fromkeys(a for a in whole if a not in own)))


def _of_one(ground: Ground, head: int | None, found: list[int]) -> bool:
    """Say whether a noun names one side alone, behind "with": who has it is the other."""
    return head is not None and any("with" in cases(ground.analysis, f) for f in found) and len(found) == 1


def _holding(ground: Ground, head: int) -> list[int]:
    """Who does something to an agreement whatever it is: "Niger cited its pact with France"."""
    analysis = ground.analysis
    word = analysis.words[head]
    done = word.deprel in ("obj", "obl") and word.head >= 0 and analysis.words[word.head].upos == "VERB"
    return _subjects(ground, word.head) if done else []


def phrases(listing: Listing, parties: Iterable[int]) -> tuple[Span, ...]:
    """Return the parties' characters; of "Russian-Turkish" each adjective by itself."""
    return tuple(dict.fromkeys(_phrase(listing, p) for p in parties))


def _phrase(listing: Listing, head: int) -> Span:
    ground = listing.ground
    words = ground.analysis.words
    for first, last in listing.listed.get(head, ()):
        if first <= head < last:
            return ground.analysis.span(first, last)
    if words[head].upos == "ADJ" and head not in ground.name_of:
        return words[head].span
    span = phrase(ground.analysis, head)
    first = ground.analysis.words_in(span).start
    opened = words[first].text.lower() == "that" and first < head  # "the accord that six powers reached"
    return Span(words[first + 1].start, span.end) if opened else span


def _of_noun(ground: Ground, head: int, kind: InstrumentKind | None) -> list[int]:
    """Parties that hang on the agreement's noun: with, between, among, by; whose it is; "Russo-Iranian"."""
    analysis = ground.analysis
    prepositions = {*lexicon().classes["with"], "by"}
    if kind == "benefit":
        prepositions |= {*lexicon().classes["giving"], "from"}
    found = _joined(ground, by_preposition(analysis, head, *prepositions))
    found += _joined(ground, [_whose(ground, head, owner) for owner in children(analysis, head, "nmod:poss")])
    found += [c for c in children(analysis, head, "amod", "compound") if _is_state(ground, c, head)]
    for child in children(analysis, head, "amod", "compound"):
        found += [c for c in children(analysis, child, "amod", "compound") if _is_state(ground, c)]
    # the tree hangs "with Iran" on a noun inside the phrase now and then: "agreement on gas with Iran"
    for child in children(analysis, head, "nmod"):
        if not cases(analysis, child) & prepositions:
            below = prepositions - {"for", "to"}
            further = _joined(ground, by_preposition(analysis, child, *sorted(below)))
            # "a ferry line between two ports" has no parties: towns are none
            found += [p for p in further if ground.name_of.get(p) != "place" or _is_state(ground, p)]
    return found


def _whose(ground: Ground, head: int, owner: int) -> int:
    """The owner itself; of "Niger, whose pact with Paris …" the noun that the clause hangs on."""
    words = ground.analysis.words
    if words[owner].text.lower() != "whose":
        return owner
    at = head
    for _ in range(4):
        if words[at].deprel == "acl:relcl":
            return words[at].head
        if words[at].head < 0:
            break
        at = words[at].head
    return owner


def _of_word(ground: Ground, index: int, kind: InstrumentKind | None, account: Account) -> list[int]:
    """Parties by prepositions and objects at a word that tells of it."""
    analysis = ground.analysis
    prepositions = set(lexicon().classes["with"])
    if kind in ("benefit", None) or lexicon().isa(ground.lemma(index), "to_another"):
        prepositions |= lexicon().classes["giving"]
    if kind == "benefit" or lexicon().isa(ground.lemma(index), "from_another"):
        prepositions.add("from")
    if analysis.words[index].upos == "NOUN":
        prepositions |= {"by"}
    found = _joined(ground, by_preposition(analysis, index, *prepositions))
    found += _joined(ground, children(analysis, index, "iobj"))
    if is_passive(analysis, index) and analysis.words[index].deprel in ("acl", "acl:relcl"):
        mediated = lexicon().isa(ground.lemma(index), "mediating")
        found += [] if mediated else subjects(analysis, index)  # "a truce proposed by Iran"
    for place in by_preposition(analysis, index, "in", "at"):
        found += _joined(ground, by_preposition(analysis, place, "with", "between"))
    if lexicon().isa(ground.lemma(index), "to_another"):
        found += _joined(ground, children(analysis, index, "obj", "nsubj:pass"))
    return found


def _acting(ground: Ground, account: Account) -> list[int]:
    """The subjects of the outermost verb that has any; of a passive its agents."""
    analysis = ground.analysis
    for index in (account.outer, *reversed(account.chain)):
        if lexicon().isa(ground.lemma(index), "mediating"):
            continue
        if analysis.words[index].upos == "VERB":
            acting = _subjects(ground, index)
            if acting:
                return acting
            if is_passive(analysis, index):
                continue
        elif analysis.words[index].upos == "NOUN":
            light = analysis.words[index].head
            held = (
                light >= 0 and analysis.words[index].deprel == "obj" and analysis.words[light].upos == "VERB"
            )
            owners = children(analysis, index, "nmod:poss", "nsubj")
            owners = owners or (subjects(analysis, light) if held else [])
            if owners:
                return _joined(ground, owners)
    return []


def _subjects(ground: Ground, verb: int) -> list[int]:
    """The verb's subjects; of two side by side the last, which the verb stands nearer to."""
    own = children(ground.analysis, verb, "nsubj")
    return _joined(ground, own[-1:]) if len(own) > 1 else _joined(ground, subjects(ground.analysis, verb))


def _joined(ground: Ground, heads: Iterable[int]) -> list[int]:
    """All that is coordinated with some nouns, however the tree hangs it."""
    found: list[int] = []
    for head in heads:
        for part in together(ground.analysis, head):
            further = [part] if part == head else _joined(ground, [part])
            found += [p for p in further if p not in found]
    return found


def _actors(ground: Ground, head: int) -> list[int]:
    """The noun where it can be a party, those whose leaders it is, else the actor whose it is."""
    analysis = ground.analysis
    if analysis.words[head].text.lower() in ("its", "their"):
        return [head]
    owners = _joined(ground, by_preposition(analysis, head, "of"))
    if len(owners) > 1 and all(o in ground.name_of or _is_state(ground, o) for o in owners):
        return owners
    if _is_count_of_them(ground, head):
        return [head]
    if _is_state(ground, head) or ground.is_actor(head) or lexicon().isa(ground.lemma(head), "party"):
        listed = _joined(ground, by_preposition(analysis, head, "including"))
        named = [i for i in listed if _is_state(ground, i) or ground.name_of.get(i) == "organization"]
        return [] if _is_time(ground, head) else [head, *named]
    for owner in children(analysis, head, "nmod:poss") + owners:
        if ground.is_actor(owner) and ground.known(head) is not None:
            return [owner]
    return []


def _is_time(ground: Ground, head: int) -> bool:
    return ground.analysis.words[head].upos == "NUM" and not _is_count_of_them(ground, head)


def _is_count_of_them(ground: Ground, head: int) -> bool:
    """ "the four", "all three": those who were named before."""
    before = ground.analysis.words[head - 1].text.lower() if head else ""
    return lexicon().isa(ground.analysis.words[head].text, "counted") and before in ("the", "all", "both")


def _is_state(ground: Ground, index: int, noun: int | None = None) -> bool:
    """Say whether a word names a state, and no other name that stands at ``noun`` ("the Turkish Stream")."""
    word = ground.analysis.words[index]
    if noun is not None and index + 1 < noun and ground.analysis.words[index + 1].text[:1].isupper():
        return False
    return word.text[:1].isupper() and ground.knowledge.state_of(word.text) is not None

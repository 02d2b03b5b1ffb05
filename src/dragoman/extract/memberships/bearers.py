"""A noun of a role and who bears it: "one of its members", "a candidate since 1999", "holds a seat".

All positions are word indices into ``Analysis.words``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.agreements.mood import mood_of
from dragoman.extract.arguments import (
    by_preposition,
    cases,
    children,
    is_passive,
    objects,
    subjects,
    together,
)
from dragoman.extract.ground import Ground
from dragoman.extract.memberships.ends import organization_at
from dragoman.extract.memberships.focus import Focus
from dragoman.extract.memberships.lexicon import lexicon
from dragoman.extract.memberships.names import Names
from dragoman.records import MemberRole

_FORMER = frozenset({"former", "formerly", "ex", "erstwhile", "once"})
_ONE_OF = frozenset({"one", "some", "two", "three", "four", "five", "most", "all", "both", "part"})
_PLACES = ("of", "in", "to", "for", "with", "on", "at", "within")


@dataclass(frozen=True, slots=True)
class Bearing:
    """A noun of a role in its place.

    ``noun`` is what the phrase stands by: "country" of "candidate country", "seat" of
    "observer's seat". ``told`` is the word that says who bears it, a verb or the noun itself.
    """

    noun: int
    told: int
    heads: tuple[int, ...]
    role: MemberRole
    denied: bool


def noun_of(ground: Ground, index: int) -> int:
    """Return the noun that bears a role's word: "country" of "candidate country", else the word itself."""
    word = ground.analysis.words[index]
    if word.head < 0 or word.deprel not in ("compound", "amod", "nmod:poss", "nmod", "nmod:desc"):
        return index
    above = ground.lemma(word.head)
    if cases(ground.analysis, index) - {"'s", "’s", "'", "’"}:
        return index
    borne = (
        above in lexicon().followers or lexicon().isa(above, "status") or lexicon().isa(above, "membership")
    )
    return word.head if borne else index


def organization_of_noun(
    ground: Ground, names: Names, noun: int, focus: Focus
) -> tuple[tuple[int, int] | None, bool]:
    """Return the organization at a noun of a role, and whether the noun names one at all.

    Without any ("its members", "became members") it is the one told of before; a noun that tells of something
    else ("members of his family") has none.
    """
    analysis = ground.analysis
    hosts = children(analysis, noun, "compound", "nmod:poss", "amod") + by_preposition(
        analysis, noun, *_PLACES
    )
    above = analysis.words[noun].head
    if above >= 0 and analysis.words[above].upos == "VERB" and _stands(ground, noun):
        hosts += by_preposition(
            analysis, above, "of", "in", "on", "at", "within"
        )  # "took its seat in the pact"
    for clause in children(analysis, noun, "acl"):
        if ground.lemma(clause) in lexicon().verbs:  # "a candidate to join the union"
            hosts += children(analysis, clause, "obj") + by_preposition(analysis, clause, "to", "into")
    for host in hosts:
        body = organization_at(ground, names, host, focus)
        if body is not None:
            return body, True
    other = [h for h in hosts if _tells_else(ground, h)]
    return (None, True) if other else (focus.current(noun), False)


def _tells_else(ground: Ground, host: int) -> bool:
    """Say whether a word at the noun tells of a thing that is no organization, rather than what kind."""
    word = ground.analysis.words[host]
    plain = word.deprel == "amod" or (word.upos == "PRON" and word.deprel == "nmod:poss")
    role = word.text.lower() in lexicon().singular or word.text.lower() in lexicon().plural
    return (
        not plain
        and not role
        and word.upos != "NUM"
        and not lexicon().isa(ground.lemma(host), "kind_of_member")
    )


def bearings(ground: Ground, names: Names, index: int, role: MemberRole) -> Iterator[Bearing]:
    """Yield who bears the role of the noun at ``index``: predicates, appositions, light verbs."""
    noun = noun_of(ground, index)
    yield from (
        _by_light_verb(ground, noun, role)
        if _stands(ground, noun)
        else _by_predicate(ground, names, noun, index, role)
    )


def _stands(ground: Ground, noun: int) -> bool:
    """Say whether a noun is what one has ("status", "seat", "membership"), not who one is."""
    return lexicon().isa(ground.lemma(noun), "status") or lexicon().isa(ground.lemma(noun), "membership")


def carrier(ground: Ground, noun: int) -> int:
    """Return "one" of "one of its members", else the noun itself."""
    word = ground.analysis.words[noun]
    of = word.deprel in ("nmod", "obl") and "of" in cases(ground.analysis, noun) and word.head >= 0
    return word.head if of and ground.lemma(word.head) in _ONE_OF else noun


def _by_predicate(ground: Ground, names: Names, noun: int, index: int, role: MemberRole) -> Iterator[Bearing]:
    analysis, head = ground.analysis, carrier(ground, noun)
    word = analysis.words[noun]
    if word.deprel == "nsubj" and word.head in ground.name_of and children(analysis, word.head, "cop"):
        yield Bearing(
            noun, noun, tuple(together(analysis, word.head)), role, False
        )  # "the members are A and B"
        return
    verb = _linking(ground, head)
    if verb is None:
        before = _before(ground, names, noun, head)
        if before is not None:
            former = _said(ground, head, noun, index) & _FORMER or analysis.words[
                index
            ].text.lower().startswith("ex-")
            yield Bearing(noun, noun, (before,), "former" if former else role, False)
        return
    told = _role_of_predicate(ground, head, noun, verb, index, role)
    acting = [p for s in children(analysis, head, "nsubj") for p in together(analysis, s)]
    acting = acting or (
        subjects(analysis, verb) if verb != head or not children(analysis, head, "nsubj") else []
    )
    if told is not None and acting:
        yield Bearing(noun, noun, tuple(acting), *told)


def _linking(ground: Ground, noun: int) -> int | None:
    """What makes a noun a predicate: itself with "is", or the verb of "became a member"; None for neither."""
    word = ground.analysis.words[noun]
    if children(ground.analysis, noun, "cop"):
        return noun
    linked = word.deprel in ("xcomp", "obj", "obl") and word.head >= 0
    return word.head if linked and lexicon().isa(ground.lemma(word.head), "linking") else None


def _said(ground: Ground, *nouns: int) -> set[str]:
    return {
        ground.lemma(c)
        for n in nouns
        for c in children(ground.analysis, n, "amod", "advmod", "compound", "mark")
        if ground.analysis.words[c + 1].text.lower() not in ("again", "more")  # "once again a member"
    }


def _role_of_predicate(
    ground: Ground, head: int, noun: int, verb: int, index: int, role: MemberRole
) -> tuple[MemberRole, bool] | None:
    """The role that a predicate gives, and whether it is denied; "no longer": a former one."""
    analysis = ground.analysis
    none = "no" in {
        ground.lemma(c) for h in (head, noun, verb) for c in children(analysis, h, "det", "advmod")
    }
    longer = any(
        analysis.words[c].text.lower() == "longer"
        for h in (head, noun)
        for c in children(analysis, h, "advmod")
    )
    above = analysis.words[verb].head
    ended = (
        analysis.words[verb].deprel == "xcomp" and above >= 0 and lexicon().isa(ground.lemma(above), "ending")
    )
    if _said(ground, head, noun, verb, index) & _FORMER or longer or ended:
        return "former", False
    mood = mood_of(ground, verb)
    if mood in ("conditional", "demanded"):
        return None
    if mood in ("planned", "possible") and role == "member":
        role = "candidate"
    return role, none or mood == "negated"


def _before(ground: Ground, names: Names, noun: int, head: int) -> int | None:
    """The name that an apposition stands behind: "Turkey, an official candidate since 1999, …"."""
    analysis = ground.analysis
    if analysis.words[head].deprel in ("nsubj", "nsubj:pass", "obj", "obl") or "of" in cases(analysis, head):
        return None
    opening = children(analysis, head, "det", "advmod", "mark", "case", "nmod:poss")
    first = min([head, *opening, *children(analysis, noun, "det", "amod", "compound", "nummod", "nmod:poss")])
    while first > 1 and analysis.words[first - 1].text.lower() in _OPENING:
        first -= 1
    if first == head and not opening and analysis.words[head].text.lower() != "one":
        return None
    name = first - 2
    behind = analysis.words[name + 1].text in (",", "(") if name >= 0 else False
    return name if behind and any(start <= name < end for start, (end, _) in names.spans.items()) else None


_OPENING = frozenset(
    {"a", "an", "the", "another", "itself", "like", "once", "formerly", "since", "still", "also"}
)


def _by_light_verb(ground: Ground, noun: int, role: MemberRole) -> Iterator[Bearing]:
    """ "holds observer status", "was granted a seat", "gave up its membership", "wants a permanent seat"."""
    analysis = ground.analysis
    word = analysis.words[noun]
    if word.head < 0 or analysis.words[word.head].upos != "VERB":
        return
    verb, lemma = word.head, ground.lemma(word.head)
    mood = mood_of(ground, verb)
    if mood in ("conditional", "demanded") or (mood == "negated" and not lexicon().isa(lemma, "losing")):
        return
    real = mood in ("done", "ongoing")
    if lexicon().isa(lemma, "losing") and word.deprel in ("obj", "obl"):
        heads = objects(analysis, verb) if is_passive(analysis, verb) else subjects(analysis, verb)
        if mood != "negated":
            yield Bearing(noun, verb, tuple(heads), "former" if real else role, False)
    elif lexicon().isa(lemma, "holding") and word.deprel in ("obj", "obl", "nmod"):
        heads = subjects(analysis, verb)
        yield Bearing(noun, verb, tuple(heads), role if real else "candidate", False)
    elif lexicon().isa(lemma, "granting"):
        heads = _given(ground, verb, noun)
        yield Bearing(noun, verb, tuple(heads), role if real else "candidate", False)
    elif lexicon().isa(lemma, "wishing") and word.deprel in ("obj", "obl"):
        yield Bearing(noun, verb, tuple(subjects(analysis, verb)), "candidate", mood == "negated")


def _given(ground: Ground, verb: int, noun: int) -> list[int]:
    analysis = ground.analysis
    found = children(analysis, verb, "nsubj:pass", "iobj") if is_passive(analysis, verb) else []
    found = found or children(analysis, verb, "iobj") or by_preposition(analysis, verb, "to")
    found = found or by_preposition(analysis, noun, "to")
    return [p for f in found if f != noun for p in together(analysis, f)]

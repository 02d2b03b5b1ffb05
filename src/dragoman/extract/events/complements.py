"""Whom an act meets that names nobody as its object: through a restraint, or by "against".

"Germany eased restrictions on exports to Iraq" meets Iraq, and "warned his guest against American plans" the
United States. PLOVER's recipient is whom an act is aimed at, wherever in the sentence that one is named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dragoman.extract.arguments import by_preposition, cases, children, objects
from dragoman.extract.events.candidates import Trigger
from dragoman.extract.ground import Ground
from dragoman.extract.word_classes import isa
from dragoman.records import EventDraft, Span

_RESTRAINING = frozenset({"CONCEDE", "SANCTION", "COERCE", "RETREAT"})
_OPPOSING = frozenset({"ACCUSE", "THREATEN", "REJECT", "PROTEST"})
_UNDOING = {
    "CONCEDE": ("restraint", frozenset({"SANCTION", "COERCE"})),
    "REJECT": ("talk", frozenset({"CONSULT"})),
}
"""What undoes what: the class of nouns that are undone, and the types that they would else tell of."""
_ON_WHOM = frozenset({"on", "to", "against", "for", "with", "from"})


def complement(ground: Ground, trigger: Trigger, actors: Collection[int]) -> list[int]:
    """Return the heads of those whom an act meets by its complement, [] where there is none.

    ``actors`` are the heads of those who act. A restraint's own relative clause ("that Spain had imposed")
    tells of another act, and is left out.
    """
    if trigger.verb and trigger.frame.type in _RESTRAINING:
        for restraint in objects(ground.analysis, trigger.head):
            if isa(ground.lemma(restraint), "restraint"):
                return _first(ground, _complements(ground, restraint), actors)
    if trigger.frame.type in _OPPOSING:
        hosts = [trigger.head, *objects(ground.analysis, trigger.head)]
        against = [noun for host in hosts for noun in by_preposition(ground.analysis, host, "against")]
        return _first(ground, against, actors)
    return []


def without_undone(ground: Ground, drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Return the drafts of a sentence without what another of them undoes.

    Where a ban is eased none is imposed, and a visit that is cancelled is no visit.
    """
    undone: list[tuple[Span, frozenset[str]]] = []
    for draft in drafts:
        verb = ground.analysis.words_in(draft.trigger).start
        if draft.type in _UNDOING and ground.analysis.words[verb].upos == "VERB":
            named, types = _UNDOING[draft.type]
            heads = [o for o in objects(ground.analysis, verb) if isa(ground.lemma(o), named)]
            undone += [(ground.analysis.span(o, o + 1), types) for o in heads]
    return [d for d in drafts if not any(d.type in types and d.trigger.overlaps(at) for at, types in undone)]


def _complements(ground: Ground, restraint: int) -> Iterator[int]:
    """Yield the nouns below a restraint that a preposition ties to it or to what it restrains."""
    analysis = ground.analysis
    clauses = children(analysis, restraint, "acl:relcl")
    told_of_it = {i for clause in clauses for i in analysis.subtree(clause)}
    # Behind the verb the tree may tie "to Iraq" to that: "eased a ban on exports to Iraq".
    verb = analysis.words[restraint].head
    beside = children(analysis, verb, "obl") if verb >= 0 else []
    below = [*analysis.subtree(restraint), *(i for noun in beside for i in analysis.subtree(noun))]
    for index in below:
        if index > restraint and index not in told_of_it and cases(analysis, index) & _ON_WHOM:
            yield index


def _first(ground: Ground, nouns: Collection[int] | Iterator[int], actors: Collection[int]) -> list[int]:
    for noun in nouns:
        whose = state_word(ground, noun)
        if whose is not None and whose not in actors and not _same(ground, whose, actors):
            return [whose]
    return []


def _same(ground: Ground, index: int, actors: Collection[int]) -> bool:
    words, knowledge = ground.analysis.words, ground.knowledge
    states = {knowledge.state_of(words[actor].text) for actor in actors} - {None}
    return knowledge.state_of(words[index].text) in states


def state_word(ground: Ground, noun: int) -> int | None:
    """Return the word that names the state in a noun phrase: the noun, its adjective or its possessor."""
    analysis = ground.analysis
    for index in (noun, *children(analysis, noun, "amod", "compound", "nmod:poss")):
        word = analysis.words[index]
        if word.text[:1].isupper() and ground.knowledge.state_of(word.text) is not None:
            return index
    return None

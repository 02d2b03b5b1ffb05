"""From triggers to event drafts: roles that can be filled, status, place, contexts, clause."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from dragoman.extract.arguments import by_preposition, children, phrase, subjects
from dragoman.extract.events.answers import answered_phrase
from dragoman.extract.events.candidates import Trigger, acted_on, acting
from dragoman.extract.events.complements import complement
from dragoman.extract.events.governing import mood_of
from dragoman.extract.events.lexicon import lexicon
from dragoman.extract.events.signals import to_infinitive
from dragoman.extract.events.status import status_of
from dragoman.extract.ground import Ground
from dragoman.records import EventDraft, Span

_ANYTHING = frozenset({"ASSAULT", "COERCE", "RETREAT"})
"""Types that may befall a thing: a convoy, a ship, a website."""

_AGENTLESS = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "CONCEDE", "AID", "ACCUSE"})
"""Types that are told of although nobody is said to act: "the envoy was expelled"."""

_FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})

_PLACE = frozenset({"in", "at", "near", "outside", "inside", "over", "around"})


def drafted(ground: Ground, trigger: Trigger) -> EventDraft | None:
    """Return the event that a trigger tells of, or None where nobody acts or is acted on."""
    frame = trigger.frame
    if frame.type in _FRIENDLY and _only_purpose(ground, trigger):
        return None
    actors = _actors(ground, acting(ground, trigger))
    recipients = (
        _recipients(ground, trigger, actors)
        or _asking(ground, trigger, actors)
        or complement(ground, trigger, actors)
    )
    if not actors and (not recipients or frame.type not in _AGENTLESS):
        return None
    if frame.type in ("COOPERATE", "AID", "SANCTION") and not recipients and len(actors) < 2:
        return None
    taken = {*actors, *recipients}
    words = ground.analysis.words
    where = place(ground, trigger, taken)
    return EventDraft(
        type=frame.type,
        mode=frame.mode,
        contexts=contexts(ground, trigger),
        actors=_phrases(ground, actors),
        recipients=_phrases(ground, recipients),
        trigger=Span(words[trigger.words[0]].start, words[trigger.words[-1]].end),
        span=clause(ground, trigger, taken),
        status=status_of(ground, trigger),
        place=None if where is None else phrase(ground.analysis, where),
        confidence=_confidence(ground, trigger, actors, recipients),
        answers=answered_phrase(ground, trigger),
    )


def _only_purpose(ground: Ground, trigger: Trigger) -> bool:
    """Say whether an act is only what another is done for: "met to discuss the dam"."""
    word = ground.analysis.words[trigger.head]
    if not trigger.verb or word.deprel != "advcl" or not to_infinitive(ground, trigger.head):
        return False
    return mood_of(ground, word.head, "governor") is None


def _asking(ground: Ground, trigger: Trigger, actors: list[int]) -> list[int]:
    """Who asks for help or goods is the one to get them: "Chile asked Argentina to extradite him"."""
    word = ground.analysis.words[trigger.head]
    if trigger.frame.type not in ("COOPERATE", "AID") or word.head < 0 or not trigger.verb:
        return []
    if word.deprel not in ("xcomp", "ccomp") or mood_of(ground, word.head, "governor") != "demanded":
        return []
    asking = _actors(ground, subjects(ground.analysis, word.head))
    return [head for head in asking if head not in actors]


def _phrases(ground: Ground, heads: Iterable[int]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(phrase(ground.analysis, head) for head in heads))


def _actors(ground: Ground, heads: list[int]) -> list[int]:
    found = [owner for head in heads if (owner := _actor_in(ground, head)) is not None]
    found = [
        head for head in found if head in ground.name_of or not lexicon().isa(ground.lemma(head), "explosive")
    ]
    return list(dict.fromkeys(found))


def _explodes(ground: Ground, head: int) -> bool:
    """A bomb is nobody, though it kills."""
    return head not in ground.name_of and lexicon().isa(ground.lemma(head), "explosive")


def _actor_in(ground: Ground, head: int) -> int | None:
    """The noun where it can act, else the actor whose it is: "Israel's decision", "a Russian ruling"."""
    if ground.is_actor(head):
        return head
    analysis = ground.analysis
    owners = children(analysis, head, "nmod:poss") + by_preposition(analysis, head, "of", "by", "from")
    for owner in owners:
        if ground.is_actor(owner):
            return owner
    for child in children(analysis, head, "amod", "compound"):
        word = analysis.words[child]
        if word.text[:1].isupper() and ground.knowledge.state_of(word.text) is not None:
            return child
    return None


def _recipients(ground: Ground, trigger: Trigger, actors: list[int]) -> list[int]:
    heads = acted_on(ground, trigger)
    if not heads and "that" in trigger.frame.recipient:
        clauses = children(ground.analysis, trigger.head, "ccomp")
        heads = [s for clause in clauses for s in children(ground.analysis, clause, "nsubj")]
    found = []
    for head in heads:
        actor = _actor_in(ground, head)
        if actor is None and trigger.frame.type in _ANYTHING and ground.analysis.words[head].upos != "PRON":
            actor = head
        if actor is not None and actor not in actors:
            found.append(actor)
    return list(dict.fromkeys(found))


def place(ground: Ground, trigger: Trigger, taken: set[int]) -> int | None:
    """Return the head of the name of the place where an act happens, None where none is told."""
    hosts = [trigger.head, *([trigger.light] if trigger.light is not None else [])]
    for host in hosts:
        for noun in by_preposition(ground.analysis, host, *_PLACE):
            if noun not in taken and ground.name_of.get(noun) == "place":
                return noun
    for index in taken:
        for noun in by_preposition(ground.analysis, index, *_PLACE):
            if noun not in taken and ground.name_of.get(noun) == "place":
                return noun
    return None


def clause(ground: Ground, trigger: Trigger, taken: set[int]) -> Span:
    """Return the characters from the first to the last word of the trigger's clause, actors included."""
    analysis = ground.analysis
    top = trigger.light if trigger.light is not None else trigger.head
    sentence = analysis.sentences[analysis.words[trigger.head].sentence]
    below = {*analysis.subtree(top), *trigger.words}
    for child in children(analysis, top, "parataxis", "ccomp", "advcl", "conj"):
        if trigger.head not in analysis.subtree(child):
            below -= set(analysis.subtree(child))
    inside = sorted(i for i in below | taken if sentence.first <= i < sentence.last)
    while len(inside) > 1 and analysis.words[inside[-1]].upos == "PUNCT" and inside[-1] not in trigger.words:
        inside.pop()
    return analysis.span(inside[0], inside[-1] + 1)


def _confidence(ground: Ground, trigger: Trigger, actors: list[int], recipients: list[int]) -> float:
    named = sum(head in ground.name_of for head in (*actors, *recipients))
    value = 0.5 + 0.12 * trigger.verb + 0.1 * bool(actors) + 0.08 * bool(recipients) + 0.05 * min(named, 2)
    return round(min(value, 0.95), 3)


@cache
def _contexts() -> dict[str, tuple[str, ...]]:
    """Lemma → the contexts it shows."""
    found: dict[str, list[str]] = {}
    text = (files("dragoman.extract.events") / "data" / "contexts.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, lemmas = line.split("\t")
            for lemma in lemmas.split():
                found.setdefault(lemma, []).append(name)
    return {lemma: tuple(names) for lemma, names in found.items()}


def contexts(ground: Ground, trigger: Trigger) -> tuple[str, ...]:
    """Return PLOVER's contexts of a trigger's sentence, by its words, sorted."""
    sentence = ground.analysis.sentences[ground.analysis.words[trigger.head].sentence]
    table, found = _contexts(), set[str]()
    for index in range(sentence.first, sentence.last):
        found.update(table.get(ground.lemma(index), ()))
    return tuple(sorted(found))

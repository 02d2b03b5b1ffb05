"""Phrases that no statement needs, such as the actors of events, after all statements have theirs."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.extract.actors.clusters import Cluster
from dragoman.extract.actors.phrases import phrase_at
from dragoman.extract.actors.resolver import Resolver
from dragoman.records import Span


def ask(resolver: Resolver, spans: Sequence[Span]) -> None:
    """Give each phrase its actor in ``resolver.of_span``; what statements have found stays as it is."""
    known = len(resolver.collectives.made)
    for span in spans:
        if span not in resolver.of_span:
            phrase = phrase_at(resolver.scene, span, None, resolver.name_at)
            state = _of_place(resolver, span) or _of_adjective(resolver, span)
            resolver.of_span[span] = state or resolver.of_phrase(phrase)
    resolver.clusters.extend(resolver.collectives.made[known:])


def _of_adjective(resolver: Resolver, span: Span) -> Cluster | None:
    """The adjective of a state, whose noun lies outside, stands for it: "rejected a Venezuelan plan"."""
    scene = resolver.scene
    words = scene.analysis.words_in(span)
    word = scene.analysis.words[words.start] if len(words) == 1 else None
    if word is None or word.deprel not in ("amod", "compound") or word.head in words:
        return None
    state = scene.knowledge.state_of(word.text)
    entity = scene.knowledge.state_entity(state) if state is not None else None
    return resolver.of_entity(entity) if entity is not None else None


def _of_place(resolver: Resolver, span: Span) -> Cluster | None:
    """A city that is acted on stands for its state: who visits Tehran visits Iran."""
    scene = resolver.scene
    words = scene.analysis.words_in(span)
    named = resolver.name_at.get(words.stop - 1) if words else None
    if named is None or named.label != "place" or named.head in resolver.past.of_word:
        return None
    if scene.analysis.head_of(words.start, words.stop) not in range(named.first, named.last):
        return None  # "judges in Paris" are not France
    state = scene.knowledge.state_of_place(scene.text(named.first, named.last))
    entity = scene.knowledge.state_entity(state) if state is not None else None
    return resolver.of_entity(entity) if entity is not None else None

"""Actors: who is who in one article, and whom each source phrase names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.extract.actors.about import Places, mentioned, places_of
from dragoman.extract.actors.asking import ask
from dragoman.extract.actors.lexicon import load_lexicon
from dragoman.extract.actors.output import finish
from dragoman.extract.actors.resolver import Resolver
from dragoman.extract.actors.scene import set_scene
from dragoman.knowledge.base import Knowledge
from dragoman.records import Actor, Analysis, Article, Span, StatementDraft

__all__ = ["ActorIndex", "about", "find_actors"]


@dataclass(frozen=True, slots=True)
class ActorIndex:
    """The actors of one article in the order of their first mention, and the actor of each phrase.

    ``by_span`` has every ``source`` and ``via`` span of the drafts and every phrase that was asked; its
    values are ids of ``actors``.
    """

    actors: tuple[Actor, ...]
    by_span: Mapping[Span, str]
    places: Places = field(default=(), repr=False)
    """Every mention with its actor's id, in text order."""


def find_actors(
    article: Article,
    analysis: Analysis,
    knowledge: Knowledge,
    drafts: Sequence[StatementDraft],
    asked: Sequence[Span] = (),
) -> ActorIndex:
    """Return who is who: one actor for each source or link of a chain, and for each other name.

    A phrase whose bearer can't be known is an actor of its own, named by the phrase, never someone else.
    ``asked`` are further phrases, such as the actors of events; they change nothing for the statements.
    """
    scene = set_scene(article, analysis, knowledge, load_lexicon(), drafts)
    resolver = Resolver(scene)
    resolver.run()
    ask(resolver, asked)
    actors, by_span = finish(scene, resolver.clusters, resolver.of_span)
    return ActorIndex(actors, by_span, places_of(actors))


def about(
    article: Article, analysis: Analysis, index: ActorIndex, spans: Sequence[Span], source: str | None = None
) -> tuple[str, ...]:
    """Return the ids of the actors mentioned inside ``spans``, in text order, without ``source``."""
    return mentioned(index.places, spans, source)

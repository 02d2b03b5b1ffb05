"""Readings → the network that GraphML and GEXF write: actors, and the ties between them.

A tie is kept for each pair and kind, with how often it is seen and on which days; nothing else is held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from dragoman.export.dyads import HAPPENED
from dragoman.export.events import event_day
from dragoman.export.gathering import Document, documents
from dragoman.export.identity import actor_key
from dragoman.knowledge.codebook import codebook
from dragoman.records import Actor, Event, Reading, Statement


@dataclass
class Node:
    """An actor of the network; ``id`` is its key across documents.

    Its facts are those of the first document, in the order of ids, that has it with that name; ``names``
    counts the names, of which the most frequent is shown.
    """

    id: str
    kind: str
    state: str | None
    sector: str | None
    anonymous: bool
    names: Counter[str] = field(default_factory=Counter)
    documents: int = 0

    @property
    def name(self) -> str:
        """The most frequent name, the first in the alphabet among equals."""
        return min(self.names, key=lambda name: (-self.names[name], name))


@dataclass
class Tie:
    """A directed tie: ``kind`` is "speaks about", "is quoted through", or a PLOVER quad class.

    ``days`` counts how often it is seen on each day, ``undated`` where no day is known. ``score`` is the
    sum of the events' PLOVER scores.
    """

    source: str
    target: str
    kind: str
    days: Counter[date] = field(default_factory=Counter)
    undated: int = 0
    score: float = 0.0

    @property
    def weight(self) -> int:
        """How often the tie is seen."""
        return self.days.total() + self.undated


@dataclass
class Network:
    """All nodes and ties, each in the order of its ids."""

    nodes: list[Node]
    ties: list[Tie]


def network(readings: Iterable[Reading]) -> Network:
    """Return the network of the readings.

    Events enter where they happened or go on. An event between several actors on a side ties each to each;
    one that nobody receives (a meeting of equals) ties every two of its actors, both ways.
    """
    nodes: dict[str, Node] = {}
    ties: dict[tuple[str, str, str], Tie] = {}
    for document in documents(readings):
        for actor in document.reading.actors:
            _meet(nodes, actor_key(document.id, actor), actor)
        for source, target, kind, day, score in _seen(document):
            tie = ties.setdefault((source, target, kind), Tie(source, target, kind))
            tie.score += score
            if day is None:
                tie.undated += 1
            else:
                tie.days[day] += 1
    tied = {end for tie in ties.values() for end in (tie.source, tie.target)}
    return Network([nodes[key] for key in sorted(tied)], [ties[key] for key in sorted(ties)])


def _meet(nodes: dict[str, Node], key: str, actor: Actor) -> None:
    node = nodes.setdefault(key, Node(key, actor.kind, actor.state, actor.sector, actor.anonymous))
    node.names[actor.name] += 1
    node.documents += 1
    # What one article leaves open another may tell.
    node.state, node.sector = node.state or actor.state, node.sector or actor.sector


def _seen(document: Document) -> Iterator[tuple[str, str, str, date | None, float]]:
    """Yield every tie that a document shows, with its day and its score."""
    reading = document.reading
    keys = {actor.id: actor_key(document.id, actor) for actor in reading.actors}
    published = reading.article.published
    for statement in reading.statements:
        for source, target, kind in _spoken(statement):
            if keys[source] != keys[target]:
                yield keys[source], keys[target], kind, published, 0.0
    book = codebook()
    for event in reading.events:
        if event.status in HAPPENED:
            quad, score = book.type(event.type).quad, book.score(event.type, event.mode)
            day = event_day(reading, event)[0] or published
            for source, target in _acted(event, keys):
                yield source, target, quad, day, score


def _spoken(statement: Statement) -> Iterator[tuple[str, str, str]]:
    """Yield who speaks about whom, and through whom each is quoted, nearest first."""
    chain = [link.actor for link in (statement.source, *statement.via) if link is not None]
    for speaker, through in pairwise(chain):
        yield speaker, through, "is quoted through"
    if statement.source is not None:
        for other in dict.fromkeys(statement.about):
            yield statement.source.actor, other, "speaks about"


def _acted(event: Event, keys: dict[str, str]) -> list[tuple[str, str]]:
    acting = {keys[one] for one in event.actors}
    receiving = {keys[one] for one in event.recipients} or acting
    return sorted((a, b) for a in acting for b in receiving if a != b)

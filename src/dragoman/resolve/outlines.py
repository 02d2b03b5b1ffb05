"""A reading in outline: what of it tells whether two articles are about the same thing.

Actors go by their ``ref``, else by kind and name; an anonymous one by nothing, since nobody knows
whether two are the same. An actor made of others ("both leaders") goes by those, and a group of powers
("six powers") has the states of all its members.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date

from dragoman.records import Actor, Event, EventType, Reading, Status
from dragoman.resolve.tables import bodies

_WORD = re.compile(r"[^\W\d_]{4,}")
_BEFORE_NAME = re.compile(r"^(?:(?:that|the|these|those|all) )+")
_LONGEST_DATE = 31
"""Days beyond which a date ("this year") tells nothing about when something happened."""


@dataclass(frozen=True, slots=True)
class Side:
    """Those who act in an event, or those who are acted upon: their keys, and their states (ISO3)."""

    keys: frozenset[str]
    states: frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of an event; ``first`` and ``last`` are the days it gives, None where none."""

    article: str
    event: str
    type: EventType
    actors: Side
    recipients: Side
    first: date | None
    last: date | None
    published: date | None
    status: Status
    confidence: float

    @property
    def day(self) -> date:
        """The day to sort by: that of the event, else that of the article; the undated come last."""
        return self.first or self.published or date.max

    @property
    def order(self) -> tuple[date, str, int, str]:
        """By day, article, and the event's number in it."""
        return self.day, self.article, len(self.event), self.event


@dataclass(frozen=True, slots=True)
class Outline:
    """An article in outline: its named actors with their weights, its title's words, its events."""

    article: str
    published: date | None
    actors: tuple[tuple[str, float], ...]
    title: frozenset[str]
    tellings: tuple[Telling, ...]

    @property
    def order(self) -> tuple[date, str]:
        """By day, then by id; the undated come last."""
        return self.published or date.max, self.article


def outline(reading: Reading) -> Outline:
    """Return a reading in outline; its article goes by the SHA-256 of its text (``Reading.id``)."""
    weights: dict[str, float] = {}
    for actor in reading.actors:
        for key in _keys(actor, reading) if not actor.members else ():
            weights[key] = weights.get(key, 0.0) + math.log1p(len(actor.mentions))
    title = reading.article.title or ""
    days = {found.id: (found.start, found.end) for found in reading.dates}
    identifier = reading.id
    return Outline(
        identifier,
        reading.article.published,
        tuple(sorted(weights.items())),
        frozenset(_WORD.findall(title.casefold())),
        tuple(_telling(identifier, event, reading, days) for event in reading.events),
    )


def _telling(
    article: str, event: Event, reading: Reading, days: dict[str, tuple[date | None, date | None]]
) -> Telling:
    """Return one event of a reading as it is compared with others."""
    first, last = days.get(event.date or "", (None, None))
    if first is None or last is None or (last - first).days > _LONGEST_DATE:
        first = last = None
    return Telling(
        article,
        event.id,
        event.type,
        _side(event.actors, reading),
        _side(event.recipients, reading),
        first,
        last,
        reading.article.published,
        event.status,
        event.confidence,
    )


def _side(identifiers: tuple[str, ...], reading: Reading) -> Side:
    keys: set[str] = set()
    states: set[str] = set()
    for identifier in identifiers:
        actor = reading.actor(identifier)
        keys.update(_keys(actor, reading))
        states.update(a.state for a in (actor, *_members(actor, reading)) if a.state)
        states.update(_powers(actor, reading))
    return Side(frozenset(keys), frozenset(states))


def _powers(actor: Actor, reading: Reading) -> frozenset[str]:
    """Return the states of a group of powers ("six powers"); a bare number asks for the state they met."""
    name = _BEFORE_NAME.sub("", " ".join(actor.name.casefold().split()))
    states, beside = bodies().get(name, (frozenset[str](), None))
    if beside is None or any(other.state == beside for other in reading.actors):
        return states
    return frozenset()


def _keys(actor: Actor, reading: Reading) -> tuple[str, ...]:
    """Return what an actor goes by across articles: nothing for an anonymous one."""
    if actor.members:
        return tuple(key for member in _members(actor, reading) for key in _keys(member, reading))
    if actor.ref:
        return (actor.ref,)
    if actor.anonymous or not actor.name.strip():
        return ()
    return (f"{actor.kind}:{' '.join(actor.name.casefold().split())}",)


def _members(actor: Actor, reading: Reading) -> tuple[Actor, ...]:
    return tuple(reading.actor(member) for member in actor.members if member != actor.id)

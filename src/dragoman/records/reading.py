"""The reading: all that Dragoman returns for one article (contract ``dragoman.reading/1``)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from dragoman.records.actor import Actor
from dragoman.records.agreement import Agreement, Membership
from dragoman.records.article import Article
from dragoman.records.event import Event
from dragoman.records.position import Forecast, Position
from dragoman.records.quantity import DateMention, Quantity
from dragoman.records.statement import Statement

SCHEMA = "dragoman.reading/1"


@dataclass(frozen=True, slots=True)
class Versions:
    """What made a reading: the software, the model and the knowledge tables."""

    dragoman: str
    model: str
    knowledge: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One article's findings; every span counts code points of ``article.text``."""

    article: Article
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    versions: Versions
    events: tuple[Event, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    memberships: tuple[Membership, ...] = ()
    positions: tuple[Position, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    _actors_by_id: dict[str, Actor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_actors_by_id", {actor.id: actor for actor in self.actors})

    @property
    def id(self) -> str:
        """The SHA-256 of the text that offsets count in."""
        return hashlib.sha256(self.article.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def text(self) -> str:
        """The text that offsets count in."""
        return self.article.text

    def actor(self, identifier: str) -> Actor:
        """Return the actor with a local id such as ``a1``; KeyError where there is none."""
        return self._actors_by_id[identifier]

"""Actors: the people, states, bodies and outlets that speak or are spoken of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records.span import Span

ActorKind = Literal[
    "person", "state", "government", "organization", "company", "publication", "group", "other"
]


@dataclass(frozen=True, slots=True)
class Actor:
    """One participant of an article, with every mention of it.

    ``state`` is an ISO 3166-1 alpha-3 code, ``sector`` a PLOVER actor sector code, ``ref`` a link to
    the outside world such as ``wikidata:Q7747``; each is None where it is not known.
    ``link_confidence`` is how sure ``ref`` is, 0 where the link is left open.
    """

    id: str
    name: str
    kind: ActorKind
    state: str | None
    sector: str | None
    role: str | None
    ref: str | None
    anonymous: bool
    aliases: tuple[str, ...]
    mentions: tuple[Span, ...]
    link_confidence: float = 0.0
    members: tuple[str, ...] = ()
    """For a compound or collective actor ("both leaders"): the ids of those it is made of."""

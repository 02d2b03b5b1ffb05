"""What resolving gives: clusters with a reason for each member, and what a person should look at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """A unit in a cluster: how sure it is there (0 to 1), and why in words."""

    unit: int
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """One actor. ``id`` is its reference, else made of the least key of its units.

    The members come by their keys; ``name``, ``kind`` and ``state`` are those of the unit that leads it.
    """

    id: str
    name: str
    kind: str
    state: str | None
    ref: str | None
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two units of different clusters that may be one actor, for a person to judge."""

    one: int
    other: int
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Clusters by their ids, and suggestions by their keys."""

    clusters: tuple[Cluster, ...]
    unsure: tuple[Suggestion, ...]


def id_of(key: int) -> str:
    """Return the id of an actor without a reference, from a unit's key.

    >>> id_of(255)
    'actor:00000000000000ff'
    """
    return f"actor:{key:016x}"
